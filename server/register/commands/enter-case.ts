import { linkToCase } from '#server/attachments/index.ts';
import { recordEvent, recordFirstEvents } from '#server/history/index.ts';
import { keepPeople, type Person, type StatedBenefit } from '#server/people/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { groupCommit } from '#server/platform/group-commit.ts';
import { type IdempotencyRow, keepIdempotency } from '#server/platform/idempotency.ts';
import { insertRows } from '#server/platform/insert-rows.ts';
import { placeFacts, type StandIn } from '#server/platform/policy.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { asideEvent, filedEvent } from '../case.history.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { type EarlierReceipt, recordEarlierReceipt } from '../earlier-receipt.ts';
import { type Participant, ParticipantModel } from '../participant.model.ts';
import { type FromJournal, takeReserved } from '../reserved-numbers.ts';

/** A new case with the people who brought it; `actorId` is null where nobody had signed in. */
export interface Entry<C extends Case = Case> {
  entered: C;
  people: readonly Person[];
  benefits: readonly StatedBenefit[];
  /** The draft whose photos and documents become the case's own. */
  draftId: string | null;
  participants: readonly Participant[];
  event: EventKind;
  actorId: string | null;
  /** In whose place staff took it in; nobody's where it is left out. */
  place?: StandIn | null;
  /** Digest of the words that were filed. */
  docDigest: string;
  /** What shows that it came in before today; null where it comes in now. */
  earlier: EarlierReceipt | null;
  /** Where its number was kept for a journal on paper, which a case takes alone: never with others in one transaction. */
  fromJournal?: FromJournal | null;
  idempotency: IdempotencyRow | null;
}

/** Puts new cases into the register together, in one transaction with what `beside` writes: all of it or nothing. */
export const enterCases = (
  entries: readonly Entry[],
  beside: (tx: Transaction) => Promise<void> = async () => undefined,
): Promise<readonly Case[]> =>
  transaction(async (tx) => {
    const { session } = tx;
    const cases = entries.map(({ entered }) => entered);
    for (const { entered, fromJournal } of entries) if (fromJournal) await takeReserved(tx, entered, fromJournal);
    await insertRows(CaseModel.collection.name, cases, session);
    await keepPeople(
      {
        people: entries.flatMap(({ people }) => people),
        benefits: entries.flatMap(({ benefits }) => benefits),
      },
      session,
    );
    for (const { draftId, entered } of entries) if (draftId) await linkToCase(session, draftId, String(entered._id));
    await insertRows(
      ParticipantModel.collection.name,
      entries.flatMap(({ participants }) => participants),
      session,
    );
    await keepIdempotency(
      entries.flatMap(({ idempotency }) => idempotency ?? []),
      session,
    );
    await recordFirstEvents(
      tx,
      entries.map(({ entered, event, actorId, docDigest, place }) => {
        const filed = filedEvent(entered, event, { actorId, docDigest });
        return { ...filed, facts: { ...filed.facts, ...placeFacts(place) } };
      }),
    );
    for (const { entered, earlier } of entries) if (earlier) await recordEarlierReceipt(tx, entered, earlier);
    for (const { entered, fromJournal } of entries)
      if (fromJournal)
        await recordEvent(tx, asideEvent(entered, 'number-taken', { actorId: fromJournal.byId, docDigest: null }));
    await beside(tx);
    return cases;
  });

/** Whether a lone entry was refused only because an earlier try of the very same one was kept and its answer lost. */
const wasKept = async (cause: unknown, [first, ...more]: readonly Entry[]): Promise<boolean> => {
  if (!first || more.length > 0 || !isDuplicate(cause)) return false;
  return (await CaseModel.exists({ _id: first.entered._id })) !== null;
};

/** Puts a new case of any regime into the register. Nothing is read, so cases that arrive together share a transaction. */
export const enterCase: (entry: Entry) => Promise<Case> = groupCommit(async (entries) => {
  try {
    return await enterCases(entries);
  } catch (cause) {
    if (await wasKept(cause, entries)) return entries.map(({ entered }) => entered);
    throw cause;
  }
});
