import type { Sought } from '#client/views/home/seek-form.tsx';
import { findPlaces } from '#server/places/index.ts';
import type { FoundPlace } from '#shared/contract/places.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { districtName } from './case.names.ts';
import { homeAddress } from './home.choices.ts';
import type { CityRequest } from './home.query.ts';

/** Near enough to tell the houses of a street. */
const STREET_ZOOM = 16;
/** How many places are offered at most. */
const OFFERED = 8;

/** A place as people tell it from its namesakes. */
function wordsOf({ name, en, house, foundAs, districts, kind }: FoundPlace, lang: Lang): string {
  const own = (lang === 'en' && en) || name;
  const where = kind === 'street' ? districts.flatMap((code) => districtName(code, lang) ?? []).join(', ') : '';
  return [house ? `${own}, ${house}` : own, foundAs && `(${foundAs})`, where && `· ${where}`].filter(Boolean).join(' ');
}
/** What was found, and how the request changes by it: the map goes to a street, a district narrows the list. */
export interface Seeking {
  sought: Sought;
  request: CityRequest;
  pin: Position | null;
}
/** Follows what was typed into the search field; digits that are no number of a case are told apart from places. */
export function seek(lang: Lang, asked: CityRequest): Seeking {
  const { q, at, filters } = asked;
  const empty = { query: q, place: '', others: [] };
  if (q === '') return { sought: { ...empty, outcome: 'none' }, request: asked, pin: null };
  if (/^[\d\s-]{6,}$/.test(q)) return { sought: { ...empty, outcome: 'number' }, request: asked, pin: null };
  const places = findPlaces(q, { limit: OFFERED }).items;
  const [first] = places;
  if (!first) return { sought: { ...empty, outcome: 'nothing' }, request: asked, pin: null };

  const placeOf = ({ point, id }: FoundPlace): Pick<CityRequest, 'at' | 'filters'> => {
    const [lng, lat] = point?.coordinates ?? [];
    return lng === undefined || lat === undefined
      ? { at: null, filters: { ...filters, district: id } }
      : { at: { z: STREET_ZOOM, lng, lat }, filters };
  };
  const others = places.slice(1).map((place) => ({
    name: wordsOf(place, lang),
    href: homeAddress(lang, placeOf(place), place.point ? { q } : {}),
  }));
  const sought: Sought = { query: q, outcome: 'found', place: wordsOf(first, lang), others };
  // Another of the places, or a map that was moved since, comes with where it looks.
  const request = at ? asked : { ...asked, ...placeOf(first) };
  return { sought, request, pin: request.at ? [request.at.lng, request.at.lat] : null };
}
