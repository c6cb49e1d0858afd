import type { PublicStatus } from '../appeal.ts';

/** Which published cases are meant. Dates are days of receipt in Kyiv, both included; a branch of the tree stands for all below it. */
export interface CaseFilters {
  status?: PublicStatus | undefined;
  category?: string | undefined;
  district?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Only those whose term is over and that are not finished. */
  overdue?: '1' | undefined;
}
/** The names of the filters, as they stand in addresses. */
export const FILTERS = [
  'status',
  'category',
  'district',
  'from',
  'to',
  'overdue',
] as const satisfies readonly (keyof CaseFilters)[];

/** Where the map looks: its middle and its zoom. */
export interface MapPlace {
  z: number;
  lng: number;
  lat: number;
}
/** What the address of the home page keeps: the filters, where the map looks, and the number of the case that is chosen. */
export interface CityAddress {
  filters: CaseFilters;
  at?: MapPlace | null;
  chosen?: string | null;
}
/** Degrees as they stand in an address: to a metre. */
export const inAddress = (degrees: number): string => String(Number(degrees.toFixed(5)));

/** The query of such an address, without the question mark; empty for the whole city unfiltered. */
export function cityQuery({ filters, at, chosen }: CityAddress): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of FILTERS) {
    const value = filters[name];
    if (value) query.set(name, value);
  }
  if (at) {
    query.set('z', String(at.z));
    query.set('lng', inAddress(at.lng));
    query.set('lat', inAddress(at.lat));
  }
  if (chosen) query.set('case', chosen);
  return query;
}
