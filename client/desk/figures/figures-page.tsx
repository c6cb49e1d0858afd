import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { More } from '../more.tsx';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { areDaysRight, daysOf, type FigureChoice, fileAddress, firstChoice, isOfNow, REPORTS } from './choice.ts';
import { PeriodFields } from './period-fields.tsx';
import { SheetTable } from './sheet-table.tsx';
import { useFigures } from './use-figures.ts';

const FILES = ['xlsx', 'csv', 'pdf'] as const;
/** Ways to take a report along; on paper comes what is shown, so that a journal of many pages is not half printed. */
const Files = ({ choice, isWhole }: { choice: FigureChoice; isWhole: boolean }): JSX.Element => {
  const { figures: texts } = useDesk().words;
  return (
    <fieldset class="figure-files">
      <legend class="unseen">{texts.filesAre}</legend>
      {FILES.filter((format) => isWhole || format !== 'pdf').map((format) => (
        <a key={format} class="button secondary" href={fileAddress(choice, format)} download>
          {texts[format]}
        </a>
      ))}
      {isWhole && (
        <button type="button" class="button secondary" onClick={() => print()}>
          {texts.print}
        </button>
      )}
    </fieldset>
  );
};

/** The reports of the register: which one, for what time, its table, and the same as a file or on paper. */
export const FiguresPage = (): JSX.Element => {
  const { lang, words, today } = useDesk();
  const { figures: texts } = words;
  const [choice, setChoice] = useState<FigureChoice>(() => firstChoice(today()));
  const { read, trouble, isLoading, load, more } = useFigures(choice);
  const chosen = (change: Partial<FigureChoice>): void => setChoice((before) => ({ ...before, ...change }));
  const isRight = areDaysRight(daysOf(choice));
  return (
    <section class="intake figures-page" aria-labelledby="figures-title" aria-busy={isLoading}>
      <PageHead id="figures-title" title={texts.title} lead={texts.lead} />
      <fieldset class="figure-reports">
        <legend class="unseen">{texts.choose}</legend>
        {REPORTS.map((report) => (
          <label key={report}>
            <input
              type="radio"
              name="report"
              value={report}
              checked={choice.report === report}
              onChange={() => chosen({ report })}
            />
            {texts.reports[report]}
          </label>
        ))}
      </fieldset>
      <div class="figure-bar">
        {!isOfNow(choice.report) && <PeriodFields choice={choice} chosen={chosen} />}
        {isRight && <Files choice={choice} isWhole={read !== null && read.next === null} />}
      </div>
      {trouble && <Retry words={trouble.message} again={load} />}
      <p class={isLoading && !read ? 'quiet loading' : 'unseen'} role="status">
        {isLoading && !read ? texts.loading : read?.sheet.title}
      </p>
      {read && (read.sheet.rows.length > 0 || read.sheet.total) && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by the arrows
        <section class="figure-sheet" tabIndex={0} aria-label={read.sheet.title}>
          <SheetTable sheet={read.sheet} lang={lang} name={choice.report} />
        </section>
      )}
      {read?.sheet.rows.length === 0 && <p class="quiet empty">{texts.empty}</p>}
      {read?.next && <More {...{ isLoading, more, texts }} />}
    </section>
  );
};
