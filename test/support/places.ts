import { existsSync, readFileSync } from 'node:fs';
import { readDistricts } from '#server/places/districts-file.ts';
import { type DistrictRow, type StreetRow, usePlaces } from '#server/places/index.ts';
import { asRows } from '#server/places/same-street.ts';
import { readStreets } from '#server/places/streets-file.ts';
import { seedDistrictRows, seedStreetRows } from '#server/seeds/places/seed-places.ts';

const FOLDER = '../shared/data/odesa';
/** Files of the real city, beside this repository where they are there at all; they are no part of it. */
export const REAL_DISTRICTS = `${FOLDER}/odesa_districts.geojson`;
export const REAL_STREETS = `${FOLDER}/odesa_streets.json`;

/** The real city as rows, read as an import reads it; null where its files are absent. */
export function realCity(): { districts: DistrictRow[]; streets: StreetRow[] } | null {
  if (!existsSync(REAL_DISTRICTS) || !existsSync(REAL_STREETS)) return null;
  const districts = readDistricts(readFileSync(REAL_DISTRICTS, 'utf8'), null);
  const codes = new Set(districts.map(({ _id }) => _id));
  return { districts, streets: asRows(readStreets(readFileSync(REAL_STREETS, 'utf8'), codes, null), []) };
}
/** Puts the places of a fresh city in memory for the tests of one `describe`. */
export function useSeededPlaces(): void {
  before(() => usePlaces(seedDistrictRows(), seedStreetRows()));
}
