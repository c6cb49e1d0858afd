import { Types } from 'mongoose';
import type { Actor } from '#server/platform/policy.ts';
import { newSalt, saltedDigest } from '#server/platform/secrets.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Answer, AnswerSignature } from './answer.model.ts';
import type { Case, Classification, Control, Executor } from './case.model.ts';
import { initialOf } from './case-codes.ts';
import type { Feedback } from './feedback.model.ts';
import type { Participant } from './participant.model.ts';

/** Series of the index of a collective appeal (CMU 348). */
export const COLLECTIVE = 'КО';
/** The series in which a case is registered: by its applicant's surname, or that of collective ones. */
export const seriesOf = (parts: readonly Pick<Participant, 'role'>[], lastName: string): string =>
  parts.some(({ role }) => role === 'coAuthor' || role === 'signatory') ? COLLECTIVE : initialOf(lastName);

/** What an operator says of the classifier's fields that do not follow from how the case came in. */
type Stated = NonNullable<MoveBody['classification']>;
/** The classifier's fields (CMU 858): sections 1, 5 and 6 by how the case came in, 2, 4, 7 and 8 as they are stated. */
const classify = (
  { channel }: Case,
  { questionGroup, stated = {} }: { questionGroup: number; stated?: Stated | undefined },
  isCollective: boolean,
): Classification => ({
  questionGroup,
  receiptForm: { web: '1.1', api: '1.1', post: '1.1', phone: '1.1.1', reception: '1.2' }[channel],
  recurrence: stated.recurrence ?? '2.1',
  subject: isCollective ? '5.2' : '5.1',
  type: { web: '6.4', api: '6.4', post: '6.2', phone: '6.3', reception: '6.3' }[channel],
  sex: stated.sex ?? null,
  authorCategories: stated.authorCategories ?? [],
  socialStatus: stated.socialStatus ?? null,
});
/** What registration gives a case: its index, its group of questions and the classifier's fields. */
export const registration = (
  found: Case,
  registrationIndex: NonNullable<Case['registrationIndex']>,
  said: { questionGroup: number; stated?: Stated | undefined },
): Pick<Case, 'registrationIndex' | 'classification' | 'questionGroup'> => ({
  registrationIndex,
  classification: classify(found, said, registrationIndex.series === COLLECTIVE),
  questionGroup: said.questionGroup,
});

/** A case under control from that moment. */
export const controlSet = (kind: Control['kind'], setById: string, setAt: Date): Control => ({
  kind,
  setById,
  setAt,
  removedById: null,
  removedAt: null,
});
/** The same when it was carried out, and is watched no longer. */
export const controlRemoved = (control: Control | null, removedById: string, removedAt: Date): Control | null =>
  control && { ...control, removedById, removedAt };
/** Who answers and who helps, by a resolution of that moment; each until the date of law where it names no sooner one. */
export function executorsBy(
  { dueOn }: Pick<Case, 'dueOn'>,
  { departmentId = '', coExecutors = [], internalDueOn = dueOn ?? undefined }: Omit<MoveBody, 'expectedVersion'>,
  since: Date,
): Executor[] {
  const one = (id: string, role: Executor['role'], until: LegalDate | undefined): Executor => ({
    departmentId: new Types.ObjectId(id),
    role,
    dueOn: until ?? null,
    since,
  });
  const helpers = coExecutors.map((co) => one(co.departmentId, 'co', co.dueOn ?? internalDueOn));
  return [one(departmentId, 'main', internalDueOn), ...helpers];
}

/** A drafted answer, not signed yet. */
export function newAnswer(
  caseId: Types.ObjectId,
  { text, result, appealRoute = null, followUpOn = null, template = null }: DraftedAnswer,
  { byId, at, id = new Types.ObjectId() }: { byId: string; at: Date; id?: Types.ObjectId },
): Answer {
  const salt = newSalt();
  return {
    _id: id,
    caseId,
    text,
    result,
    appealRoute,
    followUpOn,
    template,
    salt,
    digest: saltedDigest(salt, text),
    draftedById: byId,
    draftedAt: at,
    letter: null,
    signed: null,
  };
}
type DraftedAnswer = Pick<NonNullable<MoveBody['answer']>, 'text' | 'result'> & {
  appealRoute?: string | null | undefined;
  followUpOn?: LegalDate | null | undefined;
  template?: Answer['template'] | undefined;
};

/** A signature: by whom, in what way, under what file, and the number and date that the letter is given with it (art. 15(3) of Law 393/96-ВР). */
export const signatureBy = (
  { id, name, post }: Pick<Actor, 'id' | 'name' | 'post'>,
  { file, outgoingNumber, on }: Pick<AnswerSignature, 'file' | 'outgoingNumber' | 'on'>,
): AnswerSignature => ({
  byId: id,
  signatory: [name, post].filter(Boolean).join(', '),
  method: file?.method ?? 'oral',
  outgoingNumber,
  on,
  file,
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
