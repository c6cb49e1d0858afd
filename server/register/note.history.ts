import { recordEvent } from '#server/history/index.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import { asideEvent } from './case.history.ts';
import { type Case, CaseModel } from './case.model.ts';
import type { Note } from './note.model.ts';

/** What was done to a note: by whom, which digest its words have now, and the ids of those it names from now on. */
export interface NoteDeed {
  what: 'note-added' | 'note-edited' | 'note-withdrawn';
  docDigest: string | null;
  mentioned: readonly string[];
}
/** Notes in the history of the case what was done to a note, and nothing that it says; the desks of those it names hear of it by their ids. */
export async function recordNote(
  tx: Transaction,
  { caseId, byId }: Pick<Note, 'caseId' | 'byId'>,
  { what, docDigest, mentioned }: NoteDeed,
): Promise<void> {
  // As it is in this very transaction: the last event of a case has to say how the case is.
  const found = await CaseModel.findById(caseId).session(tx.session).lean<Case>();
  if (!found) throw new Problem('not-found');
  const event = asideEvent(found, what, { actorId: byId, docDigest });
  await recordEvent(tx, { ...event, facts: { ...event.facts, isInternal: true, mentioned: mentioned.join(' ') } });
}
