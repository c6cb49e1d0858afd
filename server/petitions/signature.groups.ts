import { type QueryFilter, Types } from 'mongoose';
import type { SignatureFilter } from '#shared/contract/petition-signatures.ts';
import type { Suspicion } from '#shared/domain/petition.ts';
import type { PetitionSignature } from './signature.model.ts';

/** Signatures of one network or range, by the first signs of its keyed hash. */
export interface SignatureGroup {
  kind: Suspicion;
  hash: string;
}
type Wanted = QueryFilter<PetitionSignature>;
/** Base64url has no sign that a pattern would take for anything else. */
const ofGroup = ({ kind, hash }: SignatureGroup): Wanted => ({ [kind]: new RegExp(`^${hash}`) });

/** Those of a group that wait for a moderator on its account. */
export const heldOf = (petitionId: Types.ObjectId, group: SignatureGroup): Wanted => ({
  petitionId,
  window: 0,
  held: group.kind,
  ...ofGroup(group),
});
/** Those that a moderator means and that still count or wait. */
export function meantBy(petitionId: Types.ObjectId, filter: SignatureFilter): Wanted {
  const standing = { petitionId, keys: { $exists: true } };
  if ('ids' in filter) return { ...standing, _id: { $in: filter.ids.map((id) => new Types.ObjectId(id)) } };
  const { from, to } = filter;
  const at = { ...(from && { $gte: new Date(from) }), ...(to && { $lte: new Date(to) }) };
  return { ...standing, ...ofGroup(filter), ...((from || to) && { at }) };
}
