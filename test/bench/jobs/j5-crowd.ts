import { Types } from 'mongoose';
import { fileAppeal } from '#server/appeals/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { now } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { Actor } from '#server/platform/policy.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { joining } from '#server/register/commands/join-case.ts';
import { moveCase } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { DEMO_STAFF } from '#server/seeds/staff.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import { aDraft } from '../../support/appeals.ts';

/** Whose questions are measured: an executor of the department that has the case. */
export const ASKER = 'executor';
const AT_ONCE = 2_000;
const CHIEF: Actor = {
  kind: 'staff',
  id: 'f'.repeat(24),
  permissions: new Set(PERMISSIONS),
  caseIds: new Set(),
  knownCaseIds: new Set(),
  joinedCaseIds: new Set(),
};
/** Each number is given to one person of one run, so that a text that came twice is seen. */
let numbers = 0;
const aNumber = (): string => {
  numbers += 1;
  return `+38067${String(numbers).padStart(7, '0')}`;
};

/** Draws until all short links are new ones: of a hundred thousand drawn by lot two may be alike. */
async function drawn<P extends { part: { link: string } }>(draw: () => P[]): Promise<P[]> {
  for (;;) {
    const some = draw();
    const links = new Set(some.map(({ part }) => part.link));
    if (links.size === some.length && !(await ParticipantModel.exists({ link: { $in: [...links] } }))) return some;
  }
}

/** A case in hand of so many people, every one of them with a proved phone and wanting texts. */
export async function aCaseOf(people: number): Promise<{ id: string }> {
  const draft = NewAppeal.parse(aDraft({ contact: { phone: aNumber() } }));
  const { _id } = await fileAppeal(CHIEF, draft, { channel: 'phone' });
  const caseId = String(_id);
  const departmentId = String(DEMO_STAFF.find(({ login }) => login === ASKER)?.departmentId);
  await moveCase(CHIEF, { caseId, verb: 'register', expectedVersion: 1, questionGroup: 9 });
  await moveCase(CHIEF, { caseId, verb: 'assign', expectedVersion: 2, departmentId });
  await CaseModel.updateOne({ _id }, { $set: { status: 'in_progress' } });
  const at = now();
  const wishes = {
    applicant: { lastName: 'Коваль', firstName: 'Іван', residence: 'м. Одеса, вул. Софіївська, 8' },
    replyBy: 'page' as const,
    consents: { sms: true },
  };
  for (let left = people - 1; left > 0; left -= AT_ONCE) {
    const some = await drawn(() =>
      Array.from({ length: Math.min(left, AT_ONCE) }, () => {
        const one = joining(new Types.ObjectId(caseId), { ...wishes, contact: { phone: aNumber() } }, { at });
        return { ...one, person: { ...one.person, phoneVerifiedAt: at } };
      }),
    );
    await PersonModel.collection.insertMany(some.map(({ person }) => person));
    await ParticipantModel.collection.insertMany(some.map(({ part }) => part));
  }
  await CaseModel.updateOne({ _id }, { $set: { applicants: people } });
  // What happened so far tells nobody.
  await OutboxModel.updateMany({ 'subject.id': caseId }, { $set: { pending: [] } });
  return { id: caseId };
}
