import { model, Schema, type Types } from 'mongoose';
import type { Polygons } from './geometry.ts';

const words = { type: String, required: true } as const;
const perhaps = { type: String, default: null } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

/** A district of the city, `_id` being its code; the city is all of them together. */
export interface DistrictRow {
  _id: string;
  uk: string;
  en: string;
  ru: string | null;
  oldNames: string[];
  /** Its code in the codifier of administrative units (КАТОТТГ). */
  katottg: string;
  outline: { type: 'MultiPolygon'; coordinates: Polygons };
  /** Whom pages name beside the data; null for data of this product’s own. */
  attribution: string | null;
}
export const DistrictModel = model(
  'District',
  new Schema<DistrictRow>(
    {
      _id: words,
      uk: words,
      en: words,
      ru: perhaps,
      oldNames: { type: [String], required: true },
      katottg: words,
      outline: {
        type: new Schema({ type: words, coordinates: { type: [[[[Number]]]], required: true } }, { _id: false }),
        required: true,
      },
      attribution: perhaps,
    },
    options,
  ),
  'districts',
);

/** A street of the gazetteer. One that a newer gazetteer no longer has is kept for the cases that name it, and found no more. */
export interface StreetRow {
  _id: Types.ObjectId;
  name: string;
  ru: string | null;
  en: string | null;
  oldNames: string[];
  /** Codes of the districts that it runs through. */
  districts: string[];
  /** Somewhere on it, `[lng, lat]`. */
  point: [number, number];
  /** The box around it, where it is known: west, south, east, north. */
  box: [number, number, number, number] | null;
  isGone: boolean;
  attribution: string | null;
}
export const StreetModel = model(
  'Street',
  new Schema<StreetRow>(
    {
      name: words,
      ru: perhaps,
      en: perhaps,
      oldNames: { type: [String], required: true },
      districts: { type: [String], required: true },
      point: { type: [Number], required: true },
      box: { type: [Number], default: null },
      isGone: { type: Boolean, required: true },
      attribution: perhaps,
    },
    options,
  ),
  'streets',
);
