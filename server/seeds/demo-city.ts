import { randomBytes } from 'node:crypto';
import { fileAppeal } from '#server/appeals/index.ts';
import { CategoryModel, categoryOf, DepartmentModel, loadCatalogue } from '#server/catalogue/index.ts';
import { hashPassword, RoleModel, StaffModel } from '#server/identity/index.ts';
import { publishedPetitions } from '#server/petitions/index.ts';
import { now, shiftClock, today } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { type Case, moveCase } from '#server/register/index.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { seedDemoPetitions } from './bring-petitions.ts';
import { makeCity } from './bulk/city-maker.ts';
import { CATEGORIES, DEPARTMENTS, unit } from './city.ts';
import { DEMO_APPEALS, type DemoAppeal, type Stage } from './demo-appeals.ts';
import { seedForwardedPetition } from './demo-forwarded.ts';
import { DEMO_PETITIONS } from './demo-petitions.ts';
import { seedPlaces } from './places/seed-places.ts';
import { sampleSignature } from './sample-scan.ts';
import { DEMO_STAFF, ROLES } from './staff.ts';
import { seedTemplates } from './templates.ts';

/** A demo login, as `/dev/accounts` shows it. */
export interface DemoAccount {
  role: string;
  login: string;
  password: string;
}
const DAY_MS = 86_400_000;
const STEPS: readonly Stage[] = ['registered', 'assigned', 'in_progress', 'answer_review', 'answered'];

/** Units, categories, roles, places and templates of a new city; what is there already stays. */
export async function seedReference(): Promise<void> {
  const keep = <T extends { _id: unknown }>(rows: readonly T[]) =>
    rows.map(({ _id, ...rest }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } }));
  await DepartmentModel.bulkWrite(keep(DEPARTMENTS) as never);
  await CategoryModel.bulkWrite(keep(CATEGORIES) as never);
  await RoleModel.bulkWrite(keep(ROLES) as never);
  await loadCatalogue();
  await seedPlaces();
  await seedTemplates();
}

/** Demo accounts with fresh passwords; those of the same login get the new one. */
export async function seedStaff(): Promise<DemoAccount[]> {
  return Promise.all(
    DEMO_STAFF.map(async ({ login, role, name, post, departmentId }) => {
      const password = randomBytes(9).toString('base64url');
      const passwordHash = await hashPassword(password);
      await StaffModel.updateOne(
        { login },
        { $set: { passwordHash, name, post, departmentId, roles: [role] } },
        { upsert: true },
      );
      return { role, login, password };
    }),
  );
}

const ANSWERS = {
  resolved:
    'Роботи виконано: бригада виїхала на місце, несправність усунуто, результат перевірено. Дякуємо, що повідомили.',
  explained: 'Роз’яснюємо порядок розгляду вашого питання і перелік документів, які можна подати особисто або поштою.',
  refused:
    'Територія є приватною власністю співвласників будинку, тому вивезення сміття з неї місто не оплачує (ст. 7 Закону «Про ОСББ»).',
} as const;
const ROUTE = 'Цю відповідь можна оскаржити до міського голови або до суду (ст. 16 Закону «Про звернення громадян»).';

/** Who takes a step of a demo case: somebody of the demo's staff, trusted with everything while the city is made. */
async function doer(step: Stage, departmentId: string): Promise<Actor> {
  const executor = DEMO_STAFF.find((staff) => staff.role === 'executor' && String(staff.departmentId) === departmentId);
  const logins: Record<Stage, string> = {
    submitted: 'operator',
    registered: 'operator',
    assigned: 'operator',
    in_progress: executor?.login ?? 'controller',
    answer_review: executor?.login ?? 'controller',
    answered: 'head',
  };
  const { _id, name, post } = await StaffModel.findOne({ login: logins[step] }).orFail().lean();
  return {
    kind: 'staff',
    id: String(_id),
    name,
    post,
    departmentId,
    permissions: new Set(PERMISSIONS),
    caseIds: new Set(),
    knownCaseIds: new Set(),
    joinedCaseIds: new Set(),
  };
}

async function bring(appeal: DemoAppeal, shiftMs: number): Promise<void> {
  const { daysAgo, stage, channel, draft, result = 'resolved' } = appeal;
  const { name, address, ...filing } = draft;
  const [lastName = '', firstName = '', patronymic = ''] = name.split(' ');
  const at = (share: number) => shiftClock(shiftMs - daysAgo * DAY_MS * (1 - share));
  const departmentId = categoryOf(filing.categoryCode)?.defaultDepartmentId ?? String(unit(1));
  at(0);
  let found: Case = await fileAppeal(
    channel === 'web' ? null : await doer('submitted', departmentId),
    {
      ...filing,
      place: { address },
      applicant: { lastName, firstName, patronymic, residence: `м. Одеса, ${address}` },
      contact: { postal: `65000, м. Одеса, ${address}` },
      replyBy: channel === 'web' ? 'page' : 'post',
      consents: { sms: false, publication: true },
      ...(filing.kind === 'complaint' && { contested: { decision: 'Ненадання відповіді на усне звернення' } }),
    },
    { channel },
  );
  const inputs: Record<Stage, [Verb, Omit<MoveBody, 'expectedVersion'>]> = {
    submitted: ['register', {}],
    registered: ['register', { questionGroup: found.questionGroup }],
    assigned: ['assign', { departmentId }],
    in_progress: ['accept', {}],
    answer_review: ['draft', { answer: { text: ANSWERS[result], result, appealRoute: ROUTE } }],
    answered: ['answer', {}],
  };
  for (const [i, step] of STEPS.slice(0, STEPS.indexOf(stage) + 1).entries()) {
    at((i + 1) / 8);
    const [verb, input] = inputs[step];
    const actor = await doer(step, departmentId);
    const signed = verb === 'answer' && { signature: await sampleSignature(found) };
    const asked = { verb, expectedVersion: found.version, ...input, ...signed };
    found = await moveCase(actor, { caseId: String(found._id), ...asked });
  }
}

/** What the demo's city has been through in the last months, so that its map and its register are alive. */
export async function seedPast(): Promise<number> {
  const { cases } = await makeCity({ seed: 1, until: today(), days: 120, byPhone: 0.35, appeals: 600 });
  return cases;
}

/** Fills an empty register with the demo's appeals, by the commands that residents and staff use; their time is the clock's, set back. */
export async function seedAppeals(): Promise<number> {
  const shiftMs = now().getTime() - Date.now();
  for (const appeal of DEMO_APPEALS) await bring(appeal, shiftMs);
  shiftClock(shiftMs);
  return DEMO_APPEALS.length;
}
/** Petitions of the demo at every stage, where the city has none yet. */
export async function seedPetitions(): Promise<number> {
  const { total } = await publishedPetitions({ group: 'all', order: 'new', q: '', page: 1 });
  if (total > 0) return 0;
  const head = await doer('answered', String(unit(1)));
  await seedDemoPetitions(head, now().getTime() - Date.now());
  await seedForwardedPetition(head);
  return DEMO_PETITIONS.length + 1;
}
