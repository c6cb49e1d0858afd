import { ZOOMS } from '#shared/domain/map/base-map.ts';
import { FINE_ZOOM } from './cells.ts';
import type { TileAddress } from './published-cases.ts';

/** A tile as it travels. The same object as long as nothing on it changes. */
export interface TileBody {
  type: string;
  body: string;
}
/** How many tiles are kept: those of a whole city down to its streets. */
const MOST = 4_096;
/** Bits of a fine coordinate within a tile: 256 = 2 ** 8 pixels. */
const tileBits = (z: number): number => FINE_ZOOM - z + 8;
const keyOf = ({ z, x, y }: TileAddress): number => (z * 2 ** ZOOMS.max + x) * 2 ** ZOOMS.max + y;

/** Unfiltered tiles, made when they are first asked for and kept until something on them changes or the rules do. */
export class TileBodies {
  readonly #kept = new Map<number, TileBody>();
  #rules = '';

  /** The tile; `make` tells what is on it where that is not known. */
  of(address: TileAddress, rules: string, make: () => unknown): TileBody {
    if (rules !== this.#rules) this.clear();
    this.#rules = rules;
    const key = keyOf(address);
    const known = this.#kept.get(key);
    const body = known ?? { type: 'application/json; charset=utf-8', body: JSON.stringify(make()) };
    this.#kept.delete(key);
    this.#kept.set(key, body); // those asked for last go last
    if (this.#kept.size > MOST) this.#dropOldest();
    return body;
  }
  #dropOldest(): void {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
  /** Forgets the tiles of all zooms on which this fine pixel lies. */
  forget(x: number, y: number): void {
    if (this.#kept.size === 0) return;
    for (let z: number = ZOOMS.min; z <= ZOOMS.max; z++)
      this.#kept.delete(keyOf({ z, x: x >>> tileBits(z), y: y >>> tileBits(z) }));
  }
  clear(): void {
    this.#kept.clear();
  }
}
