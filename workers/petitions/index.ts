import { setTimeout as sleep } from 'node:timers/promises';
import {
  archivePetitions,
  dropUnsentPetitions,
  endCollection,
  endedCollections,
  makePetitionRoots,
  sealWindow,
  unsealedPetitions,
} from '#server/petitions/index.ts';
import { keepLease } from '#server/platform/kept-lease.ts';
import { log } from '#server/platform/log.ts';
import { startRounds } from '../platform/rounds.ts';

/** The least time between two windows of a petition, in milliseconds: what is signed is counted within two seconds, whoever died. */
const REST_MS = 300;
/** A sealer that died keeps others out for so long at the most. */
const LASTS_MS = 1_500;
const MINUTE_MS = 60_000;

/** Seals on and on, petition after petition; what fails is tried again after the next rest. */
function sealOnAndOn(): { close(): Promise<void> } {
  const closing = new AbortController();
  const { signal } = closing;
  async function round(): Promise<void> {
    for (const id of await unsealedPetitions()) while (!signal.aborted && (await sealWindow(id)));
  }
  async function work(): Promise<void> {
    while (!signal.aborted) {
      await round().catch((cause: unknown) => log().warn({ err: cause }, 'signatures wait to be sealed'));
      await sleep(REST_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  const working = work();
  return {
    async close() {
      closing.abort();
      await working;
    },
  };
}
/** Seals signatures, in one process at a time: two at once would lose their turns to each other, and harm nothing. */
export const startSealing = (): { close(): Promise<void> } =>
  keepLease({ name: 'petitions-sealer', lastsMs: LASTS_MS, isFit: () => true, begin: sealOnAndOn });

/** Ends collections whose term is over, puts old petitions away, forgets those that were never sent, and makes the day's roots. */
export const startPetitions = (): { close(): Promise<void> } =>
  startRounds({
    name: 'petitions',
    everyMs: MINUTE_MS,
    lastsMs: 10 * MINUTE_MS,
    async work() {
      let appeals = 0;
      for (const id of await endedCollections()) if (await endCollection(id)) appeals += 1;
      const [roots, archived, dropped] = [
        await makePetitionRoots(),
        await archivePetitions(),
        await dropUnsentPetitions(),
      ];
      return appeals + roots + archived + dropped > 0 ? { appeals, roots, archived, dropped } : null;
    },
  });
