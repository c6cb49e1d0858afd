import { areaOf, type Position } from './geometry.ts';
import { grouped } from './grouped.ts';
import { type Named, type PlaceIndex, placeIndex } from './place-index.ts';
import type { DistrictRow, StreetRow } from './places.model.ts';
import { type Course, courseOf } from './street-course.ts';
import { phraseOf } from './words.ts';

/** A district as forms and pages need it. */
export interface District {
  code: string;
  uk: string;
  en: string;
  oldNames: readonly string[];
  /** Its code in the codifier of administrative units (КАТОТТГ). */
  katottg: string;
}
/** A street as forms and pages need it. */
export interface Street {
  id: string;
  /** In Ukrainian, with its street word: «Дерибасівська вулиця». */
  name: string;
  en: string | null;
  oldNames: readonly string[];
  /** Codes of the districts that it runs through. */
  districts: readonly string[];
  /** Somewhere on it, `[lng, lat]`. */
  point: Position;
}
/** What a name can lead to. */
export type Entry = Named & ({ street: Street; district: null } | { street: null; district: District });

/** All places of the city, ready to be asked. */
export interface Gazetteer {
  /** In the order of their codes, which decides whose a point on a border is. */
  districts: readonly (District & { has: (point: Position) => boolean })[];
  /** With those that are gone. */
  streets: ReadonlyMap<string, Street>;
  courses: readonly { street: Street; course: Course }[];
  index: PlaceIndex<Entry>;
  /** Ids of streets whose proper name another one has, in another district or of another kind. */
  namesakes: ReadonlySet<string>;
  /** Whom pages name beside the data, each once. */
  attributions: readonly string[];
}

const streetOf = ({ _id, name, en, oldNames, districts, point }: StreetRow, codes: ReadonlySet<string>): Street => ({
  id: String(_id),
  name,
  en,
  oldNames,
  districts: districts.filter((code) => codes.has(code)),
  point,
});

function namesakesAmong(streets: readonly Street[]): Set<string> {
  const byName = grouped(streets, ({ name }) => [phraseOf(name, 'cyrillic').proper.text]);
  return new Set([...byName.values()].flatMap((alike) => (alike.length > 1 ? alike.map(({ id }) => id) : [])));
}

/** Makes the gazetteer of its rows; pure. */
export function gazetteerOf(districtRows: readonly DistrictRow[], streetRows: readonly StreetRow[]): Gazetteer {
  const sorted = [...districtRows].sort((a, b) => (a._id < b._id ? -1 : 1));
  const codes = new Set(sorted.map(({ _id }) => _id));
  const districts = sorted.map(({ _id: code, uk, en, oldNames, katottg, outline }) => ({
    ...{ code, uk, en, oldNames, katottg },
    has: areaOf(outline.coordinates),
  }));
  const here = streetRows.filter(({ isGone }) => !isGone);
  const streets = new Map(streetRows.map((row) => [String(row._id), streetOf(row, codes)]));
  const living = here.map((row) => ({ row, street: streets.get(String(row._id)) as Street }));
  return {
    districts,
    streets,
    courses: living.map(({ row, street }) => ({ street, course: courseOf(row) })),
    index: placeIndex<Entry>([
      ...living.map(({ row, street }) => ({ ...street, ru: row.ru, street, district: null })),
      ...sorted.map((row, i) => ({
        ...{ id: row._id, name: row.uk, ru: row.ru, en: row.en, oldNames: row.oldNames },
        street: null,
        district: districts[i] as District,
      })),
    ]),
    namesakes: namesakesAmong(living.map(({ street }) => street)),
    attributions: [...new Set([...districtRows, ...here].flatMap(({ attribution }) => attribution ?? []))],
  };
}
