import { PUBLIC_STATUSES, type PublicStatus } from '#shared/domain/appeal.ts';
import { LABELS } from '#shared/domain/map/labels.ts';
import { arcsOf, clusterLabel, clusterRadius, type StatusCounts } from '#shared/domain/map/rings.ts';

/** The colours of states, by their classes; a picture in a page cannot read the page's own style sheet. */
const STATES = {
  received: ['#1b4fd1', '#8fb0ff'],
  in_work: ['#8f4a00', '#f3b263'],
  planned: ['#0b6570', '#6fd0da'],
  resolved: ['#12693a', '#6fd09a'],
  explained: ['#6a35a8', '#c3a2f2'],
  refused: ['#a3262b', '#f39a9d'],
  forwarded: ['#4b5866', '#a9b5c2'],
  not_considered: ['#4b5866', '#a9b5c2'],
} as const satisfies Record<PublicStatus, readonly [light: string, dark: string]>;
/** Light and dark of everything else. */
const GROUND = {
  land: ['#f4f3ef', '#1a222c'],
  city: ['#ebe8e0', '#212b37'],
  water: ['#d7e6f2', '#101c2b'],
  park: ['#dfead6', '#1d2d26'],
  street: ['#ffffff', '#3b4858'],
  edge: ['#dcd9d1', '#0f1620'],
  border: ['#9aa3ad', '#5f6d7c'],
  ink: ['#3b4652', '#b9c3ce'],
  sea: ['#41698c', '#7fa3c4'],
  mark: ['#ffffff', '#0f1620'],
  place: ['#0a57a3', '#7fb8f2'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

const variables = (nth: 0 | 1): string =>
  Object.entries({ ...STATES, ...GROUND })
    .map(([name, pair]) => `--${name}:${pair[nth]}`)
    .join(';');
const sizes = Object.entries(LABELS)
  .map(([kind, { size }]) => `.${kind}{font-size:${size}px}`)
  .join('');

/** How a picture looks; light or dark by the reader's own setting. */
export const PICTURE_STYLE = [
  `svg{${variables(0)}}@media(prefers-color-scheme:dark){svg{${variables(1)}}}`,
  'path{fill:none;stroke-linecap:round;stroke-linejoin:round}.land{fill:var(--land)}.city{fill:var(--city)}path.water{fill:var(--water)}path.park{fill:var(--park)}',
  '.border{stroke:var(--border);stroke-dasharray:6 4}.street{stroke:var(--street);stroke-width:var(--road)}.main{stroke-width:calc(1.5*var(--road))}.runway{stroke:var(--edge);stroke-width:3}',
  'text{font-family:system-ui,sans-serif;text-anchor:middle;fill:var(--ink);stroke:var(--city);stroke-width:3;paint-order:stroke;stroke-linejoin:round}',
  `${sizes}text.water{fill:var(--sea);stroke:var(--water);font-style:italic}text.district{font-weight:650}text.quarter{opacity:.85}`,
  '.mark{fill:var(--mark);stroke:var(--state);stroke-width:2}.arc{stroke:var(--state);stroke-width:3;stroke-linecap:butt}.sign{stroke:var(--state);stroke-width:2.2}.full{fill:var(--state)}',
  'text.count{font-size:13px;font-weight:650;stroke:none}.place{fill:var(--place);stroke:var(--mark);stroke-width:2}.hole{fill:var(--mark)}',
  PUBLIC_STATUSES.map((status) => `.s-${status}{--state:var(--${status})}`).join(''),
].join('');

/** Signs of the states on a field of 20 × 20, as `client/views/icon.tsx` draws them. */
const SIGNS: Readonly<Record<PublicStatus, string>> = {
  received: '<circle cx="10" cy="10" r="5" fill="none" class="sign"/>',
  in_work:
    '<circle cx="10" cy="10" r="5" fill="none" class="sign"/><path class="sign full" d="M10 5a5 5 0 0 1 0 10z"/>',
  planned: '<path class="sign" d="M5 6h10v9H5zM5 9h10"/>',
  resolved: '<path class="sign" d="m5 10.5 3.5 3.5 6.5-7.5"/>',
  explained: '<path class="sign" d="M10 9.5v5M10 5.8v.1"/>',
  refused: '<path class="sign" d="m6 6 8 8M14 6l-8 8"/>',
  forwarded: '<path class="sign" d="M5 10h10M11 6l4 4-4 4"/>',
  not_considered: '<path class="sign" d="M5 10h10"/>',
};
/** A case: a round pin of 22 px with the sign of its state. */
export const pinMark = (x: number, y: number, status: PublicStatus): string =>
  `<g class="s-${status}" transform="translate(${x} ${y})"><circle class="mark" r="11"/><g transform="scale(.8) translate(-10 -10)">${SIGNS[status]}</g></g>`;

/** Many cases: their number, within a thin ring that is split by state. */
export function clusterMark(x: number, y: number, byStatus: StatusCounts, lang: 'uk' | 'en'): string {
  const count = Object.values(byStatus).reduce((sum, n) => sum + n, 0);
  const arcs = arcsOf(byStatus).map(({ status, d }) => `<path class="arc s-${status}" d="${d}"/>`);
  return `<g transform="translate(${x} ${y})"><circle class="hole" r="${clusterRadius(count) + 1}"/>${arcs.join('')}<text class="count" y="5">${clusterLabel(count, lang)}</text></g>`;
}
/** A place that somebody points at: a drop whose tip is the place. */
export const placeMark = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y})"><path class="place" d="M0 0s-12-13-12-22a12 12 0 0 1 24 0c0 9-12 22-12 22z"/><circle class="hole" cy="-22" r="4.5"/></g>`;
