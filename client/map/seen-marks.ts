import type { MapTile } from '#shared/contract/map.ts';
import type { Area } from '#shared/domain/map/areas.ts';
import { type CaseFilters, cityQuery } from '#shared/domain/map/filters.ts';
import type { CityMap } from './city-map.ts';
import { Tiles } from './tiles.ts';

/** How far beyond its edges a map that is moved is ready, in pixels. */
const AHEAD = 96;

/** The marks of what a map shows: fetched tile by tile, shown in order, with answers that come too late left out. */
export class SeenMarks {
  readonly #map: CityMap;
  readonly #tiles = new Tiles(async (address) => {
    const reply = await fetch(address, { credentials: this.#credentials, signal: this.#flight.signal });
    if (!reply.ok) throw new Error(`${address} answers ${reply.status}`);
    return (await reply.json()) as MapTile;
  });
  readonly #credentials: RequestCredentials;
  /** Ends what is asked for a zoom or filters that are no longer wanted. */
  #flight = new AbortController();
  #view = '';
  #asked = 0;
  #shown = 0;

  constructor(map: CityMap, credentials: RequestCredentials = 'same-origin') {
    this.#map = map;
    this.#credentials = credentials;
  }
  /** Shows the cases of these filters that the map sees now. Fails where they cannot be had, unless others are wanted meanwhile. */
  async bring(filters: CaseFilters): Promise<void> {
    const seen = this.#map.pixels(this.#shown === 0 ? 0 : AHEAD);
    const query = cityQuery({ filters }).toString();
    const view = `${seen.z}?${query}`;
    if (view !== this.#view) this.#leave();
    this.#view = view;
    const turn = ++this.#asked;
    const { signal } = this.#flight;
    try {
      const marks = await this.#tiles.over(seen, query);
      if (!signal.aborted && turn > this.#shown) {
        this.#shown = turn;
        this.#map.show(marks, seen.z);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (signal.aborted && turn === this.#asked) await this.bring(filters); // it was forgotten, not left for another view
  }
  #leave(): void {
    this.#flight.abort();
    this.#flight = new AbortController();
  }
  /** Forgets what was fetched of these areas, or all of it, and what is on its way, so that the next asking hears what changed. */
  forget(areas?: readonly Area[]): void {
    this.#leave();
    if (areas) this.#tiles.forgetIn(areas);
    else this.#tiles.forget();
  }
}
