import { Types } from 'mongoose';
import { DistrictModel, type DistrictRow, loadPlaces, StreetModel, type StreetRow } from '#server/places/index.ts';
import { transaction } from '#server/platform/transaction.ts';
import { DISTRICT_DRAWINGS } from './districts.ts';
import { KNOWN_STREETS } from './streets.ts';

/** The districts of a fresh city as rows, to the drawing’s approximation. */
export const seedDistrictRows = (): DistrictRow[] =>
  DISTRICT_DRAWINGS.map(({ code, uk, en, ru, oldNames, katottg, ring }) => ({
    ...{ _id: code, uk, en, ru, oldNames: [...oldNames], katottg, attribution: null },
    outline: { type: 'MultiPolygon', coordinates: [[ring]] },
  }));
/** The streets of a fresh city as rows, each with the same id every time. */
export const seedStreetRows = (): StreetRow[] =>
  KNOWN_STREETS.map(({ name, ru, districts, point: [lng, lat], oldNames }, i) => ({
    _id: new Types.ObjectId((i + 1).toString(16).padStart(24, '0')),
    ...{ name, ru, en: null, oldNames: [...oldNames], districts: [...districts], point: [lng, lat], box: null },
    ...{ isGone: false, attribution: null },
  }));

/** Districts and well-known streets of this product's own for a city that has none; where some are there, nothing is added. */
export async function seedPlaces(): Promise<void> {
  await transaction(async ({ session }) => {
    if (await DistrictModel.exists({}).session(session)) return;
    await DistrictModel.insertMany(seedDistrictRows(), { session });
    await StreetModel.insertMany(seedStreetRows(), { session });
  });
  await loadPlaces();
}
