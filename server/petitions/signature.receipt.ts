import { auditPath } from '#server/platform/merkle.ts';
import { Problem } from '#server/platform/problem.ts';
import { sealPublicly } from '#server/platform/secrets.ts';
import type { SignatureProof, SignatureReceipt } from '#shared/contract/petitions.ts';
import type { Petition } from './petition.model.ts';
import { headOf } from './public-list.ts';
import { signatureLeaf } from './signature.leaf.ts';
import { type PetitionSignature, type PetitionWindow, SignatureModel, WindowModel } from './signature.model.ts';
import { bytesOf, rootIn } from './window.places.ts';

const LEAF_BYTES = 32;

/** A signature by its id; null for none. */
export const signatureById = (id: string): Promise<PetitionSignature | null> =>
  SignatureModel.findById(id).lean<PetitionSignature>();

/** What a signer takes away: the city's word, under its seal, that this leaf is going to stand in the list. */
export function presentReceipt(petition: number, signature: PetitionSignature, isNew: boolean): SignatureReceipt {
  const [leaf, at] = [signatureLeaf(petition, signature).toString('hex'), signature.at.toISOString()];
  const seal = sealPublicly(['petition-receipt', petition, leaf, at].join('\n'));
  return { id: String(signature._id), petition, at, method: signature.method, leaf, isNew, ...seal };
}
/**
 * The proof that a leaf stands in the list as it is sealed now: its place, the path to the root (RFC 6962, section 2.1.1), and the
 * city's seal under it. Refusal: 404 where it is not there, or not yet.
 */
export async function proofOf({ _id: petitionId, number }: Petition, leaf: string): Promise<SignatureProof> {
  const windows = await WindowModel.find({ petitionId })
    .sort({ n: 1 })
    .select('leaves size root')
    .lean<PetitionWindow[]>();
  const leaves = Buffer.concat(windows.map((one) => bytesOf(one.leaves)));
  const wanted = Buffer.from(leaf, 'hex');
  let at = leaves.indexOf(wanted);
  while (at >= 0 && at % LEAF_BYTES !== 0) at = leaves.indexOf(wanted, at + 1);
  const last = windows.at(-1);
  if (at < 0 || !last || number === null) throw new Problem('not-found');
  const root = rootIn(last);
  return {
    petition: number,
    place: at / LEAF_BYTES + 1,
    size: last.size,
    root,
    path: auditPath(leaves, at / LEAF_BYTES).map((node) => node.toString('hex')),
    ...sealPublicly(headOf(number, last.size, root)),
  };
}
