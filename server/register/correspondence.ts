import { type ClientSession, Types } from 'mongoose';
import { openPerson, peopleOf } from '#server/people/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { ReplyWay } from '#shared/domain/appeal.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { initials } from './applicant.mask.ts';
import type { Case } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { signedAnswerOf } from './case.presenter.ts';
import { type Participant, ParticipantModel } from './participant.model.ts';

/** Who is owed an answer in a case, and how they wish to have it. */
export interface Correspondent {
  personId: string;
  role: Participant['role'];
  replyBy: ReplyWay;
}
/** Who is owed what the city writes about a case; those who joined a published one read it where they joined. */
export async function correspondentsOf({ _id }: Pick<Case, '_id'>, session: ClientSession): Promise<Correspondent[]> {
  const parts = await ParticipantModel.find({ caseId: _id, replyOwed: true, joinedFrom: null })
    .sort({ _id: 1 })
    .session(session)
    .lean<Participant[]>();
  return parts.map(({ personId, role, replyBy }) => ({ personId: String(personId), role, replyBy }));
}
/** The last signed answer that a case was given: its own, or that of the case into which it was merged. Null before the first. */
export async function answerGiven(found: Case): Promise<Answer | null> {
  const given = { _id: found.answerId, signed: { $ne: null } };
  return (found.answerId && (await AnswerModel.findOne(given).lean<Answer>())) || signedAnswerOf(found);
}
/** Answers by their ids. */
export async function answersById(ids: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, Answer>> {
  const rows = await AnswerModel.find({ _id: { $in: [...ids] } }).lean<Answer[]>();
  return new Map(rows.map((row) => [String(row._id), row]));
}
/** Where somebody is written to. */
export interface Addressee {
  name: string;
  /** The postal address that they left for the answer, else where they live; empty where there is neither. */
  address: string;
  isMasked: boolean;
}
/** People in the open by their ids, for a paper that goes to them; whoever is gone is left out. */
export async function addresseesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, Addressee>> {
  const people = await peopleOf(personIds.map((id) => new Types.ObjectId(id)));
  return new Map(
    people.map((person) => {
      const { name, postal, residence } = openPerson(person);
      return [String(person._id), { name, address: postal ?? residence, isMasked: false }];
    }),
  );
}
/** The same as this viewer sees it: initials and no address of the people of a case that they do not handle. */
export const addresseeFor = (viewer: Actor | Visitor, found: Case | undefined, open: Addressee): Addressee =>
  found && casePolicy['person.see'](viewer, found) ? open : { name: initials(open.name), address: '', isMasked: true };
