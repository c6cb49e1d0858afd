import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { code, id, Point } from './fields.ts';

/** A street or a district that answers a query. Namesakes are told apart by `districts` and `streetWord`. */
export const FoundPlace = z.object({
  kind: z.enum(['street', 'district']),
  /** The street’s id, or the district’s code. */
  id: z.string(),
  /** In Ukrainian; of a street with its street word. */
  name: z.string(),
  en: z.nullable(z.string()),
  /** «вулиця», «провулок», …; null for a district and for a street without one. */
  streetWord: z.nullable(z.string()),
  oldNames: z.array(z.string()),
  /** The former name by which it was found. */
  foundAs: z.nullable(z.string()),
  /** Codes of the districts that it runs through; of a district its own. */
  districts: z.array(code()),
  /** Somewhere on the street; null for a district. */
  point: z.nullable(Point),
  /** The house that was typed beside the name; nobody has checked that it exists. */
  house: z.nullable(z.string()),
  /** Whether another street has the same proper name. */
  hasNamesakes: z.boolean(),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

/** Address search. */
export const findPlaces = endpoint({
  method: 'GET',
  path: '/api/v1/places',
  summary: 'Streets and districts by a name of today or a former one, begun or mistyped, with or without a house',
  query: z.strictObject({
    /** Only the first 120 characters count. */
    q: z.string().check(z.minLength(1)),
    cursor: z.optional(z.string()),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 10),
  }),
  replies: { 200: z.object({ items: z.array(FoundPlace), next: z.nullable(z.string()) }) },
  problems: [],
  permission: 'anyone',
});

/** The districts of the city. */
export const listDistricts = endpoint({
  method: 'GET',
  path: '/api/v1/districts',
  summary: 'The districts of the city, with their codes',
  replies: {
    200: z.object({ items: z.array(z.object({ code: code(), uk: z.string(), en: z.string() })), next: z.null() }),
  },
  problems: [],
  permission: 'anyone',
});

const degrees = (most: number) => z.coerce.number().check(z.gte(-most), z.lte(most));
/** What lies where a pin was put. */
export const readPlaceAt = endpoint({
  method: 'GET',
  path: '/api/v1/places/at',
  summary: 'The district and the nearest street of a point, and whether it lies in the city',
  query: z.strictObject({ lng: degrees(180), lat: degrees(90) }),
  replies: {
    200: z.object({
      isInCity: z.boolean(),
      district: z.nullable(z.object({ code: code(), uk: z.string(), en: z.string() })),
      /** A street that seems to run within 80 m: a hint for people, not an address. */
      nearStreet: z.nullable(z.object({ id: id(), name: z.string(), en: z.nullable(z.string()) })),
    }),
  },
  problems: [],
  permission: 'anyone',
});
