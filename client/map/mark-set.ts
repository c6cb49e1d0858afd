import * as L from 'leaflet';
import type { Position } from '#shared/domain/map/mercator.ts';
import { latLng } from './base-layer.ts';

/** One mark as it should be: where it lies, how it looks, what it is called, and what a press on it does. */
export interface Mark {
  at: Position;
  /** Marks of the same look are drawn alike: one that stays is drawn anew only when this changes. */
  look: string;
  icon(): L.DivIcon;
  name: string;
  press(): void;
}
interface Shown {
  marker: L.Marker;
  mark: Mark;
}
/** How far a mark that has the focus is lifted over its neighbours. */
const FOCUSED = 500;
/** How long a mark takes to come or to go, as the style sheet says too, in milliseconds. */
const FADE_MS = 160;

/** The marks of a map that can be reached and pressed by keys. Each has a key, by which it is known again when others come. */
export class MarkSet {
  readonly #map: L.Map;
  readonly #marks = new Map<string, Shown>();
  #isFirst = true;

  constructor(map: L.Map) {
    this.#map = map;
    map.on('moveend', () => this.#keepInReach());
  }
  /**
   * Shows these marks in the place of those that are there. One that stays keeps its element, and the focus on it, also where it
   * moved or counts anew; one that goes fades while its successors come.
   */
  show(wanted: ReadonlyMap<string, Mark>): void {
    const hadFocus = this.#hasFocus();
    for (const [key, { marker }] of this.#marks)
      if (!wanted.has(key)) {
        this.#marks.delete(key);
        this.#takeAway(marker);
      }
    for (const [key, mark] of wanted) {
      const shown = this.#marks.get(key);
      if (shown) renew(shown, mark);
      else this.#marks.set(key, this.#add(mark));
    }
    this.#isFirst = false;
    this.#keepInReach();
    if (hadFocus && !this.#hasFocus()) this.#map.getContainer().focus();
  }
  #hasFocus(): boolean {
    return this.#map.getPane('markerPane')?.contains(document.activeElement) ?? false;
  }
  /** Marks beyond the edge wait there for the map to be moved: keys and readers of the screen do not meet them before. */
  #keepInReach(): void {
    const seen = this.#map.getBounds();
    for (const { marker } of this.#marks.values()) {
      const element = marker.getElement();
      if (!element) continue;
      const isSeen = seen.contains(marker.getLatLng());
      if (!isSeen && element === document.activeElement) this.#map.getContainer().focus();
      element.tabIndex = isSeen ? 0 : -1;
      element.setAttribute('aria-hidden', String(!isSeen));
    }
  }
  /** Leaflet lets a keyboard reach marks, but gives them no name, hears no key on them, and leaves a focused one under its neighbours. */
  #add(mark: Mark): Shown {
    const marker = L.marker(latLng(mark.at), { icon: mark.icon(), title: mark.name, riseOnHover: true });
    const shown = { marker, mark };
    marker.on('click', () => shown.mark.press()).addTo(this.#map);
    const element = marker.getElement();
    element?.setAttribute('aria-label', mark.name);
    if (!this.#isFirst) element?.classList.add('arriving');
    element?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      marker.fire('click');
    });
    element?.addEventListener('focus', () => marker.setZIndexOffset(FOCUSED));
    element?.addEventListener('blur', () => marker.setZIndexOffset(0));
    return shown;
  }
  #takeAway(marker: L.Marker): void {
    const element = marker.getElement();
    if (!element || !this.#map.options.fadeAnimation) {
      marker.remove();
      return;
    }
    element.blur();
    element.classList.add('leaving');
    element.tabIndex = -1;
    element.setAttribute('aria-hidden', 'true');
    setTimeout(() => marker.remove(), FADE_MS);
  }
}
/** Brings a mark that stays in line with how it should be now. */
function renew(shown: Shown, mark: Mark): void {
  const { marker, mark: before } = shown;
  shown.mark = mark;
  if (String(mark.at) !== String(before.at)) marker.setLatLng(latLng(mark.at));
  if (mark.look !== before.look) marker.setIcon(mark.icon()); // Leaflet draws into the same element
  const element = marker.getElement();
  if (!element || mark.name === before.name) return;
  element.title = mark.name;
  element.setAttribute('aria-label', mark.name);
}
