import { Types } from 'mongoose';
import { grouped } from './grouped.ts';
import type { StreetRow } from './places.model.ts';
import type { NewStreet } from './streets-file.ts';
import { phraseOf } from './words.ts';

/** A name without regard to the order and the spelling of its words: «вул. Чумацька» is «Чумацька вулиця». */
const keyOf = (name: string): string =>
  phraseOf(name, 'cyrillic')
    .words.map(({ kind, number, text }) => kind ?? number ?? text)
    .sort()
    .join(' ');

/** By what a street is known again, surest first; the last is a street that was renamed since. */
const SIGNS: readonly { of: (known: string) => string; among: (street: NewStreet) => readonly string[] }[] = [
  { of: (known) => known, among: ({ name }) => [name] },
  { of: keyOf, among: ({ name }) => [keyOf(name)] },
  { of: keyOf, among: ({ oldNames }) => oldNames.map(keyOf) },
];

/** The streets of a file as rows: one that is known, in a district of its own, keeps its id, so that cases which name it still do. */
export function asRows(streets: readonly NewStreet[], known: readonly StreetRow[]): StreetRow[] {
  const free = new Set(known);
  const ids = new Map<NewStreet, Types.ObjectId>();
  for (const { of, among } of SIGNS) {
    const byKey = grouped(free, ({ name }) => [of(name)]);
    for (const street of streets) {
      if (ids.has(street)) continue;
      const alike = among(street).flatMap((key) => byKey.get(key) ?? []);
      const row = alike.find((one) => free.has(one) && one.districts.some((code) => street.districts.includes(code)));
      if (row && free.delete(row)) ids.set(street, row._id);
    }
  }
  return streets.map((street) => ({ _id: ids.get(street) ?? new Types.ObjectId(), ...street }));
}
