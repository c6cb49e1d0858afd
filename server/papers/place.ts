import type { Content } from 'pdfmake/interfaces.js';
import { fill } from '#shared/texts/fill.ts';
import { papersMap as words } from '#shared/texts/uk/papers-map.ts';
import { figure } from './pdf.ts';

/** Where a case is about, for a paper of whoever may know the point itself: `scheme` is a drawing of the city around it in SVG. */
export interface PaperPlace {
  address: string | null;
  point: readonly [lng: number, lat: number];
  scheme: { svg: string; width: number; height: number };
}
/** The room for that drawing, in points. */
export const PLACE_SCHEME = { width: 200, height: 120 } as const;

/** The place drawn and told: its address, its coordinates (WGS 84), and a code that opens it in a device (RFC 5870). */
export function placeBlock({ address, point: [lng, lat], scheme }: PaperPlace): Content {
  const at = { place: address ?? words.marked, lat: lat.toFixed(5), lng: lng.toFixed(5) };
  return {
    columns: [
      { ...figure({ ...scheme }, fill(words.alt, at)) },
      {
        stack: [
          fill(words.place, at),
          { text: fill(words.coordinates, at), margin: [0, 4, 0, 4] },
          { text: words.rough, style: 'hint' },
        ],
        width: '*',
      },
      figure({ qr: `geo:${at.lat},${at.lng}`, fit: 66, eccLevel: 'M', width: 70 }, words.code),
    ],
    columnGap: 12,
    margin: [0, 18, 0, 0],
    unbreakable: true,
  };
}
