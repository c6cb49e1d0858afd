import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type IdempotencyRow, idempotencyRow, madeBefore } from '#server/platform/idempotency.ts';
import { type Actor, inPlaceBy, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseById, type Entry, enterCase, takeCaseNumber } from '#server/register/index.ts';
import type { NewAppeal } from '#shared/contract/filing.ts';
import type { Channel } from '#shared/domain/appeal.ts';
import { type Appeal, appealPlug } from '../appeal.plug.ts';
import { checkFiling } from '../filing.check.ts';
import { broughtBy } from '../new-appeal.ts';

/** How often a filing draws its number and short link anew where one of them is taken already. */
const TRIES = 3;
/** How an appeal is brought: by what channel, the key that makes a repeated request harmless, and what goes with it. */
export interface Filing {
  channel: Channel;
  idempotencyKey?: string | undefined;
  /** The draft whose photos and documents go with it. */
  draftId?: string | undefined;
}

const found = async (id: string): Promise<Appeal> => {
  const appeal = await caseById(id);
  if (!appeal) throw new Error('an idempotency key names no case');
  return appeal as Appeal;
};

/**
 * Puts an appeal before the city; it is received at this moment, before any code is asked. By phone and at the desk staff
 * vouch for the number that the person gave. A repeated key answers with the appeal that the first request made.
 */
export async function fileAppeal(
  actor: Actor | Visitor,
  draft: NewAppeal,
  { channel, idempotencyKey, draftId }: Filing,
): Promise<Appeal> {
  const errors = checkFiling(draft);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  const receivedAt = now();
  const scope = `file-appeal ${actor?.kind === 'staff' ? actor.id : ''}`;
  const keyed = (resultId: string): IdempotencyRow | null =>
    idempotencyKey ? idempotencyRow(scope, idempotencyKey, draft, resultId) : null;

  const asked = keyed('');
  const before = asked && (await madeBefore(asked));
  if (before) return found(before);

  const entry = async (): Promise<Entry<Appeal>> => {
    const { appeal, ...brought } = broughtBy(draft, { number: await takeCaseNumber(receivedAt), receivedAt, channel });
    return {
      entered: appeal,
      ...brought,
      draftId: draftId ?? null,
      event: 'appeal.filed',
      actorId: actor?.kind === 'staff' ? actor.id : null,
      place: actor?.kind === 'staff' ? inPlaceBy(actor, 'case.enter') : null,
      docDigest: appealPlug.digestOf(appeal),
      idempotency: keyed(String(appeal._id)),
    };
  };
  for (let triesLeft = TRIES; ; triesLeft -= 1) {
    const entered = await entry();
    try {
      await enterCase(entered);
      return entered.entered;
    } catch (cause) {
      if (!isDuplicate(cause)) throw cause;
      // The same key came twice at once and the other request was first; else a short link or a number was drawn twice.
      const twin = asked && (await madeBefore(asked));
      if (twin) return found(twin);
      if (triesLeft === 1) throw cause;
    }
  }
}
