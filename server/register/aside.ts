import type { Types } from 'mongoose';
import { recordEvent } from '#server/history/index.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import { asideEvent } from './case.history.ts';
import { type Case, CaseModel } from './case.model.ts';

/** Whose deed it is, and on which case. */
export interface Doing {
  caseId: Types.ObjectId;
  actorId: string;
}
/** Keeps in a case's history that something about it was done, sent or said which leaves it where it was. A case that is gone has none. */
export async function recordAside(
  tx: Transaction,
  { caseId, actorId }: Doing,
  what: string,
  docDigest: string | null = null,
): Promise<void> {
  const found = await CaseModel.findById(caseId).session(tx.session).lean<Case>();
  if (found) await recordEvent(tx, asideEvent(found, what, { actorId, docDigest }));
}
