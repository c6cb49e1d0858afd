import { Types } from 'mongoose';
import type { Actor } from '#server/platform/policy.ts';
import { newSalt, saltedDigest } from '#server/platform/secrets.ts';
import type { MoveBody } from '#shared/contract/register.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Answer } from './answer.model.ts';
import type { Case, Classification } from './case.model.ts';
import { initialOf } from './case-codes.ts';
import type { Feedback } from './feedback.model.ts';
import type { Participant } from './participant.model.ts';

/** Series of the index of a collective appeal (CMU 348). */
export const COLLECTIVE = 'КО';
/** The series in which a case is registered: by its applicant's surname, or that of collective ones. */
export const seriesOf = (parts: readonly Pick<Participant, 'role'>[], lastName: string): string =>
  parts.some(({ role }) => role === 'coAuthor') ? COLLECTIVE : initialOf(lastName);

/** The classifier's fields that follow from how the case came in (CMU 858, sections 1, 2, 5, 6). */
const classify = ({ channel }: Case, questionGroup: number, isCollective: boolean): Classification => ({
  questionGroup,
  receiptForm: { web: '1.1', api: '1.1', post: '1.1', phone: '1.1.1', reception: '1.2' }[channel],
  recurrence: '2.1',
  subject: isCollective ? '5.2' : '5.1',
  type: { web: '6.4', api: '6.4', post: '6.2', phone: '6.3', reception: '6.3' }[channel],
});
/** What registration gives a case: its index, its group of questions and the classifier's fields. */
export const registration = (
  found: Case,
  registrationIndex: NonNullable<Case['registrationIndex']>,
  questionGroup: number,
): Pick<Case, 'registrationIndex' | 'classification' | 'questionGroup'> => ({
  registrationIndex,
  classification: classify(found, questionGroup, registrationIndex.series === COLLECTIVE),
  questionGroup,
});

/** A drafted answer, not signed yet. */
export function newAnswer(
  caseId: Types.ObjectId,
  { text, result, appealRoute = null }: DraftedAnswer,
  { byId, at, id = new Types.ObjectId() }: { byId: string; at: Date; id?: Types.ObjectId },
): Answer {
  const salt = newSalt();
  return {
    _id: id,
    caseId,
    text,
    result,
    appealRoute,
    salt,
    digest: saltedDigest(salt, text),
    draftedById: byId,
    draftedAt: at,
    signed: null,
  };
}
type DraftedAnswer = Pick<NonNullable<MoveBody['answer']>, 'text' | 'result'> & {
  appealRoute?: string | null | undefined;
};

/** A signature: by whom, in what way, and the number and date that the letter is given with it (art. 15(3) of Law 393/96-ВР). */
export const signatureBy = (
  { id, name, post }: Pick<Actor, 'id' | 'name' | 'post'>,
  { method, outgoingNumber, on }: { method: 'paper'; outgoingNumber: string; on: LegalDate },
): NonNullable<Answer['signed']> => ({
  byId: id,
  signatory: [name, post].filter(Boolean).join(', '),
  method,
  outgoingNumber,
  on,
});

/** What the applicant said of an answer, not looked into yet, and the digest of their reason. */
export function newFeedback(
  caseId: Types.ObjectId,
  answerId: Types.ObjectId,
  { verdict, reason, at }: Pick<Feedback, 'verdict' | 'reason' | 'at'>,
): { row: Feedback; docDigest: string | null } {
  const salt = newSalt();
  const row = { _id: answerId, caseId, verdict, reason, salt, at, settledAt: null, settledById: null };
  return { row, docDigest: reason === null ? null : saltedDigest(salt, reason) };
}
