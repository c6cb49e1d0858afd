import type { Cursor } from '#server/platform/cursor.ts';
import type { FoundPlace } from '#shared/contract/places.ts';
import { type District, type Entry, type Gazetteer, gazetteerOf, type Street } from './gazetteer.ts';
import type { Position } from './geometry.ts';
import { type Match, searchPlaces } from './place-search.ts';
import { DistrictModel, type DistrictRow, StreetModel, type StreetRow } from './places.model.ts';
import { metresTo } from './street-course.ts';
import { kindOf } from './words.ts';

let held: Gazetteer = gazetteerOf([], []);
/** The rows of which `held` was made, to see whether they changed. */
let rowsHeld = '';

/** Takes rows into memory in the place of those that are there. */
export function usePlaces(districts: readonly DistrictRow[], streets: readonly StreetRow[]): void {
  const rows = JSON.stringify([districts, streets]);
  if (rows === rowsHeld) return;
  held = gazetteerOf(districts, streets);
  rowsHeld = rows;
}
/** Reads districts and streets into memory, at start and on a timer: addresses are found even while the database is away. */
export async function loadPlaces(): Promise<void> {
  const [districts, streets] = await Promise.all([
    DistrictModel.find().sort({ _id: 1 }).lean<DistrictRow[]>(),
    StreetModel.find().sort({ _id: 1 }).lean<StreetRow[]>(),
  ]);
  usePlaces(districts, streets);
}

/** The districts of the city, in the order of their codes. */
export const districts = (): readonly District[] => held.districts;
/** The district of that code. */
export const districtOf = (code: string): District | undefined =>
  held.districts.find((district) => district.code === code);
/** The street of that id, even one that a newer gazetteer no longer has. */
export const streetById = (id: string): Street | undefined => held.streets.get(id);

/** The code of the district in which a point `[lng, lat]` lies, or null outside the city. On a border it is the first by its code. */
export const districtAt = (point: Position): string | null =>
  held.districts.find(({ has }) => has(point))?.code ?? null;
/** Whether a point `[lng, lat]` lies in the city, which is its districts together. */
export const isInCity = (point: Position): boolean => districtAt(point) !== null;

/** Streets that seem to run within 80 m of a point `[lng, lat]`, nearest first: enough to say «біля», never to name an address. */
export const streetsNear = (point: Position): Street[] =>
  held.courses
    .map(({ street, course }) => ({ street, metres: metresTo(course, point) }))
    .filter(({ metres }) => Number.isFinite(metres))
    .sort((a, b) => a.metres - b.metres)
    .map(({ street }) => street);

/** Whom to name beside maps and lists made of these data, or null where they are the product’s own. */
export const placesAttribution = (): string | null => held.attributions.join(', ') || null;

const found = ({ place, house, oldName }: Match<Entry>): FoundPlace => ({
  kind: place.street ? 'street' : 'district',
  id: place.id,
  name: place.name,
  en: place.en,
  streetWord: place.street ? kindOf(place.name) : null,
  oldNames: [...place.oldNames],
  foundAs: oldName,
  districts: place.street ? [...place.street.districts] : [place.id],
  point: place.street ? { type: 'Point', coordinates: [place.street.point[0], place.street.point[1]] } : null,
  house: place.street ? house : null,
  hasNamesakes: held.namesakes.has(place.id),
});

/**
 * Streets and districts that answer what was typed, best first: by names of today and former ones, in Ukrainian, Russian or Latin letters,
 * begun or with letters wrong, with or without a house. `after` is the `next` of the page before. Never throws.
 */
export function findPlaces(
  query: string,
  { limit, after = null }: { limit: number; after?: Cursor | null },
): { items: FoundPlace[]; next: Cursor | null } {
  const all = searchPlaces(held.index, query);
  const at = after ? all.findIndex(({ place }) => place.id === after.id) : -1;
  const start = after && at < 0 ? all.findIndex(({ score }) => score > Number(after.key)) : at + 1;
  const page = start < 0 ? [] : all.slice(start, start + limit);
  const last = page.at(-1);
  const hasMore = last !== undefined && start + limit < all.length;
  return { items: page.map(found), next: hasMore ? { key: String(last.score), id: last.place.id } : null };
}
