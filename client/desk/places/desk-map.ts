import '#client/styles/map.css';
import * as L from 'leaflet';
import { latLng, layBase } from '#client/map/base-layer.ts';
import { chosenIcon, clusterIcon, pinIcon } from '#client/map/marks.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { CaseCell } from '#shared/contract/register-map.ts';
import { CITY, ZOOMS } from '#shared/domain/map/base-map.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** What lies under the marks: the city's own drawing at an address, or the tiles that the settings name. */
export interface MapGround {
  base: string;
  tiles: { url: string; attribution: string } | null;
}
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
const [WEST, SOUTH, EAST, NORTH] = CITY.bounds;

/** A list's cases on the map. Plain Leaflet: it knows nothing of addresses and the API. */
export class DeskMap {
  readonly #map: L.Map;
  readonly #talk: DeskMapTalk;
  readonly #marks = new Map<string, L.Marker>();
  /** What each mark stands for, as it was told last: nearer by, the cases of a cell may be told. */
  #cells: ReadonlyMap<string, CaseCell> = new Map();
  readonly #sizes: ResizeObserver;

  constructor(element: HTMLElement, talk: DeskMapTalk) {
    this.#talk = talk;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map = L.map(element, {
      center: [CITY.lat, CITY.lng],
      zoom: OPENS_AT,
      minZoom: ZOOMS.min,
      maxZoom: ZOOMS.max,
      maxBounds: [
        [SOUTH, WEST],
        [NORTH, EAST],
      ],
      attributionControl: false,
      zoomControl: false,
      zoomAnimation: !isCalm,
      fadeAnimation: !isCalm,
      inertia: !isCalm,
    });
    element.setAttribute('role', 'region');
    element.setAttribute('aria-label', talk.words.map);
    const { nearer, farther } = talk.words;
    L.control.zoom({ position: 'bottomright', zoomInTitle: nearer, zoomOutTitle: farther }).addTo(this.#map);
    this.#map.on('moveend', () => talk.moved());
    this.#sizes = new ResizeObserver(() => this.#map.invalidateSize({ animate: false }));
    this.#sizes.observe(element);
  }
  /** Lays the ground; fails where it cannot be fetched. */
  async wake({ base, tiles }: MapGround): Promise<void> {
    if (tiles) L.tileLayer(tiles.url).addTo(this.#map);
    else await layBase(this.#map, base, this.#talk.lang);
  }
  get seen(): SeenPart {
    const bounds = this.#map.getBounds();
    const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    return { bbox: sides.map((side) => side.toFixed(6)).join(','), zoom: this.#map.getZoom() };
  }
  /** Shows these in the place of those that are there; marks that stay are not touched, so that a focus on one stays too. */
  show(cells: readonly CaseCell[], openId: string | null): void {
    const wanted = new Map(
      cells.map((cell) => {
        const [only] = cell.cases;
        const isOpen = cell.count === 1 && only?.id === openId;
        const who = cell.count === 1 && only ? `${only.id} ${only.publicStatus} ${isOpen}` : cell.count;
        const key: string = `${who} ${cell.point.coordinates}`;
        return [key, { cell, isOpen }] as const;
      }),
    );
    const hadFocus = this.#hasFocus();
    this.#cells = new Map([...wanted].map(([key, { cell }]) => [key, cell]));
    for (const [key, marker] of this.#marks)
      if (!wanted.has(key)) {
        marker.remove();
        this.#marks.delete(key);
      }
    for (const [key, { cell, isOpen }] of wanted)
      if (!this.#marks.has(key)) this.#marks.set(key, this.#mark(key, cell, isOpen));
    if (hadFocus && !this.#hasFocus()) this.#map.getContainer().focus();
  }
  #hasFocus(): boolean {
    return this.#map.getPane('markerPane')?.contains(document.activeElement) ?? false;
  }
  #mark(key: string, cell: CaseCell, isOpen: boolean): L.Marker {
    const { point, count, cases } = cell;
    const [only] = cases;
    const pin = isOpen ? chosenIcon : pinIcon;
    const icon = count === 1 && only ? pin(only.publicStatus) : clusterIcon(count, {});
    const name = this.#talk.nameOf(cell);
    const at = latLng(point.coordinates);
    const marker = L.marker(at, { icon, alt: name, title: name, riseOnHover: true }).addTo(this.#map);
    marker.on('click', () => this.#press(this.#cells.get(key) ?? cell, at));
    // Leaflet lets a keyboard reach marks, but gives them no name and hears no key on them.
    const element = marker.getElement();
    element?.setAttribute('aria-label', name);
    element?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      marker.fire('click');
    });
    return marker;
  }
  #press({ count, cases }: CaseCell, at: L.LatLng): void {
    const [only] = cases;
    const zoom = this.#map.getZoom();
    if (count === 1 && only) this.#talk.chose(only);
    else if (zoom >= ZOOMS.max) this.#talk.gathered(cases);
    else this.#map.setView(at, Math.min(ZOOMS.max, zoom + NEARER));
  }
  close(): void {
    this.#sizes.disconnect();
    this.#map.remove();
  }
}
