import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { casesById, publicCaseOf } from '#server/register/index.ts';
import type { MapTile } from '#shared/contract/map.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { type Bounds, boundsOf, type MapView } from '#shared/domain/map/mercator.ts';
import { fineBoxOf, visibilityNow } from './case-question.ts';
import { publishedCases } from './published.keeper.ts';
import type { ListPlace, TileAddress } from './published-cases.ts';

/** What everybody may see of one tile now. */
export const publicTile = (tile: TileAddress, filters: CaseFilters): MapTile =>
  publishedCases().tile(tile, filters, visibilityNow());

/** What everybody may see of a view of the map now: the same clusters as its tiles have. */
export const publicView = (view: MapView, filters: CaseFilters): MapTile =>
  publishedCases().gather(view.z, fineBoxOf(boundsOf(view)), filters, visibilityNow());

/** One page of published cases, newest first, how many there are in all, and the cursor of the next page. */
export interface PublicPage {
  items: PublicCase[];
  next: string | null;
  total: number;
}
/** What is listed; a cursor fits the listing that it was made for. */
export interface Listing {
  filters: CaseFilters;
  bounds?: Bounds | undefined;
  cursor?: string | undefined;
  limit: number;
}
const listingName = ({ filters, bounds }: Listing): string =>
  JSON.stringify([filters.status, filters.category, filters.district, filters.from, filters.to, bounds]);

function placeIn(cursor: string, name: string): ListPlace {
  const { key, id } = readCursor(cursor, name);
  return { receivedAtS: Number(key), id };
}
/** Finds a page in memory and reads its cases from the store, where each is asked once more whether it may be shown. */
export async function publicPage(listing: Listing): Promise<PublicPage> {
  const { filters, bounds, cursor, limit } = listing;
  const name = listingName(listing);
  const after = cursor === undefined ? undefined : placeIn(cursor, name);
  const { ids, next, total } = publishedCases().page(filters, visibilityNow(), { bounds, after, limit });
  const found = new Map((await casesById(ids)).map((one) => [String(one._id), one]));
  const items = ids.flatMap((id) => {
    const one = found.get(id);
    return one ? (publicCaseOf(one) ?? []) : [];
  });
  return { items, next: next && writeCursor({ key: String(next.receivedAtS), id: next.id }, name), total };
}
