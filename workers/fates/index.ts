import { fatesHeard, newFates, tellOtherWay } from '#server/notifications/index.ts';
import { markTextFate } from '#server/register/index.ts';
import { startRounds } from '../platform/rounds.ts';

const SECOND_MS = 1_000;
const MOST_AT_ONCE = 500;
/** Lots of one round: a large fan-out is heard in a few of them, and none lasts long. */
const MOST_LOTS = 20;

/** Notes on cases how the texts about them fare, as far as nobody has, and has what did not arrive go by the other way; answers of how many messages it heard. */
export async function hearFates(): Promise<number> {
  const fates = await newFates(MOST_AT_ONCE);
  const told = new Map<string, Set<string>>();
  for (const { isText, subject, recipientId } of fates)
    if (isText && subject.kind === 'case') told.set(subject.id, (told.get(subject.id) ?? new Set()).add(recipientId));
  for (const [caseId, personIds] of told) await markTextFate(caseId, personIds);
  for (const { id, state } of fates) if (state === 'undelivered' || state === 'failed') await tellOtherWay(id);
  await fatesHeard(fates);
  return fates.length;
}
/** Does so every three seconds; one that died is gone on with after a minute. */
export const startFates = (): { close(): Promise<void> } =>
  startRounds({
    name: 'fates',
    everyMs: 3 * SECOND_MS,
    lastsMs: 60 * SECOND_MS,
    async work() {
      let fates = 0;
      for (let lot = 0; lot < MOST_LOTS; lot += 1) {
        const heard = await hearFates();
        fates += heard;
        if (heard < MOST_AT_ONCE) break;
      }
      return fates > 0 ? { fates } : null;
    },
  });
