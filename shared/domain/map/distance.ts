import type { Position } from './mercator.ts';

/** The mean radius of the Earth, in metres (IUGG). */
const EARTH_M = 6_371_009;
const RADIAN = Math.PI / 180;

/** How far apart two places are as the crow flies, in metres; exact enough within one city. */
export function metresBetween([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const x = (lng2 - lng1) * Math.cos(((lat1 + lat2) / 2) * RADIAN);
  return Math.hypot(x, lat2 - lat1) * RADIAN * EARTH_M;
}
