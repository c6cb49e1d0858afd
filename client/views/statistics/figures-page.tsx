import type { JSX } from 'preact';
import { StatusWord } from '#client/views/cases/status-word.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { StatisticsFigures } from '#shared/contract/statistics.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import { Counted, daysInWords, type FigureLinks, type FigureRow, type Words } from './counted.tsx';
import { BarKey } from './figure-bar.tsx';
import { FigureTable, type FigureTableProps } from './figure-table.tsx';
import { MonthChart, type MonthRow } from './month-chart.tsx';
import { ScopeForm, type ScopeProps } from './scope-form.tsx';
import { shareIn } from './share.ts';

/** The published appeals in figures, and where those behind each figure are listed. */
export interface FiguresPageProps extends Words {
  form: ScopeProps;
  asOf: string;
  figures: StatisticsFigures;
  links: FigureLinks;
  statuses: readonly { status: PublicStatus; count: number; href: string }[];
  /** The latest months, the earliest of them first. */
  months: readonly MonthRow[];
  /** Whether there are earlier ones. */
  hasEarlier: boolean;
  districts: readonly FigureRow[];
  categories: readonly FigureRow[];
  /** How many appeals the whole register took this year; null where a part of the city is asked for. */
  city: { year: number; received: number } | null;
  json: string;
  cases: Pick<CaseTexts, 'statuses' | 'overdue'>;
}
const Totals = ({ figures, links, city, lang, texts }: FiguresPageProps): JSX.Element => {
  const { total, open, inWork, overdue, answered, onTime, medianDays } = figures;
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{texts.totals}</h2>
      <dl class="tiles">
        <div>
          <dt>{texts.total}</dt>
          <dd>
            <Counted count={total} href={links.total} lang={lang} />
          </dd>
        </div>
        <div>
          <dt>{texts.onTime}</dt>
          <dd>
            {answered === 0 ? (
              <small>{texts.noAnswers}</small>
            ) : (
              <>
                {shareIn(lang, onTime, answered)}{' '}
                <small>
                  {fill(texts.onTimeOf, {
                    onTime: spacedCount(lang, onTime),
                    answered: spacedCount(lang, answered),
                  })}
                </small>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{texts.median}</dt>
          <dd>{medianDays === null ? <small>{texts.noAnswers}</small> : daysInWords({ lang, texts }, medianDays)}</dd>
        </div>
        <div>
          <dt>{texts.open}</dt>
          <dd>
            <Counted count={open} href="#by-status" lang={lang} />
          </dd>
        </div>
        <div>
          <dt>{texts.inWork}</dt>
          <dd>
            <Counted count={inWork} href={links.inWork} lang={lang} />
          </dd>
        </div>
        <div class={overdue > 0 ? 'late' : undefined}>
          <dt>{texts.overdue}</dt>
          <dd>
            <Counted count={overdue} href={links.overdue} lang={lang} />
          </dd>
        </div>
      </dl>
      {city && (
        <p class="hint">
          {fill(texts.cityYear, { year: city.year, received: plural(lang, city.received, texts.cityReceived) })}
        </p>
      )}
    </section>
  );
};
const Statuses = ({ statuses, cases, lang, texts }: FiguresPageProps): JSX.Element => {
  const most = Math.max(1, ...statuses.map(({ count }) => count));
  return (
    <section aria-labelledby="by-status">
      <h2 id="by-status">{texts.byStatus}</h2>
      <table class="sums">
        <caption class="unseen">{texts.byStatus}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.status}</th>
            <th scope="col">{texts.count}</th>
          </tr>
        </thead>
        <tbody>
          {statuses.map(({ status, count, href }) => (
            <tr key={status}>
              <th scope="row">
                <StatusWord status={status} isOverdue={false} texts={cases} />
                <svg class={`bar ${status}`} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={((count / most) * 1_000).toFixed(1)} height="10" />
                </svg>
              </th>
              <td>
                <Counted count={count} href={href} lang={lang} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
const Months = ({ months, hasEarlier, lang, texts }: FiguresPageProps): JSX.Element => (
  <section aria-labelledby="by-month">
    <h2 id="by-month">{texts.byMonth}</h2>
    <MonthChart months={months} lang={lang} texts={texts} />
    <BarKey lang={lang} texts={texts} />
    {hasEarlier && <p class="hint">{fill(texts.monthsShown, { n: months.length })}</p>}
    <details>
      <summary>{texts.asTable}</summary>
      <FigureTable
        caption={texts.byMonth}
        head={texts.month}
        rows={[...months].reverse()}
        hasBars={false}
        lang={lang}
        texts={texts}
      />
    </details>
  </section>
);
const Parts = ({ id, ...table }: { id: string } & FigureTableProps): JSX.Element => (
  <section aria-labelledby={id}>
    <h2 id={id}>{table.caption}</h2>
    <FigureTable {...table} />
    <BarKey lang={table.lang} texts={table.texts} />
  </section>
);
const Meaning = ({ asOf, json, lang, texts }: FiguresPageProps): JSX.Element => (
  <section aria-labelledby="meaning">
    <h2 id="meaning">{texts.meaning}</h2>
    {texts.meanings.map((says) => (
      <p key={says}>{fill(says, { date: dateInFull(lang, asOf) })}</p>
    ))}
    <ul class="files">
      <li>
        <a href={json}>{texts.json}</a>
      </li>
      <li>
        <a href={addressIn(lang, '/statistics/messages')}>{texts.messages}</a>
      </li>
    </ul>
  </section>
);

/** How the city answers, in figures of its published appeals; complete without scripts. */
export const FiguresPage = (props: FiguresPageProps): JSX.Element => {
  const { form, figures, districts, categories, lang, texts } = props;
  const words = { hasBars: true, lang, texts };
  return (
    <div class="column statistics">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <ScopeForm {...form} />
      {figures.total === 0 ? (
        <p class="nothing">{form.chips.length > 0 ? texts.noneFits : texts.noneYet}</p>
      ) : (
        <>
          <Totals {...props} />
          <Statuses {...props} />
          <Months {...props} />
          {districts.length > 0 && (
            <Parts id="by-district" caption={texts.byDistrict} head={texts.district} rows={districts} {...words} />
          )}
          {categories.length > 0 && (
            <Parts id="by-category" caption={texts.byCategory} head={texts.category} rows={categories} {...words} />
          )}
        </>
      )}
      <Meaning {...props} />
    </div>
  );
};
