import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { recordAside } from '#server/register/index.ts';
import { type WorkLink, WorkLinkModel } from '../work-link.model.ts';
import { linkedCase } from '../work-link.policy.ts';

/** Ends a link at once; ending it again changes nothing. 404 for one that is none of the case's. */
export async function revokeLink(viewer: Actor | Visitor, caseId: string, linkId: string): Promise<WorkLink> {
  const { actor, found, place } = await linkedCase(viewer, 'link.make', caseId);
  return transaction(async (tx) => {
    const its = { _id: linkId, caseId: found._id };
    const before = await WorkLinkModel.findOne(its).session(tx.session).lean<WorkLink>();
    if (!before) throw new Problem('not-found');
    if (before.revokedAt) return before;
    await WorkLinkModel.updateOne(its, { $set: { revokedAt: tx.at } }, { session: tx.session });
    await recordAside({ ...tx, place }, { caseId: found._id, actorId: actor.id }, 'link-revoked');
    return { ...before, revokedAt: tx.at };
  });
}
