import * as z from 'zod/mini';
import { isInBox } from './geometry.ts';
import { type Complaint, code, name, parsed, position, readRows, repeated } from './import-file.ts';
import type { StreetRow } from './places.model.ts';

/** A row of the file: one street, by the fields that the product keeps. */
const StreetEntry = z.object(
  {
    name,
    name_ru: z.optional(z.nullable(name)),
    name_en: z.optional(z.nullable(name)),
    old_names: z._default(z.array(name, 'must be a list of names'), []),
    districts: z
      .array(code, 'must be a list of district codes')
      .check(z.minLength(1, 'must name at least one district')),
    point: position,
    bbox: z.optional(
      z.nullable(z.tuple([z.number(), z.number(), z.number(), z.number()], 'must be [west, south, east, north]')),
    ),
  },
  'must be a street',
);
type StreetEntry = z.infer<typeof StreetEntry>;

/** A street that was read and has no id yet. */
export type NewStreet = Omit<StreetRow, '_id'>;

const unknownDistricts = (rows: readonly (StreetEntry | undefined)[], known: ReadonlySet<string>): Complaint[] =>
  rows.flatMap((row, i) =>
    (row?.districts ?? []).flatMap((district): Complaint[] =>
      known.has(district) ? [] : [[i, `is in the district «${district}», which is not known: import districts first`]],
    ),
  );
const strayPoints = (rows: readonly (StreetEntry | undefined)[]): Complaint[] =>
  rows.flatMap((row, i): Complaint[] =>
    row?.bbox && !isInBox(row.point, row.bbox, 1) ? [[i, 'has its point outside its bbox']] : [],
  );

/**
 * Reads a JSON list of all streets of the city; throws ImportRefused with everything that is wrong in it.
 * Two streets may have one name in different districts. Old names that were put in one string are told apart at their commas.
 */
export function readStreets(text: string, known: ReadonlySet<string>, attribution: string | null): NewStreet[] {
  const entries = readRows('street', parsed(text), StreetEntry, (rows) => [
    ...unknownDistricts(rows, known),
    ...strayPoints(rows),
    ...repeated(rows, (row) => row.districts.map((district) => `${row.name}\n${district}`), 'name and district'),
  ]);
  return entries.map((entry) => ({
    name: entry.name,
    ru: entry.name_ru ?? null,
    en: entry.name_en ?? null,
    oldNames: [...new Set(entry.old_names.flatMap((old) => old.split(/\s*,\s*/)).filter(Boolean))],
    districts: [...new Set(entry.districts)],
    point: entry.point,
    box: entry.bbox ?? null,
    isGone: false,
    attribution,
  }));
}
