import { recordEvent } from '#server/history/index.ts';
import { type Actor, authorize, inPlaceOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { asideEvent } from '../case.history.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { casePolicy } from '../case.policy.ts';
import { FeedbackModel } from '../feedback.model.ts';

/** Ends a «not settled» that gives no ground to reopen the case: for who controls it, never for its executor. 409 where there is none. */
export async function settleFeedback(actor: Actor | Visitor, caseId: string): Promise<Case> {
  return transaction(async (tx) => {
    const found = await CaseModel.findById(caseId).session(tx.session).lean<Case>();
    if (!found || !actor) throw new Problem('not-found');
    authorize(actor, casePolicy, 'case.control', found);
    if (!found.reopenRequestedAt) throw new Problem('move.refused', { from: found.status, verb: 'settle' });
    const settled = { settledAt: tx.at, settledById: actor.id };
    await FeedbackModel.updateOne({ _id: found.answerId }, { $set: settled }, { session: tx.session });
    await CaseModel.updateOne({ _id: found._id }, { $set: { reopenRequestedAt: null } }, { session: tx.session });
    const place = inPlaceOf(actor, casePolicy, 'case.control', found);
    await recordEvent({ ...tx, place }, asideEvent(found, 'settled', { actorId: actor.id, docDigest: null }));
    return { ...found, reopenRequestedAt: null };
  });
}
