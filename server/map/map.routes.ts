import { type Response, Router } from 'express';
import * as z from 'zod/mini';
import { letRevalidate, mount, reply } from '#server/http/endpoint.ts';
import { fieldErrors } from '#server/http/field-errors.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseFilters, listPublicCases, readMapTile } from '#shared/contract/map.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import type { MapView, Position } from '#shared/domain/map/mercator.ts';
import { countsByStatus } from '#shared/domain/map/rings.ts';
import { type Mark, pictureOf } from './picture.ts';
import { publicPage, publicTile, publicView } from './public-map.ts';

/** The map over HTTP. */
export const mapRoutes = Router();

mount(mapRoutes, readMapTile, async ({ params, query }) => reply(200, await publicTile(params, query)));
mount(mapRoutes, listPublicCases, async ({ query: { bbox, cursor, limit, ...filters } }) => {
  const { items, next } = await publicPage({ filters, bounds: bbox, cursor, limit });
  return reply(200, { items, next });
});

/** The longest side of a picture, in pixels. */
const MOST_PIXELS = 2_000;
const degrees = (most: number) => z.coerce.number().check(z.gte(-most), z.lte(most));
const pixels = () => z.coerce.number().check(z.int(), z.gte(64), z.lte(MOST_PIXELS));
/** Up to fifty places to mark, as `lng,lat;lng,lat`. */
const Pins = z.pipe(
  z
    .string()
    .check(
      z.regex(/^-?\d{1,3}(\.\d{1,9})?,-?\d{1,2}(\.\d{1,9})?(;-?\d{1,3}(\.\d{1,9})?,-?\d{1,2}(\.\d{1,9})?){0,49}$/),
    ),
  z.transform((said) =>
    said.split(';').map((pin): Position => {
      const [lng = 0, lat = 0] = pin.split(',').map(Number);
      return [lng, lat];
    }),
  ),
);
const Picture = z.strictObject({
  z: z.coerce.number().check(z.int(), z.gte(ZOOMS.min), z.lte(ZOOMS.max)),
  lng: degrees(180),
  lat: degrees(85),
  w: pixels(),
  h: pixels(),
  lang: z._default(z.enum(['uk', 'en']), 'uk'),
  pins: z.optional(Pins),
  cases: z.optional(z.literal('1')),
  ...caseFilters,
});
async function marksOf(view: MapView, filters: CaseFilters): Promise<Mark[]> {
  const { clusters, points } = await publicView(view, filters);
  return [
    ...points.map(([, lng, lat, status]): Mark => ({ at: [lng, lat], status })),
    ...clusters.map(([lng, lat, , counts]): Mark => ({ at: [lng, lat], byStatus: countsByStatus(counts) })),
  ];
}
/** A picture stands by itself when it is opened as a page: its own colours, nothing else. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const DAY_S = 86_400;

/** A picture of cases is asked for anew each time; one with a pin, which may be where somebody lives, is kept by nobody else's cache. */
function sendPicture(res: Response, svg: string, { ofCases, hasPins }: { ofCases: boolean; hasPins: boolean }): void {
  res.set('content-security-policy', PICTURE_POLICY);
  letRevalidate(res, svg);
  if (!ofCases) res.set('cache-control', `${hasPins ? 'private' : 'public'}, max-age=${DAY_S}`);
  res.type('image/svg+xml').send(svg);
}
mapRoutes.get('/map/picture.svg', async (req, res) => {
  const asked = Picture.safeParse(req.query, { reportInput: true });
  if (!asked.success) throw new Problem('fields.invalid', { errors: fieldErrors('query', asked.error.issues) });
  const { pins = [], cases, lang, z: zoom, lng, lat, w, h, ...filters } = asked.data;
  const view = { z: zoom, lng, lat, w, h };
  const marks: Mark[] = [...(cases ? await marksOf(view, filters) : []), ...pins.map((at) => ({ at }))];
  sendPicture(res, pictureOf(view, marks, lang), { ofCases: cases !== undefined, hasPins: pins.length > 0 });
});
