import { locatorOf } from '#server/map/index.ts';
import { type PaperPlace, PLACE_SCHEME } from '#server/papers/index.ts';
import type { Case } from '#server/register/index.ts';

/** The place of a case for its papers, which only its applicant and staff who may read it are given; null where no point is known. */
export function paperPlace({ place: { address, description, point } }: Case): PaperPlace | null {
  if (!point) return null;
  const [lng, lat] = point.coordinates;
  const at = [lng, lat] as const;
  return { address: address ?? description, point: at, scheme: locatorOf(at, PLACE_SCHEME) };
}
