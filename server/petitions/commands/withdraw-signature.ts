import { legalDateOf } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { charterOf } from '../charter.ts';
import { PetitionModel } from '../petition.model.ts';
import { type PetitionSignature, SignatureModel } from '../signature.model.ts';
import { isOpenOn, type Signable } from './sign-petition.ts';
import { strikeSignatures } from './strike-signatures.ts';

/** Whether signers may take their signature back on that day: while signatures are collected, where the charter has such a thing. */
export const isWithdrawableOn = (petition: Signable, on: LegalDate): boolean =>
  isOpenOn(petition, on) && charterOf(petition.charterVersion).allowWithdrawSignature;
/** The signature that counts under a petition of whoever proved one of these keys; null for none. */
export const signatureOf = ({ _id: petitionId }: Pick<Signable, '_id'>, keys: readonly string[]) =>
  SignatureModel.findOne({ petitionId, keys: { $in: [...keys] } }).lean<PetitionSignature>();

/**
 * Takes back the signature of whoever proved one of these keys: its place in the list stays, without the name, and it counts no
 * longer. Refusals: 404 for who has not signed, 409 `petition.closed` once collection is over or where the charter has no such thing.
 */
export async function withdrawSignature(keys: readonly string[], number: number): Promise<void> {
  const petition = await PetitionModel.findOne({ number }).lean();
  if (!petition) throw new Problem('not-found');
  await transaction(async ({ session, at }) => {
    const found = await signatureOf(petition, keys).session(session);
    if (!found) throw new Problem('not-found');
    if (!isWithdrawableOn(petition, legalDateOf(at))) throw new Problem('petition.closed');
    await strikeSignatures(session, [found], { reason: 'withdrawn', at, byId: null });
  });
}
