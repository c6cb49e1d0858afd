import { today } from '#server/platform/clock.ts';
import { FEEDBACK_DAYS } from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Case } from './case.model.ts';
import { type Feedback, FeedbackModel } from './feedback.model.ts';

/** Whether the applicant is asked about the answer now, until when, and what they have said. */
export interface FeedbackState {
  isAsked: boolean;
  until: LegalDate | null;
  verdict: Feedback['verdict'] | null;
}
const DAY_MS = 86_400_000;
const lastDay = (answeredOn: LegalDate): LegalDate =>
  new Date(Date.parse(answeredOn) + FEEDBACK_DAYS * DAY_MS).toISOString().slice(0, 10);

/** How the question «вирішено?» stands for the last signed answer of a case. */
export async function feedbackOf({ status, answeredOn, answerId }: Case): Promise<FeedbackState> {
  const isOpen = (status === 'answered' || status === 'closed') && answeredOn !== null;
  if (!isOpen) return { isAsked: false, until: null, verdict: null };
  const given = answerId && (await FeedbackModel.findById(answerId).lean<Feedback>());
  const until = lastDay(answeredOn);
  return { isAsked: !given && today() <= until, until, verdict: given?.verdict ?? null };
}
/** Everything the applicant said of the answers of a case, newest first: for those who handle it. */
export const feedbackGiven = ({ _id }: Pick<Case, '_id'>): Promise<Feedback[]> =>
  FeedbackModel.find({ caseId: _id }).sort({ at: -1 }).lean<Feedback[]>().exec();
