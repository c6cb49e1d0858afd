import { keptByProvider, noteForgotten } from '#server/notifications/index.ts';
import { startRounds } from '../platform/rounds.ts';

const MINUTE_MS = 60_000;
/** Few at a time: what is deleted takes from the same provider's patience as what is sent. */
const [MOST_AT_ONCE, MOST_LOTS] = [10, 100];

/** Whoever has a provider delete what it keeps of a message; true where it keeps nothing any more. */
interface Forgetful {
  forget(providerId: string): Promise<boolean>;
}
/** Has the provider delete texts of which nothing more is to be heard; answers of how many. Ends early where it does not listen. */
export async function forgetTexts({ forget }: Forgetful): Promise<number> {
  let forgotten = 0;
  for (let lot = 0; lot < MOST_LOTS; lot += 1) {
    const kept = await keptByProvider(MOST_AT_ONCE);
    const gone = await Promise.all(kept.map(async ({ id, providerId }) => ((await forget(providerId)) ? [id] : [])));
    const ids = gone.flat();
    await noteForgotten(ids);
    forgotten += ids.length;
    if (kept.length < MOST_AT_ONCE || ids.length < kept.length) break;
  }
  return forgotten;
}
/** Does so every five minutes. */
export const startForgetting = (gateway: Forgetful): { close(): Promise<void> } =>
  startRounds({
    name: 'forgetting',
    everyMs: 5 * MINUTE_MS,
    lastsMs: 4 * MINUTE_MS,
    async work() {
      const texts = await forgetTexts(gateway);
      return texts > 0 ? { texts } : null;
    },
  });
