import { type Position, unproject } from '#shared/domain/map/mercator.ts';
import { questionOf, type Visibility } from './case-question.ts';
import { FINE_ZOOM } from './cells.ts';
import { NOWHERE } from './columns.ts';
import type { PublishedColumns } from './published-columns.ts';

/** A case on the map: where it lies, and all that its mark tells, so that two equal looks are one and the same mark. */
export interface Look {
  place: Position;
  look: string;
}
/** How these cases look on the map to everybody, by their ids: those that are not seen there are left out. */
export function looksOf(kept: PublishedColumns, ids: readonly string[], visibility: Visibility): Map<string, Look> {
  const { xs, ys, statuses, categories } = kept.columns;
  const isSeen = questionOf(kept, {}, visibility);
  return new Map(
    ids.flatMap((id): [string, Look][] => {
      const slot = kept.find(id);
      const [x = NOWHERE, y = NOWHERE] = [xs[slot], ys[slot]];
      if (slot < 0 || x === NOWHERE || !isSeen(slot)) return [];
      return [[id, { place: unproject([x, y], FINE_ZOOM), look: `${x} ${y} ${statuses[slot]} ${categories[slot]}` }]];
    }),
  );
}
/** Where marks of these cases came, went or changed, by how they looked before and look after, by their ids. */
export function placesOfChange(before: ReadonlyMap<string, Look>, after: ReadonlyMap<string, Look>): Position[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was?.look === is?.look) return [];
    return [was, is].flatMap((one) => (one ? [one.place] : []));
  });
}
