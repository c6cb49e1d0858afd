import { now } from '#server/platform/clock.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { isForSignature } from '../kept-letter.ts';
import { dropPending, pendingBefore } from '../signed-file.model.ts';

const DAY_MS = 86_400_000;

/** Removes signed files that came a day ago or before for an answer that does not wait for signature any more; answers how many. */
export async function dropUnusedFiles(): Promise<number> {
  let dropped = 0;
  for (const file of await pendingBefore(new Date(now().getTime() - DAY_MS))) {
    const found = await CaseModel.findById(file.caseId).lean<Case>();
    if (found?.answerId?.equals(file.answerId) && isForSignature(found)) continue;
    if (await dropPending(file)) dropped += 1;
  }
  return dropped;
}
