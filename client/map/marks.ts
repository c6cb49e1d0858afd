import * as L from 'leaflet';
import { h, render } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { arcsOf, clusterLabel, clusterRadius, type StatusCounts } from '#shared/domain/map/rings.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** The side of what a finger can hit, in pixels; the pin itself is 22 px. */
const PIN_TARGET = 32;
const CHOSEN_SIZE = 40;
const RING = 3;

function iconOf(status: PublicStatus): HTMLElement {
  const pin = document.createElement('span');
  pin.className = `pin ${status}`;
  render(h(Icon, { of: status }), pin);
  return pin;
}
/** A case by itself: a pin with the sign of its state. */
export const pinIcon = (status: PublicStatus): L.DivIcon =>
  L.divIcon({ html: iconOf(status), className: 'mark', iconSize: [PIN_TARGET, PIN_TARGET] });
/** The chosen case, or the one that the pointer rests on in the list: the same pin, grown. */
export const chosenIcon = (status: PublicStatus): L.DivIcon =>
  L.divIcon({ html: iconOf(status), className: 'mark grown', iconSize: [CHOSEN_SIZE, CHOSEN_SIZE] });
/** A place: where somebody stands, or what was looked for. */
export const placeIcon = (kind: 'here' | 'sought'): L.DivIcon =>
  L.divIcon({ className: `place-mark ${kind}`, iconSize: kind === 'here' ? [18, 18] : [26, 26] });

/** Many cases: their number in a ring that is split by state. */
export function clusterIcon(count: number, byStatus: StatusCounts, lang: Lang): L.DivIcon {
  const reach = clusterRadius(count) + RING / 2;
  const cluster = document.createElement('span');
  cluster.className = 'cluster';
  const arcs = arcsOf(byStatus).map(({ status, d }) => `<path class="${status}" d="${d}"/>`);
  // Numbers and names of states alone: nothing here was written by people.
  cluster.innerHTML = `<svg viewBox="${-reach} ${-reach} ${reach * 2} ${reach * 2}" aria-hidden="true">${arcs.join('')}</svg><b>${clusterLabel(count, lang)}</b>`;
  const side = reach * 2 + 2;
  return L.divIcon({ html: cluster, className: 'mark', iconSize: [side, side] });
}
