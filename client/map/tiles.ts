import type { MapTile } from '#shared/contract/map.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { type Area, areTouching } from '#shared/domain/map/areas.ts';
import { type Position, TILE } from '#shared/domain/map/mercator.ts';
import { countsByStatus, type StatusCounts } from '#shared/domain/map/rings.ts';

interface Place {
  coordinates: Position;
}
/** A case by itself. */
export interface TilePoint {
  id: string;
  point: Place;
  status: PublicStatus;
  categoryCode: string;
}
/** Cases that lie together. */
export interface TileCluster {
  point: Place;
  count: number;
  byStatus: StatusCounts;
}
/** What lies on a part of the map. */
export interface TileMarks {
  clusters: TileCluster[];
  points: TilePoint[];
}
const marksIn = ({ clusters, points }: MapTile): TileMarks => ({
  clusters: clusters.map(([lng, lat, count, counts]) => ({
    point: { coordinates: [lng, lat] },
    count,
    byStatus: countsByStatus(counts),
  })),
  points: points.map(([id, lng, lat, status, categoryCode]) => ({
    id,
    point: { coordinates: [lng, lat] },
    status,
    categoryCode,
  })),
});
/** What part of the map is seen at a zoom, in pixels of the world. */
export interface SeenPixels {
  z: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** How long a tile may be shown without asking again, in milliseconds. */
const FRESH_MS = 60_000;
/** How many tiles are remembered. */
const MOST = 400;

/** The addresses of the tiles that cover what is seen: `z/x/y`. */
export function tilesOver({ z, left, top, right, bottom }: SeenPixels): string[] {
  const last = 2 ** z - 1;
  const columns = [Math.max(0, Math.floor(left / TILE)), Math.min(last, Math.floor((right - 1) / TILE))] as const;
  const rows = [Math.max(0, Math.floor(top / TILE)), Math.min(last, Math.floor((bottom - 1) / TILE))] as const;
  const tiles: string[] = [];
  for (let y = rows[0]; y <= rows[1]; y++) for (let x = columns[0]; x <= columns[1]; x++) tiles.push(`${z}/${x}/${y}`);
  return tiles;
}
/** The tile that an address asks for. */
const tileIn = (address: string): Area => /\d+\/\d+\/\d+/.exec(address)?.[0] ?? '';
/** Fetches tiles and remembers them for a while. */
export class Tiles {
  readonly #known = new Map<string, { tile: TileMarks; at: number }>();
  readonly #fetch: (address: string) => Promise<MapTile>;
  constructor(fetchTile: (address: string) => Promise<MapTile>) {
    this.#fetch = fetchTile;
  }
  /** Everything that is seen, points newest first. Fails where a tile cannot be had. */
  async over(seen: SeenPixels, query: string): Promise<TileMarks> {
    const tiles = await Promise.all(
      tilesOver(seen).map((tile) => this.#tile(`/api/v1/map/${tile}${query && `?${query}`}`)),
    );
    return {
      clusters: tiles.flatMap(({ clusters }) => clusters),
      points: tiles.flatMap(({ points }) => points).sort((a, b) => (a.id < b.id ? 1 : -1)),
    };
  }
  async #tile(address: string): Promise<TileMarks> {
    const known = this.#known.get(address);
    if (known && Date.now() - known.at < FRESH_MS) return known.tile;
    const tile = marksIn(await this.#fetch(address));
    this.#known.set(address, { tile, at: Date.now() });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest) this.#known.delete(oldest);
    return tile;
  }
  /** Forgets all, so that the next asking hears what changed. */
  forget(): void {
    this.#known.clear();
  }
  /** Forgets what lies in these areas. */
  forgetIn(areas: readonly Area[]): void {
    for (const address of this.#known.keys())
      if (areas.some((area) => areTouching(area, tileIn(address)))) this.#known.delete(address);
  }
}
