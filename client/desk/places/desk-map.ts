import '#client/styles/map.css';
import type * as L from 'leaflet';
import { latLng } from '#client/map/base-layer.ts';
import { type Mark, MarkSet } from '#client/map/mark-set.ts';
import { chosenIcon, clusterIcon, pinIcon } from '#client/map/marks.ts';
import { layGround, type MapGround, newMap } from '#client/map/new-map.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { CaseCell } from '#shared/contract/register-map.ts';
import { CITY, ZOOMS } from '#shared/domain/map/base-map.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** What the map says and asks. */
export interface DeskMapTalk {
  lang: Lang;
  words: { map: string; nearer: string; farther: string };
  /** How a mark is called. */
  nameOf(cell: CaseCell): string;
  /** The map came to rest elsewhere. */
  moved(): void;
  chose(row: CaseRow): void;
  /** Cases that lie together even at the nearest zoom. */
  gathered(cases: readonly CaseRow[]): void;
}
/** The part of the map that is seen, as it is asked for. */
export interface SeenPart {
  bbox: string;
  zoom: number;
}
/** How far a press on many cases goes nearer. */
const NEARER = 2;
const OPENS_AT = 12;

/** A list's cases on the map. Plain Leaflet: it knows nothing of addresses and the API. */
export class DeskMap {
  readonly #map: L.Map;
  readonly #talk: DeskMapTalk;
  readonly #marks: MarkSet;
  readonly #sizes: ResizeObserver;

  constructor(element: HTMLElement, talk: DeskMapTalk) {
    this.#talk = talk;
    const { map: label, nearer, farther } = talk.words;
    const city = [CITY.lng, CITY.lat] as const;
    this.#map = newMap(element, { at: city, zoom: OPENS_AT, label, nearer, farther, isWheeled: true });
    this.#marks = new MarkSet(this.#map);
    this.#map.on('moveend', () => talk.moved());
    this.#sizes = new ResizeObserver(() => this.#map.invalidateSize({ animate: false }));
    this.#sizes.observe(element);
  }
  /** Lays the ground; fails where it cannot be fetched. */
  wake(ground: MapGround): Promise<void> {
    return layGround(this.#map, ground, this.#talk.lang);
  }
  get seen(): SeenPart {
    const bounds = this.#map.getBounds();
    const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    return { bbox: sides.map((side) => side.toFixed(6)).join(','), zoom: this.#map.getZoom() };
  }
  /**
   * Shows these, as they lie at a zoom, in the place of those that are there; marks that stay are not touched, so that
   * a focus on one stays too.
   */
  show(cells: readonly CaseCell[], zoom: number, openId: string | null): void {
    this.#marks.show(
      new Map(
        cells.map((cell) => {
          const [only] = cell.cases;
          const isOpen = cell.count === 1 && only?.id === openId;
          const who = cell.count === 1 && only ? `${only.id} ${isOpen}` : `${zoom} ${cell.point.coordinates}`;
          return [who, this.#mark(cell, zoom, isOpen)];
        }),
      ),
    );
  }
  #mark(cell: CaseCell, zoom: number, isOpen: boolean): Mark {
    const { point, count, cases } = cell;
    const [only] = cases;
    const status = count === 1 && only ? only.publicStatus : null;
    const at = point.coordinates;
    return {
      at,
      look: status ?? String(count),
      icon: () => (status ? (isOpen ? chosenIcon : pinIcon)(status) : clusterIcon(count, {}, this.#talk.lang)),
      name: this.#talk.nameOf(cell),
      press: () => this.#press(cell, zoom, latLng(at)),
    };
  }
  /** A mark of a farther zoom than the map's, whose cases are still on their way, names none of them. */
  #press({ count, cases }: CaseCell, markZoom: number, at: L.LatLng): void {
    const [only] = cases;
    if (count === 1 && only) this.#talk.chose(only);
    else if (markZoom >= ZOOMS.max) this.#talk.gathered(cases);
    else this.#map.setView(at, Math.min(ZOOMS.max, this.#map.getZoom() + NEARER));
  }
  close(): void {
    this.#sizes.disconnect();
    this.#map.remove();
  }
}
