import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import * as contract from '#shared/contract/places.ts';
import type { Position } from './geometry.ts';
import { districtAt, districtOf, districts, findPlaces, streetsNear } from './places.ts';

/** Address search over HTTP, from memory: it answers while the database is away. */
export const placeRoutes = Router();

mount(placeRoutes, contract.findPlaces, async ({ query: { q, cursor, limit } }) => {
  const listing = `places\n${q}`;
  const { items, next } = findPlaces(q, { limit, after: cursor === undefined ? null : readCursor(cursor, listing) });
  return reply(200, { items, next: next && writeCursor(next, listing) });
});
mount(placeRoutes, contract.listDistricts, async () => reply(200, { items: [...districts()], next: null }));
mount(placeRoutes, contract.readPlaceAt, async ({ query: { lng, lat } }) => {
  const point: Position = [lng, lat];
  const district = districtOf(districtAt(point) ?? '') ?? null;
  const [nearStreet = null] = district ? streetsNear(point) : [];
  return reply(200, { isInCity: district !== null, district, nearStreet });
});
