import type { JSX } from 'preact';
import type { AppealView } from '#shared/contract/appeals.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import { Answer } from './answer.tsx';
import { DueLine } from './due-line.tsx';
import { StatusWord } from './status-word.tsx';
import { Timeline } from './timeline.tsx';

/** A case with what is needed to put it into words. `category` is its name in the page's language, `complainTo` where a complaint is filed. */
export interface CaseBodyProps {
  view: AppealView;
  category: string;
  today: string;
  lang: Lang;
  texts: CaseTexts;
  complainTo: string;
}
const Rights = ({ texts, complainTo }: Pick<CaseBodyProps, 'texts' | 'complainTo'>): JSX.Element => (
  <section class="callout late" aria-labelledby="rights">
    <h2 id="rights">{texts.rightsTitle}</h2>
    <p>{texts.rights}</p>
    <p>
      <a class="button secondary" href={complainTo}>
        {texts.rightsFile}
      </a>
    </p>
    <p class="hint">{texts.rightsLaw}</p>
  </section>
);
const Facts = ({ view, category, lang, texts }: Omit<CaseBodyProps, 'today' | 'complainTo'>): JSX.Element => {
  const { details } = view;
  const place = [details?.place.address, details?.place.description].filter((words) => words != null);
  const facts: [string, string[]][] = [
    [texts.kind, [texts.kinds[view.kind]]],
    [texts.category, [category]],
    [texts.receivedAt, [momentInFull(lang, view.receivedAt)]],
    [texts.department, [view.department ?? texts.departmentUnknown]],
    ...(details ? [[texts.place, place.length > 0 ? place : [texts.noPlace]] satisfies [string, string[]]] : []),
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{texts.details}</h2>
      <dl class="facts">
        {facts.map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
};

/** Everything that changes in a case; the server draws it, and the live island draws it again. */
export const CaseBody = (props: CaseBodyProps): JSX.Element => {
  const { view, today, lang, texts } = props;
  const { status, isOverdue, details } = view;
  const says = details?.answer || status === 'received' || status === 'in_work' ? texts.says : texts.saysBriefly;
  return (
    <>
      <header class="case-head">
        <StatusWord status={status} isOverdue={isOverdue} texts={texts} />
        <p class="lead">{says[status]}</p>
        <DueLine {...view} today={today} lang={lang} texts={texts} />
      </header>
      {isOverdue && <Rights texts={texts} complainTo={props.complainTo} />}
      {details?.answer && <Answer answer={details.answer} lang={lang} texts={texts} />}
      <div class="case-parts">
        <section aria-labelledby="timeline">
          <h2 id="timeline">{texts.timeline}</h2>
          <Timeline view={view} lang={lang} texts={texts} />
        </section>
        <Facts {...props} />
      </div>
      {details && (
        <section aria-labelledby="own-text">
          <h2 id="own-text">{texts.ownText}</h2>
          <div class="words">{details.text}</div>
        </section>
      )}
      <details class="law">
        <summary>{texts.lawFold}</summary>
        <p>{texts.dueLaw}</p>
      </details>
    </>
  );
};
