import type { Position } from '#shared/domain/map/mercator.ts';

/** Where everybody may see something else on the map than a moment ago; null where that may be anywhere. */
export type ChangedPlaces = readonly Position[] | null;

const followers = new Set<(where: ChangedPlaces) => void>();
/** Tells of each change once this process answers with it; returns how to stop. */
export function followMap(listener: (where: ChangedPlaces) => void): () => void {
  followers.add(listener);
  return () => void followers.delete(listener);
}
/** Tells all who follow the map. */
export const tellMapChanged = (where: ChangedPlaces): void => {
  if (where?.length !== 0) for (const tell of followers) tell(where);
};
