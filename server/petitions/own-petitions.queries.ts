import { legalDateOf, now } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { isWithdrawableOn } from './commands/withdraw-signature.ts';
import { type Petition, PetitionModel } from './petition.model.ts';
import { type PetitionSignature, SignatureModel } from './signature.model.ts';

/** A signature of one's own, with the petition and what can be done about it. */
export interface OwnSignature {
  petition: Petition;
  signature: PetitionSignature;
  /** While signatures are collected, where the charter lets signers take theirs back. */
  mayWithdraw: boolean;
}
/** So many of each are shown, the newest. */
const MOST = 100;

/** The petitions that somebody wrote, by the address that they proved, and those they signed, by the phone; the newest first. */
export async function ownPetitions({
  emailHashes = [],
  phoneHashes = [],
}: Pick<Actor, 'emailHashes' | 'phoneHashes'>): Promise<{
  written: Petition[];
  signed: OwnSignature[];
}> {
  const [written, signatures] = await Promise.all([
    PetitionModel.find({ 'initiator.emailHash': { $in: [...emailHashes] }, status: { $ne: 'unconfirmed' } })
      .sort({ _id: -1 })
      .limit(MOST)
      .lean<Petition[]>(),
    SignatureModel.find({ keys: { $in: [...phoneHashes] } })
      .sort({ _id: -1 })
      .limit(MOST)
      .lean<PetitionSignature[]>(),
  ]);
  const petitions = await PetitionModel.find({ _id: { $in: signatures.map(({ petitionId }) => petitionId) } }).lean<
    Petition[]
  >();
  const byId = new Map(petitions.map((one) => [String(one._id), one]));
  const on = legalDateOf(now());
  const signed = signatures.flatMap((signature): OwnSignature[] => {
    const petition = byId.get(String(signature.petitionId));
    if (!petition) return [];
    return [{ petition, signature, mayWithdraw: isWithdrawableOn(petition, on) }];
  });
  return { written, signed };
}
