import { now, today } from '#server/platform/clock.ts';
import { dropOldSnapshots, newestSnapshot } from '../snapshot.model.ts';
import { makeSnapshot } from './make-snapshot.ts';

/** A snapshot stays for so long beside a newer one, for whoever is in the middle of it, in milliseconds. */
const GRACE_MS = 30 * 60_000;

/** Makes the snapshot of this night unless there is one, and removes those before it; null where there was nothing to do. */
export async function makeTonightsSnapshot(): Promise<{ rows: number; dropped: number } | null> {
  const newest = await newestSnapshot();
  const made = newest?.night === today() ? null : await makeSnapshot();
  const dropped = await dropOldSnapshots(new Date(now().getTime() - GRACE_MS));
  return made || dropped > 0 ? { rows: made?.rows ?? 0, dropped } : null;
}
