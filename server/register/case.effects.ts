import { attachmentsOf } from '#server/attachments/index.ts';
import { anyCategoryOf, departmentOf } from '#server/catalogue/index.ts';
import { peopleOf } from '#server/people/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { answered, drafted } from './case.answering.ts';
import { controlRemoved, controlSet, executorsBy, registration, seriesOf } from './case.documents.ts';
import { caseOfNumber, merged, split, unmerged } from './case.merging.ts';
import { type Case, UNPUBLISHED } from './case.model.ts';
import type { Effects, MoveRequest } from './case.move.ts';
import { isOfPrivateGroup, publicationFrom } from './case.publication.ts';
import { takeRegistrationIndex } from './case-codes.ts';
import { keepWords } from './case-document.model.ts';
import { ParticipantModel } from './participant.model.ts';
import { hasPublicationConsent } from './participants.ts';

const none: Effects = async () => ({ change: {}, docDigest: null });
/** Keeps the words that a verb brings, where it brings any, and changes what else it says. */
const documented =
  (wordsIn: (request: MoveRequest) => unknown, changeOf: Change = () => ({})): Effects =>
  async (tx, actor, found, request) => {
    const words = wordsIn(request);
    const docDigest = words === undefined ? null : await keepWords(tx, actor, found, request.verb, words);
    return { change: changeOf(found, request, { actor, at: tx.at }), docDigest };
  };
type Change = (found: Case, request: MoveRequest, by: { actor: Actor; at: Date }) => Partial<Case>;

/** What was opened to all before anybody knew that it is of a private group is closed again. */
const closedIfPrivate = <C extends Partial<Case> & Pick<Case, 'questionGroup'>>(change: C): Partial<Case> =>
  isOfPrivateGroup(change) ? { ...change, publication: UNPUBLISHED } : change;

/** Registration gives the index of CMU 348, by the applicant's surname, the classifier's fields, and sets the control. */
const registered: Effects = async (tx, actor, found, request) => {
  const { questionGroup = found.questionGroup, classification } = request;
  const filed = await ParticipantModel.find({ caseId: found._id, joinedFrom: null }).session(tx.session).lean();
  const applicant = filed.find(({ role }) => role === 'applicant');
  const [person] = applicant ? await peopleOf([applicant.personId]) : [];
  const registrationIndex = await takeRegistrationIndex(tx, seriesOf(filed, person?.lastName ?? ''));
  const change = registration(found, registrationIndex, { questionGroup, stated: classification });
  const control = controlSet('normal', actor.id, tx.at);
  return { change: closedIfPrivate({ ...change, control }), docDigest: null };
};
const refuse = (errors: FieldError[]): void => {
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
};
/** The head's resolution: who answers and who helps, each by a date inside the house. */
const assigned: Effects = async (tx, actor, found, request) => {
  const { departmentId = '', coExecutors = [], resolution } = request;
  const unknown = (id: string, path: string): FieldError[] =>
    departmentOf(id) ? [] : [{ in: 'body', path, code: 'department.unknown' }];
  refuse([
    ...unknown(departmentId, 'departmentId'),
    ...coExecutors.flatMap((co, i) => unknown(co.departmentId, `coExecutors.${i}.departmentId`)),
  ]);
  const docDigest = resolution === undefined ? null : await keepWords(tx, actor, found, 'assign', resolution);
  return { change: { executors: executorsBy(found, request, tx.at) }, docDigest };
};

/** What it is about, and whether it was raised before, as somebody who looked says. */
const reclassified: Effects = async (tx, actor, found, request) => {
  const { categoryCode = found.categoryCode, questionGroup = found.questionGroup } = request.reclassification ?? {};
  const { recurrence, repeatOfNumber } = request.reclassification ?? {};
  const repeatOf = repeatOfNumber === undefined ? null : await caseOfNumber(repeatOfNumber, tx.session);
  if (repeatOf === undefined || repeatOf?._id.equals(found._id))
    refuse([{ in: 'body', path: 'reclassification.repeatOfNumber', code: 'case.unknown' }]);
  if (!anyCategoryOf(categoryCode))
    refuse([{ in: 'body', path: 'reclassification.categoryCode', code: 'category.unknown' }]);
  const links = found.links.filter(({ kind }) => kind !== 'repeatOf' || !repeatOf);
  if (repeatOf) links.push({ kind: 'repeatOf', id: repeatOf._id });
  const classification = found.classification && {
    ...found.classification,
    questionGroup,
    ...(recurrence && { recurrence }),
  };
  const docDigest = await keepWords(tx, actor, found, 'reclassify', request.reclassification);
  return { change: closedIfPrivate({ categoryCode, questionGroup, classification, links }), docDigest };
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

const promiseKept: Change = ({ promise }, _request, { at }) => ({
  promise: promise && { ...promise, keptOn: legalDateOf(at) },
});
const promiseMoved: Change = ({ promise }, request) => ({
  promise: promise && { ...promise, on: request.promise?.until ?? promise.on, moved: [...promise.moved, promise.on] },
});
const uncontrolled: Change = ({ control }, _request, { actor, at }) => ({
  control: controlRemoved(control, actor.id, at),
});

/** What each verb does beside moving the case along its arrow. */
export const EFFECTS: Readonly<Record<Verb, Effects>> = {
  register: registered,
  assign: assigned,
  accept: none,
  decline: none,
  inspect: none,
  report: documented(({ inspection }) => inspection),
  extend: documented(({ extension }) => extension),
  ask: documented(
    ({ inquiry }) => inquiry,
    (_found, _request, { at }) => ({ awaitingApplicantSince: at }),
  ),
  reply: documented(
    ({ reply }) => reply,
    () => ({ awaitingApplicantSince: null }),
  ),
  interim: documented(({ interim }) => interim),
  draft: drafted,
  rework: none,
  answer: answered,
  keep: documented(() => undefined, promiseKept),
  postpone: documented(({ promise }) => promise, promiseMoved),
  close: documented(() => undefined, uncontrolled),
  reopen: none,
  forward: documented(({ forwarding }) => forwarding),
  return: documented(({ returning }) => returning),
  terminate: documented(({ termination }) => termination),
  withdraw: documented(({ explanation }) => explanation),
  merge: merged,
  unmerge: unmerged,
  split,
  reclassify: reclassified,
  transfer: documented(
    ({ explanation }) => explanation,
    () => ({ procedure: 'admin' }),
  ),
  control: documented(
    () => undefined,
    (_found, { control }, { actor, at }) => ({ control: controlSet(control?.kind ?? 'normal', actor.id, at) }),
  ),
  publish: published,
  hide: hidden,
};
