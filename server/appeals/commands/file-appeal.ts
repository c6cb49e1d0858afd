import { legalDateOf, now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type IdempotencyRow, idempotencyRow, madeBefore } from '#server/platform/idempotency.ts';
import { type Actor, inPlaceBy, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseById, type Entry, enterCase, enterCases, takeCaseNumber } from '#server/register/index.ts';
import type { EarlierReceipt, NewAppeal } from '#shared/contract/filing.ts';
import type { Channel } from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type Appeal, appealPlug } from '../appeal.plug.ts';
import { checkFiling } from '../filing.check.ts';
import { broughtBy } from '../new-appeal.ts';
import { checkReceipt } from '../receipt.check.ts';

/** How often a filing draws its number and short link anew where one of them is taken already. */
const TRIES = 3;
/** How an appeal is brought: by what channel, the key that makes a repeated request harmless, and what goes with it. */
export interface Filing {
  channel: Channel;
  idempotencyKey?: string | undefined;
  /** The draft whose photos and documents go with it. */
  draftId?: string | undefined;
  /** By staff alone: the earlier day on which it came in. */
  received?: EarlierReceipt | undefined;
}

/** An hour that lies in the same day in Kyiv, summer and winter. */
const noonOf = (date: LegalDate): Date => new Date(`${date}T10:00:00Z`);

const found = async (id: string): Promise<Appeal> => {
  const appeal = await caseById(id);
  if (!appeal) throw new Error('an idempotency key names no case');
  return appeal as Appeal;
};

/**
 * Puts an appeal before the city; it is received at this moment, before any code is asked, or on the earlier day that staff name. By phone and at the desk staff
 * vouch for the number that the person gave. A repeated key answers with the appeal that the first request made.
 */
export async function fileAppeal(
  actor: Actor | Visitor,
  draft: NewAppeal,
  { channel, idempotencyKey, draftId, received }: Filing,
): Promise<Appeal> {
  const errors = [...checkFiling(draft), ...checkReceipt({ received })];
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  const enteredAt = now();
  const journal = (actor?.kind === 'staff' && received?.number && received) || null;
  const earlier = actor?.kind === 'staff' && received && received.on < legalDateOf(enteredAt) ? received : null;
  const receivedAt = earlier ? noonOf(earlier.on) : enteredAt;
  const scope = `file-appeal ${actor?.kind === 'staff' ? actor.id : ''}`;
  const asked: IdempotencyRow | null = idempotencyKey
    ? idempotencyRow(scope, idempotencyKey, received ? { ...draft, received } : draft, '')
    : null;
  const before = asked && (await madeBefore(asked));
  if (before) return found(before);

  const entry = async (): Promise<Entry<Appeal>> => {
    const { appeal, ...brought } = broughtBy(draft, {
      number: journal?.number ?? (await takeCaseNumber(enteredAt)),
      receivedAt,
      enteredAt,
      channel,
    });
    return {
      entered: appeal,
      ...brought,
      draftId: draftId ?? null,
      event: 'appeal.filed',
      actorId: actor?.kind === 'staff' ? actor.id : null,
      place: actor?.kind === 'staff' ? inPlaceBy(actor, 'case.enter') : null,
      docDigest: appealPlug.digestOf(appeal),
      earlier: earlier && {
        reasonCode: earlier.reasonCode,
        explanation: earlier.explanation ?? null,
        byId: actor?.id ?? '',
      },
      fromJournal: journal && { byId: actor?.id ?? '', on: journal.on },
      idempotency: asked && { ...asked, resultId: String(appeal._id) },
    };
  };
  for (let triesLeft = TRIES; ; triesLeft -= 1) {
    const entered = await entry();
    try {
      await (journal ? enterCases([entered]) : enterCase(entered));
      return entered.entered;
    } catch (cause) {
      const isRefused = cause instanceof Problem;
      if (!isDuplicate(cause) && !isRefused) throw cause;
      // The same key came twice at once and the other request was first; else a short link or a number was drawn twice.
      const twin = asked && (await madeBefore(asked));
      if (twin) return found(twin);
      if (triesLeft === 1 || isRefused) throw cause;
    }
  }
}
