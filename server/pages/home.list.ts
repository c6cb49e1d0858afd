import type { ListedCase } from '#client/views/home/case-card.tsx';
import type { CaseListProps } from '#client/views/home/case-list.tsx';
import type { DistrictRow } from '#client/views/home/district-table.tsx';
import { type DistrictCount, publicPage } from '#server/map/index.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseByNumber, casesById, publicCaseOf } from '#server/register/index.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import type { Bounds } from '#shared/domain/map/mercator.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { categoryName, districtName } from './case.names.ts';
import { chipsOf, homeAddress } from './home.choices.ts';
import type { CityRequest } from './home.query.ts';
import { TEXTS } from './texts.ts';

/** How many cases stand on one page of the list. */
const PAGE = 10;

const listed =
  (lang: Lang) =>
  (found: PublicCase): ListedCase => ({
    found,
    category: categoryName(found.categoryCode, lang),
    district: districtName(found.districtCode, lang),
    thumbUrl: found.photoIds[0] ? `/files/${found.photoIds[0]}/thumb?copy=public` : null,
  });
/** By its number, or by its id, which is longer. */
const chosenCase = async (chosen: string) =>
  isCaseNumber(chosen) ? caseByNumber(chosen) : ((await casesById([chosen]))[0] ?? null);
/** The chosen case first, wherever it would stand, then the others; one that may not be shown is left out. */
async function chosenFirst(chosen: string | null, items: readonly PublicCase[]): Promise<readonly PublicCase[]> {
  if (chosen === null) return items;
  const listed = items.find(({ id, number }) => number === chosen || id === chosen);
  const found = listed ? null : await chosenCase(chosen);
  const first = listed ?? (found && publicCaseOf(found));
  return first ? [first, ...items.filter((one) => one !== first)] : items;
}
/** Near enough to tell the chosen case from its neighbours. */
const CHOSEN_ZOOM = 16;
/** A request that names a case and no place looks where the case lies, as far as everybody may know that. */
export async function lookingAtChosen(request: CityRequest): Promise<CityRequest> {
  if (request.chosen === null || request.at !== null || request.q !== '') return request;
  const found = await chosenCase(request.chosen);
  const [lng, lat] = (found && publicCaseOf(found)?.point?.coordinates) ?? [];
  return lng === undefined || lat === undefined ? request : { ...request, at: { z: CHOSEN_ZOOM, lng, lat } };
}
/** A page of the list; a cursor of another listing, as an address that was mended by hand may carry, begins anew. */
async function pageFrom(listing: Parameters<typeof publicPage>[0]): ReturnType<typeof publicPage> {
  try {
    return await publicPage(listing);
  } catch (error) {
    const isOfAnother = error instanceof Problem && error.code === 'fields.invalid';
    if (!isOfAnother) throw error;
    return publicPage({ ...listing, cursor: undefined });
  }
}
/** A district with the address of the same view narrowed to it. */
const districtRow =
  (lang: Lang, { filters, at }: CityRequest) =>
  ({ districtCode, count }: DistrictCount): DistrictRow => ({
    name: districtCode === null ? TEXTS[lang].map.noDistrict : (districtName(districtCode, lang) ?? districtCode),
    count,
    only: districtCode && homeAddress(lang, { filters: { ...filters, district: districtCode }, at }),
  });
/** The list of a view of the map; without bounds, of the whole city. */
export async function caseList(lang: Lang, request: CityRequest, bounds?: Bounds): Promise<CaseListProps> {
  const { filters, chosen, cursor } = request;
  const { items, next, total, byDistrict } = await pageFrom({ filters, bounds, cursor, limit: PAGE });
  const { map, cases } = TEXTS[lang];
  return {
    words: { lang, map, cases },
    listed: (await chosenFirst(chosen, items)).map(listed(lang)),
    chosen,
    total,
    byDistrict: byDistrict.map(districtRow(lang, request)),
    chips: chipsOf(lang, request),
    asOf: dateInFull(lang, today()),
    isPart: bounds !== undefined,
    next: next && homeAddress(lang, request, { cursor: next }),
    first: cursor === undefined ? null : homeAddress(lang, request),
    wholeCity: homeAddress(lang, { filters }),
  };
}
