import { type Area, areasOver, areTouching } from '#shared/domain/map/areas.ts';
import type { SeenPixels } from './tiles.ts';

/** Maps that hear of one change ask for it within so many milliseconds, each at a moment of its own, so that they do not come all at once. */
const SPREAD_MS = 400;

/** What a map that follows changes shows, and what it does. */
interface Following {
  seen: () => SeenPixels;
  /** Tiles of these areas are no longer as they were. */
  forget: (areas: readonly Area[]) => void;
  /** Something in sight is no longer as it was. */
  refresh: () => void;
}
/**
 * Follows what changes on the map while it is in sight; a page in the background catches up when somebody looks at it. The code
 * of the connection comes once the map stands. The returned function says that the map shows another part.
 */
export function followChanges({ seen, forget, refresh }: Following): () => void {
  let isWaiting = false;
  let isDue = false;
  let moved: () => void = () => undefined;
  const areas = (): Area[] => areasOver(seen());
  const look = (): void => {
    isWaiting = false;
    if (document.visibilityState !== 'visible') return;
    isDue = false;
    refresh();
  };
  const changed = (where: readonly Area[]): void => {
    forget(where);
    const shown = areas();
    if (!where.some((area) => shown.some((one) => areTouching(area, one)))) return;
    isDue = true;
    if (!isWaiting) setTimeout(look, Math.random() * SPREAD_MS);
    isWaiting = true;
  };
  document.addEventListener('visibilitychange', () => {
    if (isDue) look();
  });
  void import('#client/platform/live.ts').then(
    ({ watchMap }) => {
      moved = watchMap({ areas, changed });
    },
    () => undefined, // without it the map asks at intervals
  );
  return () => moved();
}
