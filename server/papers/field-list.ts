import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { papersFieldList as words } from '#shared/texts/uk/papers-field-list.ts';
import { BROAD_WIDTH, figure, pdfOf } from './pdf.ts';

/** One case of a trip; nothing of it tells who wrote. Dates are of law. */
export interface FieldStop {
  number: string;
  category: string;
  place: string | null;
  point: readonly [lng: number, lat: number] | null;
  about: string;
  dueOn: string | null;
}
/** A trip: its stops in the order of the way, those without a point last. */
export interface FieldTrip {
  /** The day on which it was put together, a date of law. */
  on: string;
  stops: readonly FieldStop[];
  /** How many cases were chosen; more than there are stops where the list was too long for one paper. */
  total: number;
  /** How long the way is as the crow flies, in metres. */
  metres: number;
  /** A drawing of the places by their numbers; null where no case has a point. */
  scheme: { svg: string; width: number; height: number } | null;
}
/** The room that there is for the drawing of places, in points: with the title above it, it fills the first sheet. */
export const FIELD_SCHEME = { width: Math.floor(BROAD_WIDTH), height: 380 } as const;
const PADDING = 4;
const LINES: CustomTableLayout = {
  hLineWidth: (line) => (line === 1 ? 1 : 0.5),
  hLineColor: (line) => (line === 1 ? '#10202f' : '#8a949e'),
  vLineWidth: () => 0,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
};
const WIDTHS = [24, 116, 140, '*', 74, 150];

/** Degrees as a device for finding the way takes them: to a metre. */
const degrees = ([lng, lat]: readonly [number, number]): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
const row = ({ number, category, place, point, about, dueOn }: FieldStop, nth: number): TableCell[] => [
  { text: String(nth + 1), bold: true },
  { stack: [{ text: spacedNumber(number), bold: true }, category] },
  { stack: [place ?? words.noPlace, ...(point ? [{ text: degrees(point), style: 'hint', fontSize: 8 }] : [])] },
  about,
  dueOn ? dateInFull('uk', dueOn) : words.noDue,
  { text: words.box, fontSize: 13 },
];
function lead({ on, stops, total, metres }: FieldTrip): string[] {
  const cases = plural('uk', stops.length, words.cases);
  const placeless = stops.filter(({ point }) => !point).length;
  const km = new Intl.NumberFormat('uk', { maximumFractionDigits: 1 }).format(metres / 1_000);
  return [
    fill(words.made, { date: dateInFull('uk', on), cases }),
    ...(total > stops.length ? [fill(words.first, { total, shown: stops.length })] : []),
    ...(stops.length - placeless > 1 ? [fill(words.way, { km })] : []),
    ...(placeless > 0 ? [fill(words.placeless, { count: placeless })] : []),
  ];
}

/** The list for a trip to the places of cases: a drawing of them in the order of the way, and a line with room for notes for each. */
export function fieldListPdf(trip: FieldTrip): Promise<Buffer> {
  const { on, stops, scheme } = trip;
  const shown = stops.filter(({ point }) => point).length;
  const alt = fill(words.scheme, { count: shown });
  const content: Content[] = [
    { text: words.heading, style: 'title', headlineLevel: 1 },
    { text: lead(trip).join(' '), margin: [0, 4, 0, 8] },
    ...(scheme ? [figure({ ...scheme, margin: [0, 0, 0, 10] as [number, number, number, number] }, alt)] : []),
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: WIDTHS,
        heights: (line) => (line === 0 ? 'auto' : 40),
        body: [Object.values(words.columns).map((text) => ({ text, bold: true })), ...stops.map(row)],
      },
      layout: LINES,
      fontSize: 9,
      lineHeight: 1.2,
    },
  ];
  return pdfOf(fill(words.title, { date: dateInFull('uk', on) }), content, { isBroad: true });
}
