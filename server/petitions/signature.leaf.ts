import { fullName } from '#server/people/index.ts';
import { leafHash } from '#server/platform/merkle.ts';
import type { RemovalReason } from '#shared/domain/petition.ts';
import type { PetitionSignature } from './signature.model.ts';

/** What of a signature is public by law, and sealed: who, when, and by what method. */
export type PublicSignature = Pick<
  PetitionSignature,
  'lastName' | 'firstName' | 'patronymic' | 'at' | 'method' | 'salt'
>;

/** The leaf of a signature: JSON of these six in this order. The verifier that is given away makes it in the same way. */
export const signatureLeaf = (petition: number, signature: PublicSignature): Buffer =>
  leafHash(
    JSON.stringify([
      'signed',
      petition,
      signature.salt,
      fullName(signature),
      signature.at.toISOString(),
      signature.method,
    ]),
  );
/** The leaf that says of an earlier entry, by its place in the list from 1, that it counts no longer. */
export const removalLeaf = (petition: number, place: number, reason: RemovalReason, at: Date): Buffer =>
  leafHash(JSON.stringify(['removed', petition, place, reason, at.toISOString()]));
