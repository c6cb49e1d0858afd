import type { Position } from './mercator.ts';

/** A name in both languages of the site. */
export interface Name {
  uk: string;
  en: string;
}
/** A street by which people find their way. */
export interface BaseStreet {
  /** Empty where a name would say little. */
  name: Name;
  /** Wider than others, and named from farther off. */
  isMain: boolean;
  line: readonly Position[];
}
/** A green. */
export interface BasePark {
  name: Name;
  ring: readonly Position[];
}
/** A district: its area, its borders on land, and where its name stands. */
export interface BaseDistrict {
  name: Name;
  at: Position;
  ring: readonly Position[];
  borders: readonly (readonly Position[])[];
}
/** A name that stands by itself. */
export interface BaseLabel {
  kind: 'water' | 'quarter' | 'spot';
  name: Name;
  at: Position;
}
/** The product's own drawing of the city, approximate and small: what lies under the pins. */
export interface BaseMap {
  /** Rings of sea and limans. */
  water: readonly (readonly Position[])[];
  parks: readonly BasePark[];
  streets: readonly BaseStreet[];
  districts: readonly BaseDistrict[];
  labels: readonly BaseLabel[];
  runway: readonly Position[];
}
/** The zooms between which the map can be looked at, from the whole city to a house. */
export const ZOOMS = { min: 10, max: 18 } as const;
/** Where the map opens, and how far from there it can be moved. */
export const CITY = { lng: 30.727, lat: 46.472, bounds: [30.45, 46.25, 31.0, 46.7] } as const;
/** How wide a street is drawn at a zoom, in pixels; a main one is half as wide again. */
export const roadWidth = (zoom: number): number => (zoom < 12 ? 1 : zoom < 14 ? 2 : zoom < 16 ? 5 : 9);
