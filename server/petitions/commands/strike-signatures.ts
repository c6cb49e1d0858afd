import { type ClientSession, Types } from 'mongoose';
import type { RemovalReason } from '#shared/domain/petition.ts';
import { type PetitionSignature, RemovalModel, SignatureModel, type SignatureRemoval } from '../signature.model.ts';

/** Why signatures count no longer, since when, and who said so; null for the signer. */
export interface Strike {
  reason: RemovalReason;
  at: Date;
  byId: string | null;
}
/** So much of a signature as is needed to strike it. */
export type Struck = Pick<PetitionSignature, '_id' | 'petitionId'>;

/**
 * Strikes signatures in a transaction, all of them or none: their people may sign again and hear no more of it, and the sealer writes into the public list
 * that they count no longer. One that waited for a moderator is sealed first, for else the list could not say what was struck. They
 * are to be read in the same transaction, with their keys: who lost them was struck before.
 */
export async function strikeSignatures(
  session: ClientSession,
  signatures: readonly Struck[],
  { reason, at, byId }: Strike,
): Promise<void> {
  if (signatures.length === 0) return;
  const ids = signatures.map(({ _id }) => _id);
  await SignatureModel.updateMany({ _id: { $in: ids } }, { $unset: { keys: 1 }, $set: { news: null } }, { session });
  await SignatureModel.updateMany({ _id: { $in: ids }, window: 0 }, { $set: { window: null } }, { session });
  const removals = signatures.map(
    ({ _id: signatureId, petitionId }): SignatureRemoval => ({
      _id: new Types.ObjectId(),
      petitionId,
      signatureId,
      reason,
      at,
      byId,
      window: null,
    }),
  );
  await RemovalModel.insertMany(removals, { session, lean: true });
}
