import * as z from 'zod/mini';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import type { Bounds } from '#shared/domain/map/mercator.ts';
import { endpoint } from './endpoint.ts';
import { code, id, legalDate, wrong } from './fields.ts';
import { PublicCase } from './public-case.ts';

/** A whole number in an address. */
const whole = (min: number, max: number) => z.coerce.number().check(z.int(), z.gte(min), z.lte(max));
/** The filters as they stand in addresses. */
export const caseFilters = {
  status: z.optional(z.enum(PUBLIC_STATUSES)),
  category: z.optional(code()),
  district: z.optional(code()),
  from: z.optional(legalDate()),
  to: z.optional(legalDate()),
  overdue: z.optional(z.literal('1')),
} satisfies Record<keyof CaseFilters, z.ZodMiniType>;

/** `west,south,east,north` in degrees. */
export const bbox = () =>
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,3}(\.\d{1,9})?(,-?\d{1,3}(\.\d{1,9})?){3}$/)),
    z.transform((said, ctx): Bounds => {
      const [west = 0, south = 0, east = 0, north = 0] = said.split(',').map(Number);
      const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
      if (!isOnEarth || west >= east || south >= north) ctx.issues.push({ ...wrong('field.invalid'), input: said });
      return [west, south, east, north];
    }),
  );

/** The published cases, newest first, page by page. */
export const listPublicCases = endpoint({
  method: 'GET',
  path: '/api/v1/appeals',
  summary: 'Appeals that were published, newest first',
  query: z.strictObject({
    ...caseFilters,
    bbox: z.optional(bbox()),
    cursor: z.optional(z.string().check(z.maxLength(400))),
    limit: z._default(whole(1, 100), 20),
  }),
  replies: { 200: z.object({ items: z.array(PublicCase), next: z.nullable(z.string()) }) },
  problems: [],
  permission: 'anyone',
});

/** Degrees of WGS 84, to a millionth. */
const degrees = () => z.number();
/** Several cases that lie too near to each other to be shown apart at this zoom: where, how many, and how many in each state, in the order of `PUBLIC_STATUSES`. */
const TileCluster = z.tuple([degrees(), degrees(), z.number(), z.array(z.number())]);
/** One case by itself: its id, its place, its state and the code of its category. */
const TilePoint = z.tuple([id(), degrees(), degrees(), z.enum(PUBLIC_STATUSES), code()]);
/** What lies on one tile of the map, as lists that travel lightly: clusters are `[lng, lat, count, [of each state]]`, points `[id, lng, lat, status, category]`, newest first. */
export const MapTile = z.object({ clusters: z.array(TileCluster), points: z.array(TilePoint) });
export type MapTile = z.infer<typeof MapTile>;

/** A tile beyond the edge of its zoom is no tile. */
export const readMapTile = endpoint({
  method: 'GET',
  path: '/api/v1/map/{z}/{x}/{y}',
  summary: 'Published appeals on one tile of the map (256 px, web Mercator): clusters and single ones',
  params: z
    .strictObject({ z: whole(ZOOMS.min, ZOOMS.max), x: whole(0, 2 ** ZOOMS.max - 1), y: whole(0, 2 ** ZOOMS.max - 1) })
    .check(z.refine((tile) => Math.max(tile.x, tile.y) < 2 ** tile.z)),
  query: z.strictObject(caseFilters),
  replies: { 200: MapTile },
  problems: [],
  permission: 'anyone',
  isRevalidated: true,
});
