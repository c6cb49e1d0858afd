import { fateHeard, newFates } from '#server/notifications/index.ts';
import { markTextFate } from '#server/register/index.ts';
import { startRounds } from '../platform/rounds.ts';

const SECOND_MS = 1_000;
const MOST_AT_ONCE = 500;

/** Notes on cases how the texts about them fare, as far as nobody has; answers of how many messages it heard. */
export async function hearFates(): Promise<number> {
  const fates = await newFates(MOST_AT_ONCE);
  for (const fate of fates) {
    if (fate.isText && fate.subject.kind === 'case') await markTextFate(fate.subject.id);
    await fateHeard(fate);
  }
  return fates.length;
}
/** Does so every three seconds; one that died is gone on with after a minute. */
export const startFates = (): { close(): Promise<void> } =>
  startRounds({
    name: 'fates',
    everyMs: 3 * SECOND_MS,
    lastsMs: 60 * SECOND_MS,
    async work() {
      const fates = await hearFates();
      return fates > 0 ? { fates } : null;
    },
  });
