import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { casesById, publicCaseOf } from '#server/register/index.ts';
import type { MapTile } from '#shared/contract/map.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { type Bounds, boundsOf, type MapView } from '#shared/domain/map/mercator.ts';
import type { ListPage, ListPlace } from './case-list.ts';
import { fineBoxOf, rulesNow, visibilityNow } from './case-question.ts';
import { areRead, casesRead, casesUnder, tileBodies } from './published.keeper.ts';
import type { TileAddress } from './published-cases.ts';
import type { TileBody } from './tile-bodies.ts';

/** What everybody may see of one tile now. */
export async function publicTile(tile: TileAddress, filters: CaseFilters): Promise<MapTile> {
  await casesRead();
  const visibility = visibilityNow();
  return casesUnder(visibility).tile(tile, filters, visibility);
}
/** What everybody may see of a view of the map now: the same clusters as its tiles have, and those whose cells lie half outside. */
export async function publicView(view: MapView, filters: CaseFilters): Promise<MapTile> {
  await casesRead();
  const visibility = visibilityNow();
  return casesUnder(visibility).gather(view.z, fineBoxOf(boundsOf(view)), filters, visibility);
}
/** The addresses of tiles without a filter begin with this. */
export const TILES = '/api/v1/map/';
const ADDRESS = /^\/api\/v1\/map\/([1-9]\d)\/(0|[1-9]\d{0,5})\/(0|[1-9]\d{0,5})$/;
/** The tile of an address as it travels, the same object until something on it changes; null for whatever else it is, and while cases are being read. */
export function tileBody(address: string): TileBody | null {
  const [, z, x, y] = (ADDRESS.exec(address) ?? []).map(Number);
  if (z === undefined || x === undefined || y === undefined || !areRead()) return null;
  if (z < ZOOMS.min || z > ZOOMS.max || Math.max(x, y) >= 2 ** z) return null;
  const visibility = visibilityNow();
  const cases = casesUnder(visibility);
  cases.arrive(visibility.nowMs);
  return tileBodies.of({ z, x, y }, rulesNow(), () => cases.tile({ z, x, y }, {}, visibility));
}

/** One page of published cases, newest first, how many there are in all and in each district, and the cursor of the next page. */
export interface PublicPage extends Pick<ListPage, 'total' | 'byDistrict'> {
  items: PublicCase[];
  next: string | null;
}
/** What is listed; a cursor fits the listing that it was made for. */
export interface Listing {
  filters: CaseFilters;
  bounds?: Bounds | undefined;
  cursor?: string | undefined;
  limit: number;
}
const listingName = ({ filters, bounds }: Listing): string =>
  JSON.stringify([
    filters.status,
    filters.category,
    filters.district,
    filters.from,
    filters.to,
    filters.overdue,
    bounds,
  ]);

function placeIn(cursor: string, name: string): ListPlace {
  const { key, id } = readCursor(cursor, name);
  return { receivedAtS: Number(key), id };
}
/** Finds a page in memory and reads its cases from the store, where each is asked once more whether it may be shown. */
export async function publicPage(listing: Listing): Promise<PublicPage> {
  const { filters, bounds, cursor, limit } = listing;
  const name = listingName(listing);
  const after = cursor === undefined ? undefined : placeIn(cursor, name);
  await casesRead();
  const visibility = visibilityNow();
  const { ids, next, total, byDistrict } = casesUnder(visibility).page(filters, visibility, { bounds, after, limit });
  const found = new Map((await casesById(ids)).map((one) => [String(one._id), one]));
  const items = ids.flatMap((id) => {
    const one = found.get(id);
    return one ? (publicCaseOf(one) ?? []) : [];
  });
  return { items, next: next && writeCursor({ key: String(next.receivedAtS), id: next.id }, name), total, byDistrict };
}
