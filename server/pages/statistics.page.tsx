import { addressIn } from '#client/views/layout.tsx';
import type { FigureLinks, FigureRow } from '#client/views/statistics/counted.tsx';
import { FiguresPage } from '#client/views/statistics/figures-page.tsx';
import type { MonthRow } from '#client/views/statistics/month-chart.tsx';
import {
  readStatistics,
  type Statistics,
  type StatisticsFigures,
  type StatisticsScope,
} from '#shared/contract/statistics.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { monthName } from '#shared/texts/dates.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { categoryName, districtName } from './case.names.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { choices, filterChips, filteredAddress, homeAddress } from './home.choices.ts';
import type { CityFigures } from './home.page.tsx';
import { TEXTS } from './texts.ts';

/** The months that fit side by side on a phone. */
const MONTHS_SHOWN = 12;
const SHORT_LETTERS = 3;

/** What the page shows: the counted cases, which they are, and the figures of the whole register. */
export interface StatisticsFacts {
  found: Statistics;
  scope: StatisticsScope;
  figures: CityFigures;
}
const linksTo = (lang: Lang, filters: CaseFilters): FigureLinks => ({
  total: homeAddress(lang, { filters }),
  inWork: homeAddress(lang, { filters: { ...filters, status: 'in_work' } }),
  overdue: homeAddress(lang, { filters }, { overdue: '1' }),
});
const plain = ({ total, open, inWork, overdue, answered, onTime, medianDays, byStatus }: StatisticsFigures) => ({
  total,
  open,
  inWork,
  overdue,
  answered,
  onTime,
  medianDays,
  byStatus,
});
const NOTHING: StatisticsFigures = {
  total: 0,
  open: 0,
  inWork: 0,
  overdue: 0,
  answered: 0,
  onTime: 0,
  medianDays: null,
  byStatus: {},
};

const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 'YYYY-MM-DD'.length);
const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);
const sooner = (a: string, b: string | undefined): string => (b !== undefined && b < a ? b : a);
/** The months from the first that has anything to the last, at most so many of the latest. */
function monthRows(lang: Lang, { byMonth }: Statistics, scope: StatisticsScope): MonthRow[] {
  const counted = new Map(byMonth.map(({ month, ...figures }) => [month, figures]));
  const numbers = byMonth.map(({ month }) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1);
  const last = Math.max(...numbers);
  const first = Math.max(Math.min(...numbers), last - MONTHS_SHOWN + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => {
    const [year, month] = [Math.floor((first + nth) / 12), ((first + nth) % 12) + 1];
    const key = `${year}-${String(month).padStart(2, '0')}`;
    const days = { from: later(`${key}-01`, scope.from), to: sooner(lastDay(year, month), scope.to) };
    const name = monthName(lang, month);
    return {
      name: `${name} ${year}`,
      short: name.slice(0, SHORT_LETTERS),
      year: month === 1 || nth === 0 ? year : null,
      opens: null,
      links: linksTo(lang, { ...scope, ...days }),
      figures: counted.get(key) ?? NOTHING,
    };
  });
}
function districtRows(lang: Lang, { byDistrict }: Statistics, scope: StatisticsScope): FigureRow[] {
  if (scope.district !== undefined) return [];
  return byDistrict.flatMap(({ districtCode, ...figures }) => {
    // No filter of the list means those without a district.
    if (districtCode === null) return [];
    const only = { ...scope, district: districtCode };
    const name = districtName(districtCode, lang) ?? districtCode;
    return [{ name, opens: pageAddress(lang, only), links: linksTo(lang, only), figures }];
  });
}
/** The topics of one level: the highest, or those right below the one that was chosen. */
function categoryRows(lang: Lang, { byCategory }: Statistics, scope: StatisticsScope): FigureRow[] {
  const above = scope.category ?? null;
  const branches = new Set(byCategory.map(({ parentCode }) => parentCode));
  return byCategory
    .filter(({ parentCode }) => parentCode === above)
    .map(({ categoryCode, parentCode: _, ...figures }) => {
      const only = { ...scope, category: categoryCode };
      return {
        name: categoryName(categoryCode, lang),
        opens: branches.has(categoryCode) ? pageAddress(lang, only) : null,
        links: linksTo(lang, only),
        figures,
      };
    })
    .sort((a, b) => b.figures.total - a.figures.total);
}
/** The address of these figures in a language. */
const pageAddress = (lang: Lang, scope: StatisticsScope): string =>
  filteredAddress(addressIn(lang, '/statistics'), scope);

/** The public page of figures; without filters and session it is the same for everybody, so it can be made beforehand. */
export function statisticsPage(visit: Visit, { found, scope, figures: city }: StatisticsFacts): string {
  const { lang } = visit;
  const { statistics: texts, map, cases } = TEXTS[lang];
  const chips = filterChips(lang, scope, (filters) => pageAddress(lang, filters));
  const months = found.total > 0 ? monthRows(lang, found, scope) : [];
  const isPlain = chips.length === 0;
  const view = (
    <FiguresPage
      {...{ lang, texts, cases, months }}
      form={{ lang, texts, map, scope, chips, ...choices(lang) }}
      asOf={found.asOf}
      figures={plain(found)}
      links={linksTo(lang, scope)}
      statuses={PUBLIC_STATUSES.map((status) => ({
        status,
        count: found.byStatus[status] ?? 0,
        href: homeAddress(lang, { filters: { ...scope, status } }),
      }))}
      hasEarlier={found.byMonth.length > months.length}
      districts={districtRows(lang, found, scope)}
      categories={categoryRows(lang, found, scope)}
      city={isPlain ? city : null}
      json={filteredAddress(readStatistics.path, scope)}
    />
  );
  return renderDocument(frameOf({ ...visit, path: '/statistics' }, texts.title), view, {
    styles: ['client/styles/statistics.css'],
    ...(!isPlain && { isPrivate: true }),
  });
}
