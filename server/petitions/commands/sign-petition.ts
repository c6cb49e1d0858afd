import { Types } from 'mongoose';
import { legalDateOf, now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { Problem } from '#server/platform/problem.ts';
import { lookupHash, lookupHashes, newSalt } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { charterOf } from '../charter.ts';
import type { Petition } from '../petition.model.ts';
import { type PetitionSignature, SignatureModel } from '../signature.model.ts';
import { type NewsTo, newsCarriedOver, newsFor } from '../signer-news.ts';
import type { ProvedSigner } from '../signing-proof.ts';
import { keepSignature } from './keep-signature.ts';
import { strikeSignatures } from './strike-signatures.ts';

/** Who signs, as they say and as they proved; a name that was proved goes before the one that they say. */
export interface Signer extends ProvedSigner {
  lastName: string;
  firstName: string;
  patronymic?: string | null | undefined;
  /** The network that the request came from, such as `203.0.113.0/24`. */
  cameFrom: string;
  /** Where they wish news of the petition. */
  news?: NewsTo | undefined;
}
/** So much of a petition as says whether it can be signed. */
export type Signable = Pick<Petition, '_id' | 'number' | 'status' | 'endsOn' | 'charterVersion' | 'collectedBy'>;

/** Whether it is signed here on that day: to the end of its last day in Kyiv, and beyond the threshold where the charter has it so. */
export function isOpenOn({ status, endsOn, charterVersion, collectedBy }: Signable, on: LegalDate): boolean {
  if (!endsOn || on > endsOn || collectedBy) return false;
  if (status === 'collecting') return true;
  return (status === 'threshold_reached' || status === 'under_review') && !charterOf(charterVersion).closeOnThreshold;
}
/** Whether it is signed now, by that method. */
export const isOpenTo = (petition: Signable, method: ProvedSigner['method']): boolean =>
  isOpenOn(petition, legalDateOf(now())) && charterOf(petition.charterVersion).signerAuth.includes(method);
/** Refuses 409 `petition.closed` where it is not. */
export function holdOpen(petition: Signable, method: ProvedSigner['method']): void {
  if (!isOpenTo(petition, method)) throw new Problem('petition.closed');
}

function newSignature({ _id: petitionId }: Signable, signer: Signer, at: Date): PetitionSignature {
  const _id = new Types.ObjectId();
  const { method, keys, range, cameFrom, news } = signer;
  const { lastName, firstName, patronymic } = signer.name ?? signer;
  return {
    _id,
    petitionId,
    lastName,
    firstName,
    patronymic: patronymic ?? null,
    at,
    method,
    keys: [...keys],
    salt: newSalt(),
    window: null,
    held: [],
    network: lookupHash(`network ${cameFrom}`),
    range,
    news: news ? newsFor(news, _id, at) : null,
  };
}
const signedBy = ({ _id: petitionId }: Signable, keys: readonly string[]): Promise<PetitionSignature[]> =>
  SignatureModel.find({ petitionId, keys: { $in: [...keys] } }).lean<PetitionSignature[]>();

/**
 * Puts a signature by electronic identification in the place of the same person's by a code, in one transaction; the
 * news that they wished go on. Answers it as it is kept; null where another such signature of theirs was quicker.
 */
async function replace(
  earlier: readonly PetitionSignature[],
  signature: PetitionSignature,
): Promise<PetitionSignature | null> {
  const replaced = transaction(async ({ session, at }) => {
    const ids = earlier.map(({ _id }) => _id);
    const still = await SignatureModel.find({ _id: { $in: ids }, keys: { $exists: true } })
      .session(session)
      .lean<PetitionSignature[]>();
    await strikeSignatures(session, still, { reason: 'replaced', at, byId: null });
    const kept = { ...signature, news: signature.news ?? newsCarriedOver(still, signature) };
    await SignatureModel.collection.insertOne({ ...kept }, { session });
    return kept;
  });
  return replaced.catch((cause: unknown) => {
    if (isDuplicate(cause)) return null;
    throw cause;
  });
}

/**
 * Signs a petition: one signature of a person, whatever of their keys is known; by electronic identification it takes the place of
 * an earlier one by a code. Answers the signature that counts, and whether it is new. Refusal: 409 `petition.closed`.
 */
export async function signPetition(
  petition: Signable,
  signer: Signer,
): Promise<{ signature: PetitionSignature; isNew: boolean }> {
  holdOpen(petition, signer.method);
  const signature = newSignature(petition, signer, now());
  if (await keepSignature(signature)) return { signature, isNew: true };
  const earlier = await signedBy(petition, signer.keys);
  const [first] = earlier;
  if (signer.method === 'eid' && earlier.every(({ method }) => method === 'sms')) {
    const kept = await replace(earlier, signature);
    return kept ? { signature: kept, isNew: true } : signPetition(petition, signer);
  }
  if (!first) throw new Error('a signature was refused and no other has its keys');
  return { signature: earlier.find(({ method }) => method === 'eid') ?? first, isNew: false };
}

/** The keyed hashes of a phone as signatures keep them, and of the range of numbers that it lies in. */
export const keysOfPhone = (phone: string, range: string): Pick<ProvedSigner, 'keys' | 'range'> => ({
  keys: lookupHashes(phone),
  range: lookupHash(`range ${range}`),
});
