import { catalogue } from '#server/catalogue/index.ts';
import { database } from '#server/platform/database.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { ZOOMS as NEAREST } from '#shared/domain/map/base-map.ts';
import { project, TILE } from '#shared/domain/map/mercator.ts';

/** Where something is asked for, of us and of the rival, for the same cases. */
export interface TileQuestion {
  ours: string;
  naive: string;
}
/** A cluster says how many it gathers by name, or in the third place of `[lng, lat, count, …]`. */
interface Cluster {
  count?: number;
  readonly 2?: number;
}
/** A tile as it travels. */
interface Tile {
  clusters?: Cluster[];
  points?: unknown[];
  c?: Cluster[];
  p?: unknown[];
}
/** How many cases a tile shows, gathered or by themselves. */
export function casesOn({ clusters, points, c, p }: Tile): number {
  const gathered = (clusters ?? c ?? []).map((one) => one.count ?? one[2] ?? 0);
  return gathered.reduce((sum, count) => sum + count, (points ?? p ?? []).length);
}

/** From this zoom on a tile shows single cases, below it mostly clusters. */
const POINTS_FROM = 15;
const ZOOMS = { clusters: [11, 12, 13, 14], points: [15, 16, 17] } as const;
/** Places that people look at are those where cases are. */
const PLACES = 12;

/** The tile over a point. */
function tileAt(point: [number, number], z: number): string {
  const [x, y] = project(point, z).map((pixel) => Math.floor(pixel / TILE));
  return `${z}/${x}/${y}`;
}
/** A case that everybody sees, and the nearest tile that shows it, alone or among others. */
export async function aCaseOnTheMap(): Promise<{ path: string; id: string }> {
  const seen = {
    'publication.state': 'public',
    'publication.point': { $ne: null },
    'publication.visibleFrom': { $lte: new Date() },
  };
  const found = await database()
    .collection('cases')
    .findOne(seen, { sort: { _id: -1 } });
  if (!found) throw new Error('no case is on the map');
  return { path: `/api/v1/map/${tileAt(found.publication.point.coordinates, NEAREST.max)}`, id: String(found._id) };
}
/** Tiles over places with cases, at the zooms at which a map shows clusters or single cases; the same at each run of one city. */
export async function tilesOver(what: keyof typeof ZOOMS): Promise<string[]> {
  const all = { 'publication.state': { $in: ['anonymised', 'public'] }, 'publication.point': { $ne: null } };
  const cases = database().collection('cases');
  const step = Math.max(1, Math.floor((await cases.countDocuments(all)) / PLACES));
  const tiles = new Set<string>();
  for (let nth = 0; nth < PLACES; nth += 1) {
    const found = await cases
      .find(all, { projection: { 'publication.point': 1 } })
      .sort({ _id: 1 })
      .skip(nth * step)
      .limit(1)
      .next();
    if (!found) continue;
    const z = ZOOMS[what][nth % ZOOMS[what].length] ?? POINTS_FROM;
    tiles.add(tileAt(found.publication.point.coordinates, z));
  }
  return [...tiles];
}
/** The same tiles unfiltered. */
export const unfiltered = (tiles: readonly string[]): TileQuestion[] =>
  tiles.map((tile) => ({ ours: `/api/v1/map/${tile}`, naive: `/map/${tile}` }));

/** The same tiles, each by a category, a period or both in turn. */
export async function filtered(tiles: readonly string[]): Promise<TileQuestion[]> {
  const { categories } = catalogue();
  const parents = new Set(categories.map(({ parentCode }) => parentCode));
  const leaves = categories.filter(({ code, publicity }) => !parents.has(code) && publicity !== 'never');
  const [newest] = await database().collection('cases').find().sort({ receivedAt: -1 }).limit(1).toArray();
  const from = new Date(newest?.receivedAt.getTime() - 90 * 86_400_000).toISOString().slice(0, 10) as LegalDate;
  return tiles.map((tile, nth) => {
    const category = nth % 3 === 1 ? null : (leaves[nth % leaves.length]?.code ?? null);
    const isRecent = nth % 3 !== 0;
    const ours = new URLSearchParams({ ...(category && { category }), ...(isRecent && { from }) });
    const since = startOfDay(from).toISOString();
    const naive = new URLSearchParams({ ...(category && { category }), ...(isRecent && { since }) });
    return { ours: `/api/v1/map/${tile}?${ours}`, naive: `/map/${tile}?${naive}` };
  });
}
