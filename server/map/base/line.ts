import type { Position } from '#shared/domain/map/mercator.ts';

/** Reads a line written as `lng lat, lng lat, …` in degrees, which keeps a drawing in the source short enough to be read. */
export const line = (written: string): Position[] =>
  written.split(',').map((pair) => {
    const [lng = Number.NaN, lat = Number.NaN] = pair.trim().split(/\s+/).map(Number);
    return [lng, lat];
  });
