import { type Staff, StaffModel } from '#server/identity/index.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { FieldCode } from '#shared/domain/problems.ts';

const refuse = (code: FieldCode): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'superiorId', code }] });
};
/**
 * Makes sure that somebody may be put under that superior: 422 for nobody or a locked account, oneself, and whoever is under them,
 * by whatever steps. All above are touched in the transaction, so that of two such changes at once one is made again and sees the other.
 */
export async function putUnder(
  { session, at }: Transaction,
  staffId: string,
  superiorId: string | null,
): Promise<void> {
  if (superiorId === null) return;
  if (superiorId === staffId) refuse('superior.oneself');
  const above = new Set<string>();
  for (let next: string | null = superiorId; next !== null && !above.has(next); ) {
    const one: Staff | null = await StaffModel.findById(next).session(session).lean<Staff>();
    if (next === superiorId && (!one || one.isLocked)) refuse('superior.unknown');
    above.add(next);
    next = one?.superiorId ? String(one.superiorId) : null;
    if (next === staffId) refuse('superior.circle');
  }
  await StaffModel.updateMany({ _id: { $in: [...above] } }, { $set: { guardedAt: at } }, { session });
}
