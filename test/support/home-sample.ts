import type { ListedCase } from '#client/views/home/case-card.tsx';
import type { CaseListProps } from '#client/views/home/case-list.tsx';
import { type HomeFacts, homePage, plainVisit } from '#server/pages/home.page.tsx';
import { cityRequestIn } from '#server/pages/home.query.ts';
import { seek } from '#server/pages/home.seek.ts';
import { TEXTS } from '#server/pages/texts.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** A published case as the list shows it. */
export const aListedCase = (over: Partial<PublicCase> = {}, more: Partial<ListedCase> = {}): ListedCase => ({
  found: {
    id: 'b'.repeat(24),
    number: '2600123452',
    status: 'in_work',
    isOverdue: false,
    receivedAt: '2026-03-01T08:00:00.000Z',
    dueOn: '2026-04-01',
    answeredOn: null,
    categoryCode: 'road-surface',
    department: null,
    districtCode: 'prymorskyi',
    address: null,
    point: { type: 'Point', coordinates: [30.7326, 46.4846] },
    text: 'На розі яма завглибшки з долоню, машини об’їжджають її тротуаром.',
    answer: null,
    photoIds: [],
    applicants: 1,
    steps: [],
    ...over,
  },
  category: 'Яма або пошкоджене покриття',
  district: 'Приморський район',
  thumbUrl: null,
  ...more,
});
/** The list of the whole city with one case. */
export const aCaseList = (over: Partial<CaseListProps> = {}, lang: Lang = 'uk'): CaseListProps => ({
  words: { lang, map: TEXTS[lang].map, cases: TEXTS[lang].cases },
  listed: [aListedCase()],
  chosen: null,
  total: 1,
  byDistrict: [],
  chips: [],
  asOf: '3 березня 2026',
  isPart: false,
  next: null,
  first: null,
  wholeCity: '/',
  ...over,
});
/** What the home page shows as it is made beforehand: unfiltered. */
export const homeFacts = (lang: Lang = 'uk', over: Partial<HomeFacts> = {}): HomeFacts => ({
  figures: { year: 2026, received: 3, inWork: 2, answered: 1 },
  list: aCaseList({}, lang),
  seeking: seek(
    lang,
    cityRequestIn(() => undefined),
  ),
  tiles: null,
  ...over,
});
/** That page whole, for a visitor without a session. */
export const aHomePage = (lang: Lang = 'uk', over: Partial<HomeFacts> = {}): string =>
  homePage(plainVisit(lang), homeFacts(lang, over));
