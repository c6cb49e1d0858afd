import type * as L from 'leaflet';

/** How far a mark that has the focus is lifted over its neighbours. */
const FOCUSED = 500;

/** The marks of a map that can be reached and pressed by keys. */
export class MarkSet {
  readonly #map: L.Map;
  readonly #marks = new Map<string, L.Marker>();

  constructor(map: L.Map) {
    this.#map = map;
  }
  /** Shows these marks in the place of those that are there; whatever stays is not touched, so that a focus on it stays too. */
  show(wanted: ReadonlyMap<string, () => L.Marker>): void {
    const hadFocus = this.#hasFocus();
    for (const [key, marker] of this.#marks)
      if (!wanted.has(key)) {
        marker.remove();
        this.#marks.delete(key);
      }
    for (const [key, make] of wanted) if (!this.#marks.has(key)) this.#marks.set(key, this.#add(make()));
    if (hadFocus && !this.#hasFocus()) this.#map.getContainer().focus();
  }
  #hasFocus(): boolean {
    return this.#map.getPane('markerPane')?.contains(document.activeElement) ?? false;
  }
  /** Leaflet lets a keyboard reach marks, but gives them no name, hears no key on them, and leaves a focused one under its neighbours. */
  #add(marker: L.Marker): L.Marker {
    marker.addTo(this.#map);
    const element = marker.getElement();
    element?.setAttribute('aria-label', marker.options.alt ?? '');
    element?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      marker.fire('click');
    });
    element?.addEventListener('focus', () => marker.setZIndexOffset(FOCUSED));
    element?.addEventListener('blur', () => marker.setZIndexOffset(0));
    return marker;
  }
}
