import type { Types } from 'mongoose';
import { keepDisclosure } from '#server/accounts/index.ts';
import { fullName, peopleNamed, peopleOf, peopleReachedBy } from '#server/people/index.ts';
import { type Actor, holds, inPlaceBy, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Parsed } from '#shared/contract/endpoint.ts';
import type { FoundPart, searchPeople } from '#shared/contract/person-search.ts';
import { readPhone } from '#shared/domain/phone.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { presentRow } from './case.row.ts';
import { type Participant, ParticipantModel } from './participant.model.ts';

/** So many are shown, of the newest cases. */
const MOST = 50;

function peopleBy({ by, said }: Parsed<typeof searchPeople, 'body'>): Promise<Types.ObjectId[]> {
  if (by === 'name') return peopleNamed(said);
  if (by === 'email') return peopleReachedBy('email', said);
  const { e164 } = readPhone(said);
  if (!e164) throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'said', code: 'phone.invalid' }] });
  return peopleReachedBy('phone', e164);
}
/**
 * Cases of the people who are looked for, the newest first: only those that this person may read and whose people they may see.
 * That they looked, by what and how much came of it is kept in their own history before the answer; not the words.
 */
export async function personSearch(
  actor: Actor | Visitor,
  asked: Parsed<typeof searchPeople, 'body'>,
): Promise<FoundPart[]> {
  if (!actor || !holds(actor, 'person.search')) throw new Problem('not-allowed');
  const parts = await ParticipantModel.find({ personId: { $in: await peopleBy(asked) } })
    .sort({ _id: -1 })
    .lean<Participant[]>();
  const cases = new Map(
    (await CaseModel.find({ _id: { $in: parts.map(({ caseId }) => caseId) } }).lean<Case[]>())
      .filter((found) => casePolicy.read(actor, found) && casePolicy['person.see'](actor, found))
      .map((found) => [String(found._id), found]),
  );
  const shown = parts.filter(({ caseId }) => cases.has(String(caseId))).slice(0, MOST);
  const people = new Map((await peopleOf(shown.map(({ personId }) => personId))).map((one) => [String(one._id), one]));
  await keepDisclosure(actor, {
    kind: 'person.searched',
    facts: { by: asked.by, shown: shown.length },
    place: inPlaceBy(actor, 'person.search'),
  });
  return shown.flatMap(({ caseId, personId, role }) => {
    const [found, person] = [cases.get(String(caseId)), people.get(String(personId))];
    return found && person ? [{ name: fullName(person), role, found: presentRow(found) }] : [];
  });
}
