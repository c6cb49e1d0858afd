import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { LineOfYear, MessageYear } from '#shared/contract/message-statistics.ts';
import type { MessageSums } from '#shared/domain/message-sums.ts';
import { monthName } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvnias } from '#shared/texts/money.ts';
import { type Lang, spacedCount } from '#shared/texts/plural.ts';
import type { MessageStatisticsTexts } from '#shared/texts/uk/message-statistics.ts';
import { LineMoney } from './line-money.tsx';
import { MessageTable } from './message-table.tsx';
import { shareIn } from './share.ts';

/** A year's texts, added up. */
export interface MessagesPageProps extends Pick<MessageYear, 'year' | 'years'> {
  /** True for the year that is not over. */
  isNow: boolean;
  total: MessageSums;
  lines: readonly (LineOfYear & { sums: MessageSums })[];
  /** Months by their number, from 1. */
  months: readonly (readonly [month: number, sums: MessageSums])[];
  /** Kinds of text by their template. */
  kinds: readonly (readonly [template: string, sums: MessageSums])[];
  lang: Lang;
  texts: MessageStatisticsTexts;
}
const Years = ({ year, years, lang, texts }: MessagesPageProps): JSX.Element => (
  <nav class="years" aria-label={texts.years}>
    <ul>
      {years.map((one) => (
        <li key={one}>
          <a
            href={`${addressIn(lang, '/statistics/messages')}?year=${one}`}
            aria-current={one === year ? 'page' : undefined}
          >
            {one}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Totals = ({ total, lang, texts }: MessagesPageProps): JSX.Element => {
  const count = (n: number) => spacedCount(lang, n);
  const { sent, delivered, failed, open, parts, paid } = texts;
  const facts = [
    [sent, count(total.texts)],
    [delivered, `${count(total.delivered)} (${shareIn(lang, total.delivered, total.texts)})`],
    [failed, count(total.failed)],
    [open, count(total.texts - total.delivered - total.failed)],
    [parts, count(total.parts)],
    [paid, fill(texts.hryvnias, { sum: hryvnias(lang, total.kopiykas) })],
  ] as const;
  return (
    <dl class="facts totals">
      {facts.map(([name, says]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
};

const Tables = (props: MessagesPageProps): JSX.Element => {
  const { year, total, months, kinds, lang, texts } = props;
  const most = Math.max(1, ...months.map(([, { texts: sent }]) => sent));
  const byMonth = months.map(([month, sums]) => ({ name: monthName(lang, month), sums, barOf: most }));
  const byKind = kinds.map(([template, sums]) => ({
    name: texts.kinds[template as keyof typeof texts.kinds] ?? template,
    sums,
  }));
  const words = { caption: fill(texts.byMonthUnit, { year }), lang, texts };
  return (
    <>
      <section aria-labelledby="by-month">
        <h2 id="by-month">{texts.byMonth}</h2>
        <MessageTable {...words} head={texts.month} rows={byMonth} total={total} />
        <p class="hint">{texts.bar}</p>
      </section>
      <section aria-labelledby="by-kind">
        <h2 id="by-kind">{texts.byKind}</h2>
        <MessageTable {...words} head={texts.kind} rows={byKind} total={total} />
      </section>
    </>
  );
};

const Recount = ({ year, texts }: MessagesPageProps): JSX.Element => (
  <section aria-labelledby="recount">
    <h2 id="recount">{texts.recount}</h2>
    <p>{texts.recountSays}</p>
    <ul class="files">
      <li>
        <a href={`/statistics/messages.csv?year=${year}`}>{fill(texts.csv, { year })}</a>
      </li>
      <li>
        <a href={`/api/v1/message-statistics?year=${year}`}>{texts.json}</a>
      </li>
    </ul>
    <p>{texts.counts}</p>
    <p>{texts.nothingPersonal}</p>
  </section>
);

/** The texts that the city sent in a year, delivered, and what they cost by line of its programme; complete without scripts. */
export const MessagesPage = (props: MessagesPageProps): JSX.Element => {
  const { year, years, isNow, total, texts } = props;
  const isEmpty = total.texts === 0;
  return (
    <div class="column statistics">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {years.length > 1 && <Years {...props} />}
      <section aria-labelledby="total">
        <h2 id="total">{fill(texts.total, { year })}</h2>
        {isEmpty ? <p>{fill(isNow ? texts.emptyYet : texts.empty, { year })}</p> : <Totals {...props} />}
      </section>
      <LineMoney {...props} />
      {!isEmpty && <Tables {...props} />}
      <Recount {...props} />
    </div>
  );
};
