import { recordEvent } from '#server/history/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type Actor, authorize, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { newFeedback } from '../case.documents.ts';
import { asideEvent } from '../case.history.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { casePolicy } from '../case.policy.ts';
import { type Feedback, FeedbackModel } from '../feedback.model.ts';
import { feedbackOf } from '../feedback.queries.ts';

/** What the applicant says of the answer; why it is not settled is owed with a «no». */
export interface GiveFeedback {
  caseId: string;
  verdict: Feedback['verdict'];
  reason: string | null;
}

/**
 * Takes «Так, вирішено» or «Ні, не вирішено» once for each answer, within ten days of it. A «no» is a request to reopen that
 * the executor cannot close; it is no complaint in the sense of the law. 404 not the applicant's, 409 `move.refused` when
 * nothing is asked any more.
 */
export async function giveFeedback(actor: Actor | Visitor, { caseId, verdict, reason }: GiveFeedback): Promise<Case> {
  try {
    return await transaction(async (tx) => {
      const found = await CaseModel.findById(caseId).session(tx.session).lean<Case>();
      if (!found) throw new Problem('not-found');
      authorize(actor, casePolicy, 'case.applicant', found);
      const { isAsked } = await feedbackOf(found);
      if (!isAsked || !found.answerId) throw new Problem('move.refused', { from: found.status, verb: verdict });
      const { row, docDigest } = newFeedback(found._id, found.answerId, { verdict, reason, at: tx.at });
      await FeedbackModel.create([row], { session: tx.session });
      const reopenRequestedAt = verdict === 'not_resolved' ? tx.at : null;
      await CaseModel.updateOne({ _id: found._id }, { $set: { reopenRequestedAt } }, { session: tx.session });
      const what = verdict === 'resolved' ? 'confirmed' : 'disputed';
      await recordEvent(tx, asideEvent(found, what, { actorId: null, docDigest }));
      return { ...found, reopenRequestedAt };
    });
  } catch (cause) {
    if (isDuplicate(cause)) throw new Problem('move.refused', { verb: verdict });
    throw cause;
  }
}
