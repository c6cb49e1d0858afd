import { departmentOf } from '#server/catalogue/index.ts';
import { isOverdue } from '#server/deadlines/index.ts';
import { eventsOf } from '#server/history/index.ts';
import { staffNames } from '#server/identity/index.ts';
import { deliveriesOf } from '#server/notifications/index.ts';
import { openPerson, peopleOf } from '#server/people/index.ts';
import { today } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { verdictsFrom } from '#server/platform/workflow.ts';
import type { CaseCard, CaseRow } from '#shared/contract/register.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import type { Case } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { indexText } from './case-codes.ts';
import { type Participant, ParticipantModel, wantsSms } from './participant.model.ts';
import { publicStatusOf, regimeOf } from './regime.ts';

/** The main executor with its name. */
export function mainDepartment({ executors }: Case): CaseRow['department'] {
  const main = executors.find(({ role }) => role === 'main');
  if (!main) return null;
  const id = String(main.departmentId);
  return { id, name: departmentOf(id)?.uk ?? '' };
}
/** A case as a line of the register. */
export const presentRow = (found: Case): CaseRow => ({
  id: String(found._id),
  number: found.number,
  regime: found.regime,
  status: found.status,
  publicStatus: publicStatusOf(found),
  channel: found.channel,
  registrationIndex: indexText(found.registrationIndex),
  receivedAt: found.receivedAt.toISOString(),
  dueOn: found.dueOn,
  isOverdue: isOverdue(found.dueOn, today()),
  categoryCode: found.categoryCode,
  place: { address: found.place.address, description: found.place.description, point: found.place.point },
  department: mainDepartment(found),
  version: found.version,
});

/** The answer of a case, drafted or signed; null before the first draft. */
const answerOf = async ({ answerId }: Case): Promise<Answer | null> =>
  answerId ? AnswerModel.findById(answerId).lean<Answer>() : null;

/** The last answer of a case that was signed; null before the first. A newer draft, after a reopening, does not hide it. */
export const signedAnswerOf = async ({ _id }: Case): Promise<Answer | null> =>
  AnswerModel.findOne({ caseId: _id, signed: { $ne: null } })
    .sort({ _id: -1 })
    .lean<Answer>();

async function presentAnswer(found: Case): Promise<CaseCard['answer']> {
  const answer = await answerOf(found);
  if (!answer) return null;
  const { text, result, appealRoute, draftedById, signed } = answer;
  const names = await staffNames([draftedById]);
  const letter = signed && { outgoingNumber: signed.outgoingNumber, on: signed.on, signatory: signed.signatory };
  return { text, result, appealRoute, draftedBy: names.get(draftedById) ?? '', signed: letter };
}
async function presentApplicants(found: Case): Promise<CaseCard['applicants']> {
  const parts = await ParticipantModel.find({ caseId: found._id }).lean<Participant[]>();
  const people = await peopleOf(parts.map(({ personId }) => personId));
  return parts.flatMap((part) => {
    const person = people.find(({ _id }) => _id.equals(part.personId));
    return person ? [{ ...openPerson(person), wantsSms: wantsSms(part), replyBy: part.replyBy }] : [];
  });
}
async function presentHistory(found: Case): Promise<CaseCard['history']> {
  const events = await eventsOf({ kind: 'case', id: String(found._id) });
  const names = await staffNames(events.flatMap(({ actorId }) => actorId ?? []));
  return events.map(({ kind, at, actorId, reasonCode }) => ({
    kind,
    at: at.toISOString(),
    actor: (actorId && names.get(actorId)) ?? null,
    reasonCode,
  }));
}

/** A case whole, for staff who may read it, with what this viewer may do next. The only way a whole case leaves the server. */
export async function presentCase(found: Case, viewer: Actor | Visitor): Promise<CaseCard> {
  const { workflow, cardFields, textOf } = regimeOf(found.regime);
  const [answer, applicants, history, deliveries] = await Promise.all([
    presentAnswer(found),
    presentApplicants(found),
    presentHistory(found),
    deliveriesOf({ kind: 'case', id: String(found._id) }),
  ]);
  return {
    ...presentRow(found),
    text: textOf(found),
    fields: cardFields.parse(found),
    questionGroup: found.questionGroup,
    applicants,
    answer,
    history,
    deliveries: deliveries.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
    can: verdictsFrom(workflow, found.status, (permission) => casePolicy[permission](viewer, found)),
  };
}
