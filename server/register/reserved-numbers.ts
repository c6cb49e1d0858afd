import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import type { Case } from './case.model.ts';
import { type ReservedNumber, ReservedNumberModel } from './number-reservation.model.ts';

/** Who enters an appeal from a journal on paper, and the day on which it came in. */
export interface FromJournal {
  byId: string;
  on: LegalDate;
}
const refuse = (code: FieldCode, path: 'number' | 'on'): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: `received.${path}`, code }] });
};

/**
 * Takes the reserved number that a new case bears, once for all and before the case is written: of two who take the same one, MongoDB
 * lets the second run again, and it hears that the number is taken. Refusals: 422 that names the number or the day.
 */
export async function takeReserved(tx: Transaction, entered: Case, { byId, on }: FromJournal): Promise<void> {
  const { session, at } = tx;
  const row = await ReservedNumberModel.findById(entered.number).session(session).lean<ReservedNumber>();
  if (!row) return refuse('number.not-reserved', 'number');
  if (row.state !== 'left') return refuse(row.state === 'used' ? 'number.used' : 'number.closed', 'number');
  if (on < row.on) return refuse('date.before-journal', 'on');
  const taken = { state: 'used', caseId: entered._id, at, byId } as const;
  const { modifiedCount } = await ReservedNumberModel.updateOne(
    { _id: entered.number, state: 'left' },
    { $set: taken },
    { session },
  );
  if (modifiedCount === 0) refuse('number.used', 'number');
}
