import { metresBetween } from './distance.ts';
import type { Position } from './mercator.ts';

/** How long a way through all of these places is, straight from each to the next, in metres. */
export const lengthOf = (way: readonly Position[]): number =>
  way.slice(1).reduce((sum, place, nth) => sum + metresBetween(way[nth] ?? place, place), 0);

/** Goes from the first place to the nearest that is left, again and again; of two as near, to the earlier one. */
function byNearest(places: readonly Position[]): number[] {
  const left = new Set(places.keys());
  const order: number[] = [];
  for (let here: number | undefined = left.size > 0 ? 0 : undefined; here !== undefined; ) {
    left.delete(here);
    order.push(here);
    const from = places[here];
    let nearest: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const there of left) {
      const to = places[there];
      const far = from && to ? metresBetween(from, to) : 0;
      if (far < least) [nearest, least] = [there, far];
    }
    here = nearest;
  }
  return order;
}
/** Turns parts of a way round as long as that makes it shorter (2-opt); where it begins stays, where it ends may change. */
function untangled(order: readonly number[], places: readonly Position[]): number[] {
  const way = [...order];
  const far = (a: number, b: number): number => {
    const [from, to] = [places[way[a] ?? -1], places[way[b] ?? -1]];
    return from && to ? metresBetween(from, to) : 0;
  };
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let i = 1; i < way.length - 1; i += 1)
      for (let j = i + 1; j < way.length; j += 1) {
        const now = far(i - 1, i) + far(j, j + 1);
        const then = far(i - 1, j) + far(i, j + 1);
        // A millimetre, so that rounding never turns the same part to and fro.
        if (then > now - 0.001) continue;
        way.splice(i, j - i + 1, ...way.slice(i, j + 1).reverse());
        isBetter = true;
      }
  }
  return way;
}
/**
 * A sensible order in which to visit places, as their numbers in the list: it begins with the first, and is never longer than the list
 * as it was given. Straight lines are reckoned with, not streets.
 */
export function wayThrough(places: readonly Position[]): number[] {
  const given = [...places.keys()];
  const lengthBy = (order: readonly number[]): number =>
    lengthOf(
      order.flatMap((nth) => {
        const place = places[nth];
        return place ? [place] : [];
      }),
    );
  const found = untangled(byNearest(places), places);
  return lengthBy(found) <= lengthBy(given) ? found : given;
}
