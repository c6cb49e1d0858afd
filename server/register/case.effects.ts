import { Types } from 'mongoose';
import { departmentOf } from '#server/catalogue/index.ts';
import { peopleOf } from '#server/people/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { newSalt, saltedDigest } from '#server/platform/secrets.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { MoveInput } from '#shared/domain/workflow.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import type { Case, Classification } from './case.model.ts';
import type { MoveRequest } from './case.move.ts';
import { takeOutgoingNumber, takeRegistrationIndex } from './case-codes.ts';
import { ParticipantModel } from './participant.model.ts';

/** What a verb's own input does to the case beside moving it, and the digest of the document that it made or signed. */
interface Effect {
  change: Partial<Case>;
  docDigest: string | null;
}
type Effects = (tx: Transaction, actor: Actor, found: Case, request: MoveRequest) => Promise<Effect>;
const none: Effects = async () => ({ change: {}, docDigest: null });

/** The classifier's fields that follow from how the case came in (CMU 858, sections 1, 2, 5, 6). */
const classify = ({ channel }: Case, questionGroup: number): Classification => ({
  questionGroup,
  receiptForm: { web: '1.1', api: '1.1', post: '1.1', phone: '1.1.1', reception: '1.2' }[channel],
  recurrence: '2.1',
  subject: '5.1',
  type: { web: '6.4', api: '6.4', post: '6.2', phone: '6.3', reception: '6.3' }[channel],
});

/** Registration gives the index of CMU 348, by the applicant's surname, and the classifier's fields. */
const registered: Effects = async (tx, _actor, found, { questionGroup = found.questionGroup }) => {
  const [applicant] = await ParticipantModel.find({ caseId: found._id, role: 'applicant' }).session(tx.session).lean();
  const [person] = applicant ? await peopleOf([applicant.personId]) : [];
  const registrationIndex = await takeRegistrationIndex(tx, person?.lastName ?? '');
  const classification = classify(found, questionGroup);
  return { change: { registrationIndex, classification, questionGroup }, docDigest: null };
};

const assigned: Effects = async (_tx, _actor, _found, { departmentId = '' }) => {
  if (!departmentOf(departmentId))
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'departmentId', code: 'department.unknown' }] });
  return { change: {}, docDigest: null };
};

/** A draft is a document of its own; a later one takes its place and the earlier stays on file. */
const drafted: Effects = async (tx, actor, found, { answer }) => {
  if (!answer) throw new Error('a draft without its answer passed the shape');
  const salt = newSalt();
  const digest = saltedDigest(salt, answer.text);
  const _id = new Types.ObjectId();
  const row: Answer = {
    _id,
    caseId: found._id,
    text: answer.text,
    result: answer.result,
    appealRoute: answer.appealRoute ?? null,
    salt,
    digest,
    draftedById: actor.id,
    draftedAt: tx.at,
    signed: null,
  };
  await AnswerModel.create([row], { session: tx.session, ordered: true });
  return { change: { answerId: _id }, docDigest: digest };
};

/** The head signs the draft that was read: number and date of the letter are given now (art. 15(3) of Law 393/96-ВР). */
const signed: Effects = async (tx, actor, found, { signature }) => {
  const answer = await AnswerModel.findById(found.answerId).session(tx.session).lean<Answer>();
  if (!answer || !signature) throw new Error('signing without a draft passed the workflow');
  const on = legalDateOf(tx.at);
  const signatory = [actor.name, actor.post].filter(Boolean).join(', ');
  const outgoingNumber = await takeOutgoingNumber(tx);
  await AnswerModel.updateOne(
    { _id: answer._id },
    { $set: { signed: { byId: actor.id, signatory, method: signature.method, outgoingNumber, on } } },
    { session: tx.session },
  );
  return { change: { result: answer.result, answeredOn: on }, docDigest: answer.digest };
};

/** What each input does. A verb whose input adds nothing of its own only moves the case. */
export const EFFECTS: Record<MoveInput, Effects> = {
  nothing: none,
  reasonCode: none,
  questionGroup: registered,
  departmentId: assigned,
  answer: drafted,
  signature: signed,
};
