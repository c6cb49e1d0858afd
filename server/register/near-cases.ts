import type { QueryFilter } from 'mongoose';
import { today } from '#server/platform/clock.ts';
import type { Point } from '#shared/contract/fields.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { metresBetween } from '#shared/domain/map/distance.ts';
import { type Case, CaseModel } from './case.model.ts';
import { publicCaseOf, publiclyReadable } from './public-case.ts';

/** What is beside a place, in metres. */
const NEAR_M = 300;
/** An answer older than this many days is of another time. */
const FRESH_DAYS = 30;
/** So many are shown, and no more: who reads more reads none. */
const MOST = 5;

/** A published case beside a place. */
export interface NearCase {
  found: PublicCase;
  /** From the place that was asked about to the published point; null where it is found by its street. */
  metres: number | null;
}
/** The place that is asked about; without a point or a street nothing is near it. */
export interface Vicinity {
  categoryCode: string;
  point?: Point | null | undefined;
  streetId?: string | null | undefined;
}

/** From one point to another, in whole metres. */
export const wholeMetres = ({ coordinates: from }: Point, { coordinates: to }: Point): number =>
  Math.round(metresBetween(from, to));

/**
 * Up to five published cases of the same category within 300 m of a point, else on the same street, nearest first and then the newest;
 * none that was answered over 30 days ago. A street is compared only where the case's own address is published: what
 * is shown on a coarser grid must not be found by its street.
 */
export async function casesNear({ categoryCode, point, streetId }: Vicinity): Promise<NearCase[]> {
  const isFresh = { $or: [{ answeredOn: null }, { answeredOn: { $gte: addCalendarDays(today(), -FRESH_DAYS) } }] };
  const alike: QueryFilter<Case> = { $and: [publiclyReadable(), { categoryCode }, isFresh] };
  const find = (where: QueryFilter<Case>, sort?: Record<string, -1>) =>
    CaseModel.find({ ...alike, ...where })
      .sort(sort)
      .limit(MOST)
      .lean<Case[]>();
  const [beside, along] = await Promise.all([
    point ? find({ 'publication.point': { $nearSphere: { $geometry: point, $maxDistance: NEAR_M } } }) : [],
    streetId ? find({ 'place.streetId': streetId, 'publication.address': { $ne: null } }, { receivedAt: -1 }) : [],
  ]);
  const nearest = new Map([...beside, ...along].map((one) => [String(one._id), one]));
  return [...nearest.values()].slice(0, MOST).flatMap((one): NearCase[] => {
    const found = publicCaseOf(one);
    if (!found) return [];
    return [{ found, metres: point && found.point ? wholeMetres(point, found.point) : null }];
  });
}
