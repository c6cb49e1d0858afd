import { attachmentsOf } from '#server/attachments/index.ts';
import { departmentOf } from '#server/catalogue/index.ts';
import { peopleOf } from '#server/people/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { MoveInput } from '#shared/domain/workflow.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { newAnswer, registration, seriesOf, signatureBy } from './case.documents.ts';
import { type Case, UNPUBLISHED } from './case.model.ts';
import type { Effect, MoveRequest } from './case.move.ts';
import { isOfPrivateGroup, publicationFrom } from './case.publication.ts';
import { takeOutgoingNumber, takeRegistrationIndex } from './case-codes.ts';
import { ParticipantModel } from './participant.model.ts';
import { hasPublicationConsent } from './participants.ts';

type Effects = (tx: Transaction, actor: Actor, found: Case, request: MoveRequest) => Promise<Effect>;
const none: Effects = async () => ({ change: {}, docDigest: null });

/** Registration gives the index of CMU 348, by the applicant's surname, and the classifier's fields. */
const registered: Effects = async (tx, _actor, found, { questionGroup = found.questionGroup }) => {
  const filed = await ParticipantModel.find({ caseId: found._id, joinedFrom: null }).session(tx.session).lean();
  const applicant = filed.find(({ role }) => role === 'applicant');
  const [person] = applicant ? await peopleOf([applicant.personId]) : [];
  const registrationIndex = await takeRegistrationIndex(tx, seriesOf(filed, person?.lastName ?? ''));
  const change = registration(found, registrationIndex, questionGroup);
  // What was opened to all before anybody knew that it is of a private group is closed again.
  return { change: isOfPrivateGroup(change) ? { ...change, publication: UNPUBLISHED } : change, docDigest: null };
};

const assigned: Effects = async (_tx, _actor, _found, { departmentId = '' }) => {
  if (!departmentOf(departmentId))
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'departmentId', code: 'department.unknown' }] });
  return { change: {}, docDigest: null };
};

/** A draft is a document of its own; a later one takes its place and the earlier stays on file. */
const drafted: Effects = async (tx, actor, found, { answer }) => {
  if (!answer) throw new Error('a draft without its answer passed the shape');
  const row = newAnswer(found._id, answer, { byId: actor.id, at: tx.at });
  await AnswerModel.create([row], { session: tx.session, ordered: true });
  return { change: { answerId: row._id }, docDigest: row.digest };
};

/** The head signs the draft that was read: number and date of the letter are given now (art. 15(3) of Law 393/96-ВР). */
const signed: Effects = async (tx, actor, found, { signature }) => {
  const answer = await AnswerModel.findById(found.answerId).session(tx.session).lean<Answer>();
  if (!answer || !signature) throw new Error('signing without a draft passed the workflow');
  const on = legalDateOf(tx.at);
  const outgoingNumber = await takeOutgoingNumber(tx);
  const signedBy = signatureBy(actor, { method: signature.method, outgoingNumber, on });
  await AnswerModel.updateOne({ _id: answer._id }, { $set: { signed: signedBy } }, { session: tx.session });
  return { change: { result: answer.result, answeredOn: on }, docDigest: answer.digest };
};

/** What an operator opens to all, at or below what the applicant and the category allow; of photos those alone that have a copy for all. */
const published: Effects = async (tx, actor, found, request) => {
  const hasConsent = await hasPublicationConsent(found, tx.session);
  const photos = await attachmentsOf({ kind: 'case', id: String(found._id) });
  const photoIds = photos.flatMap(({ _id, kind, publicFileId }) =>
    kind === 'photo' && publicFileId ? [String(_id)] : [],
  );
  const publication = publicationFrom(found, request, { hasConsent, photoIds, byId: actor.id, at: tx.at });
  return { change: { publication }, docDigest: null };
};
/** Takes a case from everybody's eyes; a later publication is a new one. */
const hidden: Effects = async () => ({ change: { publication: UNPUBLISHED }, docDigest: null });

/** What each input does. A verb whose input adds nothing of its own only moves the case. */
export const EFFECTS: Record<MoveInput, Effects> = {
  nothing: none,
  reasonCode: async (tx, actor, found, request) => (request.verb === 'hide' ? hidden : none)(tx, actor, found, request),
  publication: published,
  questionGroup: registered,
  departmentId: assigned,
  answer: drafted,
  signature: signed,
};
