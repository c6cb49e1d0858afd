import * as L from 'leaflet';
import type { CityMapWords } from '#client/views/island.tsx';
import type { MapTile } from '#shared/contract/map.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import type { MapPlace } from '#shared/domain/map/filters.ts';
import type { Bounds, Position } from '#shared/domain/map/mercator.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import { latLng } from './base-layer.ts';
import { MarkSet } from './mark-set.ts';
import { chosenIcon, clusterIcon, pinIcon, placeIcon, type TileCluster, type TilePoint } from './marks.ts';
import { newMap } from './new-map.ts';
import type { SeenPixels } from './tiles.ts';

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
  get pixels(): SeenPixels {
    const { min, max } = this.leaflet.getPixelBounds();
    return { z: this.leaflet.getZoom(), left: min?.x ?? 0, top: min?.y ?? 0, right: max?.x ?? 0, bottom: max?.y ?? 0 };
  }
  lookAt({ z, lng, lat }: MapPlace): void {
    this.leaflet.setView([lat, lng], z);
  }
  /** Shows those of these marks that are in sight in the place of those that are there, so that Tab never leads out of sight; marks that stay are not touched, so that a focus on one stays too. */
  show({ clusters, points }: MapTile): void {
    const wanted = new Map<string, () => L.Marker>();
    for (const point of points.filter(({ point }) => this.sees(point.coordinates))) {
      const { id, status } = point;
      wanted.set(`${id} ${status} ${point.point.coordinates}`, () => this.#pin(point));
    }
    for (const cluster of clusters.filter(({ point }) => this.sees(point.coordinates)))
      wanted.set(`${cluster.point.coordinates} ${JSON.stringify(cluster.byStatus)}`, () => this.#cluster(cluster));
    this.#marks.show(wanted);
  }
  #pin(point: TilePoint): L.Marker {
    const { status, categoryCode, point: place } = point;
    const name = `${this.#nameOf(categoryCode)}: ${this.#words.statuses[status]}`;
    return L.marker(latLng(place.coordinates), { icon: pinIcon(status), alt: name, title: name, riseOnHover: true }).on(
      'click',
      () => this.#listener.chose(point),
    );
  }
  #cluster({ point, count, byStatus }: TileCluster): L.Marker {
    const states = Object.entries(byStatus) as [PublicStatus, number][];
    const parts = states.map(([status, n]) => `${this.#words.statuses[status]}: ${n}`).join(', ');
    const name = `${plural(this.#lang, count, this.#words.cluster)}. ${parts}. ${this.#words.nearer}`;
    return L.marker(latLng(point.coordinates), { icon: clusterIcon(count, byStatus), alt: name, riseOnHover: true }).on(
      'click',
      () => {
        const zoom = this.leaflet.getZoom();
        if (zoom >= ZOOMS.max) return this.#listener.gathered();
        this.leaflet.setView(latLng(point.coordinates), Math.min(ZOOMS.max, zoom + NEARER));
      },
    );
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
