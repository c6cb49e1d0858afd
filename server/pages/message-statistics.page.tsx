import { MessagesPage } from '#client/views/statistics/messages-page.tsx';
import { today } from '#server/platform/clock.ts';
import type { MessageYear } from '#shared/contract/message-statistics.ts';
import { sumOf, sumsBy } from '#shared/domain/message-sums.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

const MONTHS = Array.from({ length: 12 }, (_, n) => n + 1);

/** The public page of a year's texts: everything on it is added up from `days`, as anybody can do again. */
export function messagesPage(visit: Visit, { year, years, lines, days }: MessageYear): string {
  const { lang } = visit;
  const texts = TEXTS[lang].messageStatistics;
  const [thisYear, thisMonth] = today().split('-').map(Number);
  const isNow = year === thisYear;
  const ofLine = sumsBy(days, ({ line }) => line);
  const ofMonth = sumsBy(days, ({ on }) => Number(on.slice(5, 7)));
  const ofKind = sumsBy(days, ({ template }) => template);
  const view = (
    <MessagesPage
      {...{ year, years, isNow, lang, texts }}
      total={sumOf(days)}
      lines={lines.map((line) => ({ ...line, sums: ofLine.get(line.line) ?? sumOf([]) }))}
      months={MONTHS.filter((month) => !isNow || month <= (thisMonth ?? 12)).map((month) => [
        month,
        ofMonth.get(month) ?? sumOf([]),
      ])}
      kinds={[...ofKind].sort(([, a], [, b]) => b.texts - a.texts)}
    />
  );
  return renderDocument(frameOf(visit, texts.title), view, { styles: ['client/styles/statistics.css'] });
}
