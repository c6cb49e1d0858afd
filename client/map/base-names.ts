import * as L from 'leaflet';
import type { BaseMap, Name } from '#shared/domain/map/base-map.ts';
import { type PlacedLabel, placeLabels } from '#shared/domain/map/labels.ts';

/** How far beyond the edge names are put, in pixels. */
const MARGIN = 200;

/** The names on the base map. They are put anew when the map has come to rest; while it zooms they are away. */
export class BaseNames extends L.Layer {
  readonly #base: BaseMap;
  readonly #lang: keyof Name;
  readonly #names = document.createElement('div');
  #zoom = Number.NaN;
  #labels: PlacedLabel[] = [];

  constructor(base: BaseMap, lang: keyof Name) {
    super();
    this.#base = base;
    this.#lang = lang;
    this.#names.className = 'base-names leaflet-zoom-hide';
    this.#names.setAttribute('aria-hidden', 'true'); // the list says where things are
  }
  override onAdd(map: L.Map): this {
    map.getPane('base')?.append(this.#names);
    this.#put(map);
    return this;
  }
  override onRemove(): this {
    this.#names.remove();
    return this;
  }
  override getEvents() {
    return { moveend: (event: L.LeafletEvent) => this.#put(event.target as L.Map) };
  }
  #put(map: L.Map): void {
    const zoom = Math.round(map.getZoom());
    if (zoom !== this.#zoom) this.#labels = placeLabels(this.#base, this.#lang, zoom);
    this.#zoom = zoom;
    const bounds = map.getPixelBounds();
    const seen = L.bounds(
      bounds.getTopLeft().subtract([MARGIN, MARGIN]),
      bounds.getBottomRight().add([MARGIN, MARGIN]),
    );
    const origin = map.getPixelOrigin();
    this.#names.replaceChildren(
      ...this.#labels.flatMap(({ kind, text, at: [x, y], turn }) => {
        if (!seen.contains([x, y])) return [];
        const name = document.createElement('span');
        name.className = kind;
        name.textContent = text;
        const [left, top] = [Math.round(x - origin.x), Math.round(y - origin.y)];
        name.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%) rotate(${turn.toFixed(1)}deg)`;
        return [name];
      }),
    );
  }
}
