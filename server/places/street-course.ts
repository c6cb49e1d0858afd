import { isInBox, metresToLine, type Position } from './geometry.ts';
import type { StreetRow } from './places.model.ts';

/** A street as far as its box and one point on it tell where it runs. */
export interface Course {
  box: StreetRow['box'];
  /** The lines along which it can run. */
  axes: readonly (readonly [from: Position, to: Position])[];
}
/** A street further away than this is not beside the place, in metres. */
const NEAR_M = 80;
/** A point on a street as straight as this, in metres, lies on a diagonal of its box. */
const STRAIGHT_M = 30;
/** Beyond this length, in metres, a box is of namesakes or of a road that bends. */
const LONGEST_M = 3_000;

/** Where a street can run: a straight one along that diagonal of its box on which its point lies; of any other only the point is sure. */
export function courseOf({ point, box }: Pick<StreetRow, 'point' | 'box'>): Course {
  const itself = [point, point] as const;
  if (!box) return { box: null, axes: [itself] };
  const [west, south, east, north] = box;
  const diagonals: [Position, Position][] = [
    [
      [west, south],
      [east, north],
    ],
    [
      [west, north],
      [east, south],
    ],
  ];
  const straight = diagonals.filter(
    ([from, to]) => metresToLine(from, to, to) <= LONGEST_M && metresToLine(point, from, to) <= STRAIGHT_M,
  );
  return { box, axes: [itself, ...straight] };
}

/** Metres from a place to a street, by what is known of it; infinity where it is not near. */
export function metresTo({ box, axes }: Course, place: Position): number {
  if (box && !isInBox(place, box, NEAR_M)) return Number.POSITIVE_INFINITY;
  const metres = Math.min(...axes.map(([from, to]) => metresToLine(place, from, to)));
  return metres <= NEAR_M ? metres : Number.POSITIVE_INFINITY;
}
