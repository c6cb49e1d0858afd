import { type Person, peopleAlike, peopleOf } from '#server/people/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { type Participant, ParticipantModel } from './participant.model.ts';

/** So many are shown, the newest. */
const MOST = 20;
const partsOf = (where: Pick<Participant, 'caseId'> | { personId: { $in: Person['_id'][] } }) =>
  ParticipantModel.find(where).select('caseId personId').lean<Pick<Participant, 'caseId' | 'personId'>[]>();

/**
 * Other cases that were left with a phone or an address of those who brought this one, or under their name at their home, newest
 * first: a family may share them, so nobody is said to be the same person. Only what this viewer may read, and nothing for whom people are masked.
 */
export async function otherCasesOf(found: Case, viewer: Actor | Visitor): Promise<Case[]> {
  if (!casePolicy['person.see'](viewer, found)) return [];
  const people = await peopleOf((await partsOf({ caseId: found._id })).map(({ personId }) => personId));
  const parts = await partsOf({ personId: { $in: await peopleAlike(people) } });
  const others = await CaseModel.find({ _id: { $in: parts.map(({ caseId }) => caseId), $ne: found._id } })
    .sort({ receivedAt: -1 })
    .lean<Case[]>();
  return others.filter((other) => casePolicy.read(viewer, other)).slice(0, MOST);
}
