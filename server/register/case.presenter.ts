import { attachmentsOf, presentAttachment } from '#server/attachments/index.ts';
import { eventsAround } from '#server/history/index.ts';
import { staffNames } from '#server/identity/index.ts';
import { deliveriesOf } from '#server/notifications/index.ts';
import { benefitOf, openPerson, peopleOf } from '#server/people/index.ts';
import { type Actor, placeIn, type Visitor } from '#server/platform/policy.ts';
import { openContact } from '#server/platform/secrets.ts';
import { verdictsFrom } from '#server/platform/workflow.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import type { Signing } from '#shared/contract/signing.ts';
import { actorNames } from './actor-names.ts';
import { type Answer, AnswerModel, type AnswerSignature } from './answer.model.ts';
import { maskedApplicant } from './applicant.mask.ts';
import { presentCourse } from './case.course.ts';
import { linksOf } from './case.links.ts';
import type { Case } from './case.model.ts';
import { wantOf } from './case.objections.ts';
import { casePolicy } from './case.policy.ts';
import { ceilingOf, suggestionOf } from './case.publication.ts';
import { presentRow } from './case.row.ts';
import { wordsOf } from './case-document.model.ts';
import { feedbackGiven } from './feedback.queries.ts';
import { type Participant, ParticipantModel, wantsSms } from './participant.model.ts';
import { hasPublicationConsent } from './participants.ts';
import { isPublic, whyUnseen } from './public-case.ts';
import { regimeOf } from './regime.ts';

/** Of a case that a hundred thousand have joined the card shows so much: who joined, its first and its last events, the last messages. */
const [MOST_JOINED, MOST_EVENTS, MOST_MESSAGES] = [20, 200, 200];

/** The answer of a case, drafted or signed; null before the first draft. */
const answerOf = async ({ answerId }: Case): Promise<Answer | null> =>
  answerId ? AnswerModel.findById(answerId).lean<Answer>() : null;

/** The last answer of a case that was signed; null before the first. A newer draft, after a reopening, does not hide it. */
export const signedAnswerOf = async ({ _id }: Case): Promise<Answer | null> =>
  AnswerModel.findOne({ caseId: _id, signed: { $ne: null } })
    .sort({ _id: -1 })
    .lean<Answer>();

/** In what way an answer was signed, and what of it is kept. */
export const presentSigning = ({ letter }: Pick<Answer, 'letter'>, { method, file }: AnswerSignature): Signing => ({
  method,
  check: file?.check ?? null,
  certified: (file?.signers ?? []).flatMap(({ name }) => name ?? []),
  hasLetter: Boolean(letter),
});
async function presentAnswer(found: Case): Promise<CaseCard['answer']> {
  const answer = await answerOf(found);
  if (!answer) return null;
  const { text, result, appealRoute, draftedById, signed } = answer;
  const names = await staffNames([draftedById]);
  const letter = signed && {
    outgoingNumber: signed.outgoingNumber,
    on: signed.on,
    signatory: signed.signatory,
    signing: presentSigning(answer, signed),
  };
  return { text, result, appealRoute, draftedBy: names.get(draftedById) ?? '', signed: letter };
}
/**
 * Who brought it: whole for those who handle the case or were shown it on record, masked for others. A benefit is data of a
 * special category (Law 2297-VI, art. 7): those who register see it, others the priority that it gave.
 */
