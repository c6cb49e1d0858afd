import { type Actor, authorize, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Petition } from './petition.model.ts';
import { petitionPolicy } from './petition.policy.ts';
import { petitionById } from './petitions.queries.ts';

/** The petition of that id and whoever checks its signatures. Refusals: 404 where they may not read it, 403 where they do not check petitions. */
export async function petitionToCheck(
  actor: Actor | Visitor,
  petitionId: string,
): Promise<{ petition: Petition; moderator: Actor }> {
  const petition = await petitionById(petitionId);
  if (!petition || !actor) throw new Problem('not-found');
  authorize(actor, petitionPolicy, 'petition.moderate', petition);
  return { petition, moderator: actor };
}
/** The petition of that id for staff who work on petitions. Refusals: 404 where they may not read it, 403 where they do not work on them. */
export async function petitionAtDesk(actor: Actor | Visitor, petitionId: string): Promise<Petition> {
  const petition = await petitionById(petitionId);
  if (!petition) throw new Problem('not-found');
  authorize(actor, petitionPolicy, 'desk', petition);
  return petition;
}
