import { caseFilters } from '#shared/contract/map.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import { type CaseFilters, FILTERS, type MapPlace } from '#shared/domain/map/filters.ts';

/** What an address of the home page asks for. */
export interface CityRequest {
  /** What was typed into the search field. */
  q: string;
  filters: CaseFilters;
  at: MapPlace | null;
  /** The number of the case that is chosen on the map, or its id, which is what the map itself knows. */
  chosen: string | null;
  cursor: string | undefined;
}
const isObjectId = /^[0-9a-f]{24}$/;
type Query = (name: string) => string | undefined;

const numberIn = (said: string | undefined, min: number, max: number): number | null => {
  const value = said === undefined || !/^-?\d{1,3}(\.\d{1,9})?$/.test(said) ? Number.NaN : Number(said);
  return value >= min && value <= max ? value : null;
};
function placeIn(query: Query): MapPlace | null {
  const z = numberIn(query('z'), ZOOMS.min, ZOOMS.max);
  const lng = numberIn(query('lng'), -180, 180);
  const lat = numberIn(query('lat'), -85, 85);
  return z === null || lng === null || lat === null ? null : { z: Math.round(z), lng, lat };
}
/** Reads an address kindly: a part that makes no sense is as good as absent, for people mend addresses by hand and forms send empty fields. */
export function cityRequestIn(query: Query): CityRequest {
  const filters: CaseFilters = {};
  for (const name of FILTERS) {
    const said = caseFilters[name].safeParse(query(name) || undefined);
    if (said.success && said.data !== undefined) Object.assign(filters, { [name]: said.data });
  }
  const number = query('case') ?? '';
  return {
    q: (query('q') ?? '').trim().slice(0, 120),
    filters,
    at: placeIn(query),
    chosen: isCaseNumber(number) || isObjectId.test(number) ? number : null,
    cursor: query('cursor') || undefined,
  };
}