export async function presentApplicants(
  found: Case,
  viewer: Actor | Visitor,
  isRevealed: boolean,
): Promise<CaseCard['applicants']> {
  const isOpen = isRevealed || casePolicy['person.see'](viewer, found);
  const seesBenefits = casePolicy['case.register'](viewer);
  const [filed, joined] = await Promise.all([
    ParticipantModel.find({ caseId: found._id, joinedFrom: null, role: { $ne: 'signatory' } }).lean<Participant[]>(),
    ParticipantModel.find({ caseId: found._id, $or: [{ joinedFrom: 'page' }, { role: 'signatory' }] })
      .limit(MOST_JOINED)
      .lean<Participant[]>(),
  ]);
  const parts = [...filed, ...joined];
  const people = new Map((await peopleOf(parts.map(({ personId }) => personId))).map((one) => [String(one._id), one]));
  const shown = parts.map(async (part): Promise<CaseCard['applicants']> => {
    const person = people.get(String(part.personId));
    if (!person) return [];
    const { role, replyBy, basis, helperPhone, joinedFrom } = part;
    const open = {
      id: String(part._id),
      isMasked: false,
      ...openPerson(person),
      role,
      wantsSms: wantsSms(part),
      replyBy,
      joined: joinedFrom !== null,
      basis,
      helperPhone: helperPhone && openContact(helperPhone, String(part._id)),
      benefit: seesBenefits ? await benefitOf(person._id) : null,
    };
    return [isOpen ? open : maskedApplicant(open)];
  });
  return (await Promise.all(shown)).flat();
}
async function presentPublication(found: Case): Promise<CaseCard['publication']> {
  const { state, text, answer, photoIds, visibleFrom } = found.publication;
  const hasConsent = await hasPublicationConsent(found);
  return {
    state,
    text,
    answer,
    photoIds: photoIds.map(String),
    visibleFrom: visibleFrom?.toISOString() ?? null,
    ceiling: ceilingOf(found, hasConsent),
    suggestion: suggestionOf(found, hasConsent),
    isVisible: isPublic(found),
    whyUnseen: whyUnseen(found),
  };
}
const presentFeedback = async (found: Case): Promise<CaseCard['feedback']> =>
  (await feedbackGiven(found)).map(({ verdict, reason, at, settledAt }) => ({
    verdict,
    reason,
    at: at.toISOString(),
    isSettled: verdict === 'resolved' || settledAt !== null || found.reopenRequestedAt === null,
  }));
async function presentHistory(found: Case): Promise<Pick<CaseCard, 'history' | 'historyLeftOut'>> {
  const { events, leftOut } = await eventsAround({ kind: 'case', id: String(found._id) }, MOST_EVENTS);
  const [names, words] = await Promise.all([
    actorNames(events.flatMap(({ actorId, facts }) => [actorId ?? [], placeIn(facts) ?? []].flat())),
    wordsOf(found._id),
  ]);
  const history = events.map(({ kind, at, actorId, reasonCode, docDigest, facts }) => {
    const actor = actorId ? names.get(actorId) : undefined;
    return {
      kind,
      at: at.toISOString(),
      actor: actor?.name ?? null,
      isByLink: actor?.isByLink ?? false,
      inPlaceOf: names.get(placeIn(facts) ?? '')?.name ?? null,
      reasonCode,
      words: (docDigest && words.get(docDigest)?.words) ?? null,
    };
  });
  return { history, historyLeftOut: leftOut };
}

/** What this viewer may do next: verbs that have nothing to act on in this case are not among them. */
const canBeDone = (found: Case, viewer: Actor | Visitor): CaseCard['can'] =>
  verdictsFrom(
    regimeOf(found.regime).workflow.filter(({ verb }) => !wantOf(verb, found)),
    found.status,
    (permission) => casePolicy[permission](viewer, found),
  );

/** A case whole, for staff who may read it, with what this viewer may do next. The only way a whole case leaves the server. */
export async function presentCase(found: Case, viewer: Actor | Visitor): Promise<CaseCard> {
  const { cardFields, textOf, answersOf } = regimeOf(found.regime);
  const subject = { kind: 'case', id: String(found._id) } as const;
  const [answer, applicants, history, deliveries, files, publication, feedback, links] = await Promise.all([
    presentAnswer(found),
    presentApplicants(found, viewer, false),
    presentHistory(found),
    deliveriesOf(subject, MOST_MESSAGES),
    attachmentsOf(subject),
    presentPublication(found),
    presentFeedback(found),
    linksOf(found),
  ]);
  return {
    ...presentRow(found),
    text: textOf(found),
    fields: cardFields.parse(found),
    questionGroup: found.questionGroup,
    accuracy: found.place.accuracy,
    districtCode: found.place.districtCode,
    answers: answersOf(found),
    files: files.map(presentAttachment),
    publication,
    feedback,
    applicants,
    applicantsInAll: found.applicants,
    answer,
    ...presentCourse(found),
    links,
    ...history,
    deliveries: deliveries.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
    can: canBeDone(found, viewer),
    may: {
      addFiles: casePolicy['case.illustrate'](viewer, found),
      revealApplicants: casePolicy['person.reveal'](viewer),
      switchTexts: casePolicy['case.switchTexts'](viewer, found),
      settleFeedback: found.reopenRequestedAt !== null && casePolicy['case.control'](viewer),
    },
  };
}
