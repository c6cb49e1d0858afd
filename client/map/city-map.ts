import * as L from 'leaflet';
import type { CityMapWords } from '#client/views/island.tsx';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import type { MapPlace } from '#shared/domain/map/filters.ts';
import type { Bounds, Position } from '#shared/domain/map/mercator.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import { latLng } from './base-layer.ts';
import { type Mark, MarkSet } from './mark-set.ts';
import { chosenIcon, clusterIcon, pinIcon, placeIcon } from './marks.ts';
import { newMap } from './new-map.ts';
import { fitPaper } from './paper.ts';
import type { SeenPixels, TileCluster, TileMarks, TilePoint } from './tiles.ts';

/** What the map tells: that it came to rest elsewhere, and which case was chosen on it. */
export interface CityMapListener {
  moved(): void;
  chose(point: TilePoint): void;
  /** Cases that lie together even at the nearest zoom: only the list tells them apart. */
  gathered(): void;
}
/** A mark that is grown: the chosen case, or the one that is pointed at in the list. */
export interface Grown {
  at: Position;
  status: PublicStatus;
}
/** How a topic is called. */
type NameOf = (categoryCode: string) => string;
/** The side of the cells in which the server gathers cases, in pixels. */
const CELL = 64;
/** How far a press on a cluster goes nearer. */
const NEARER = 2;
/** How far marks are lifted over their neighbours. */
const PLACE = 900;
const GROWN = 1_000;

/** The city map. Plain Leaflet: it keeps marks, and knows nothing of addresses, lists and the API. */
export class CityMap {
  readonly leaflet: L.Map;
  readonly #lang: Lang;
  readonly #words: CityMapWords;
  readonly #nameOf: NameOf;
  readonly #listener: CityMapListener;
  readonly #marks: MarkSet;
  readonly #places = new Map<string, L.Marker>();
  #grown: L.Marker | null = null;

  constructor(
    element: HTMLElement,
    {
      lang,
      words,
      nameOf,
      at,
      listener,
    }: { lang: Lang; words: CityMapWords; nameOf: NameOf; at: MapPlace; listener: CityMapListener },
  ) {
    this.#lang = lang;
    this.#words = words;
    this.#nameOf = nameOf;
    this.#listener = listener;
    this.leaflet = newMap(element, {
      at: [at.lng, at.lat],
      zoom: at.z,
      label: `${words.map}. ${words.mapHelp}`,
      nearer: words.zoomIn,
      farther: words.zoomOut,
      isWheeled: false, // until the map is pressed: a page must scroll past it
    });
    this.#marks = new MarkSet(this.leaflet);
    fitPaper(this.leaflet);
    this.leaflet.on('focus', () => this.leaflet.scrollWheelZoom.enable());
    this.leaflet.on('blur', () => this.leaflet.scrollWheelZoom.disable());
    this.leaflet.on('moveend', () => listener.moved());
  }
  /** Where the map looks now. */
  get place(): MapPlace {
    const { lat, lng } = this.leaflet.getCenter();
    return { z: this.leaflet.getZoom(), lng, lat };
  }
  get bounds(): Bounds {
    const seen = this.leaflet.getBounds();
    return [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
  }
  sees(at: Position): boolean {
    return this.leaflet.getBounds().contains(latLng(at));
  }
  /** What is seen, and so many pixels around it. */
  pixels(around: number): SeenPixels {
    const { min, max } = this.leaflet.getPixelBounds();
    const [left, top] = [(min?.x ?? 0) - around, (min?.y ?? 0) - around];
    return { z: this.leaflet.getZoom(), left, top, right: (max?.x ?? 0) + around, bottom: (max?.y ?? 0) + around };
  }
  lookAt({ z, lng, lat }: MapPlace): void {
    this.leaflet.setView([lat, lng], z);
  }
  /** Shows these marks, which were asked for at this zoom, in the place of those that are there. */
  show({ clusters, points }: TileMarks, z: number): void {
    const wanted = new Map<string, Mark>();
    for (const point of points) wanted.set(point.id, this.#pin(point));
    for (const cluster of clusters) wanted.set(this.#cellOf(cluster, z, wanted), this.#cluster(cluster, z));
    this.#marks.show(wanted);
  }
  #pin(point: TilePoint): Mark {
    const { status, categoryCode, point: place } = point;
    return {
      at: place.coordinates,
      look: status,
      icon: () => pinIcon(status),
      name: `${this.#nameOf(categoryCode)}: ${this.#words.statuses[status]}`,
      press: () => this.#listener.chose(point),
    };
  }
  /** Cases that lie together are known again by where they gather, however many they are now. */
  #cellOf({ point }: TileCluster, z: number, others: ReadonlyMap<string, Mark>): string {
    const { x, y } = this.leaflet.project(latLng(point.coordinates), z).divideBy(CELL).floor();
    let key = `${z}/${x}/${y}`;
    while (others.has(key)) key += '+';
    return key;
  }
  #cluster({ point, count, byStatus }: TileCluster, z: number): Mark {
    const states = Object.entries(byStatus) as [PublicStatus, number][];
    const parts = states.map(([status, n]) => `${this.#words.statuses[status]}: ${n}`).join(', ');
    return {
      at: point.coordinates,
      look: JSON.stringify(byStatus),
      icon: () => clusterIcon(count, byStatus, this.#lang),
      name: `${plural(this.#lang, count, this.#words.cluster)}. ${parts}. ${this.#words.nearer}`,
      press: () => {
        // One of a farther zoom than the map's may fall apart when the nearer ones come.
        if (z >= ZOOMS.max) return this.#listener.gathered();
        this.leaflet.setView(latLng(point.coordinates), Math.min(ZOOMS.max, this.leaflet.getZoom() + NEARER));
      },
    };
  }
  /** Grows one case's pin, wherever it lies, even within a cluster; null grows none. */
  grow(grown: Grown | null): void {
    this.#grown?.remove();
    this.#grown = grown
      ? L.marker(latLng(grown.at), {
          icon: chosenIcon(grown.status),
          interactive: false,
          keyboard: false,
          zIndexOffset: GROWN,
        }).addTo(this.leaflet)
      : null;
  }
  /** Marks a place that is no case. */
  mark(kind: 'here' | 'sought', at: Position, title: string): void {
    this.#places.get(kind)?.remove();
    const marker = L.marker(latLng(at), {
      icon: placeIcon(kind),
      interactive: false,
      keyboard: false,
      zIndexOffset: PLACE,
    });
    this.#places.set(kind, marker.addTo(this.leaflet));
    const element = marker.getElement();
    element?.setAttribute('role', 'img');
    element?.setAttribute('aria-label', title);
  }
}
