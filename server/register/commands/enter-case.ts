import { recordFirstEvents } from '#server/history/index.ts';
import { keepPeople, type Person } from '#server/people/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { groupCommit } from '#server/platform/group-commit.ts';
import { type IdempotencyRow, keepIdempotency } from '#server/platform/idempotency.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { factsOf } from '../case.facts.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { type Participant, ParticipantModel } from '../participant.model.ts';

/** A new case with the people who brought it; `actorId` is null where nobody had signed in. */
export interface Entry<C extends Case = Case> {
  entered: C;
  people: readonly Person[];
  participants: readonly Participant[];
  event: EventKind;
  actorId: string | null;
  /** Digest of the words that were filed. */
  docDigest: string;
  idempotency: IdempotencyRow | null;
}

const commitEntries = (entries: readonly Entry[]): Promise<readonly Case[]> =>
  transaction(async (tx) => {
    const { session } = tx;
    const cases = entries.map(({ entered }) => entered);
    await CaseModel.insertMany(cases, { session, lean: true });
    await keepPeople(
      entries.flatMap(({ people }) => people),
      session,
    );
    await ParticipantModel.insertMany(
      entries.flatMap(({ participants }) => participants),
      { session, lean: true },
    );
    await keepIdempotency(
      entries.flatMap(({ idempotency }) => idempotency ?? []),
      session,
    );
    await recordFirstEvents(
      tx,
      entries.map(({ entered, event, actorId, docDigest }) => ({
        kind: event,
        subject: { kind: 'case', id: String(entered._id) },
        actorId,
        from: null,
        to: entered.status,
        reasonCode: null,
        docDigest,
        facts: factsOf(entered),
      })),
    );
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
    return await commitEntries(entries);
  } catch (cause) {
    if (await wasKept(cause, entries)) return entries.map(({ entered }) => entered);
    throw cause;
  }
});
