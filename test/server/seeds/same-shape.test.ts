import assert from 'node:assert/strict';
import mongoose, { Types } from 'mongoose';
import { fileAppeal } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { StaffModel, staffWithRights } from '#server/identity/index.ts';
import { textDeliveriesIn } from '#server/notifications/deliveries.texts.ts';
import { planDeliveries } from '#server/notifications/index.ts';
import { now } from '#server/platform/clock.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import type { Actor } from '#server/platform/policy.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { giveFeedback } from '#server/register/commands/give-feedback.ts';
import { settleFeedback } from '#server/register/commands/settle-feedback.ts';
import { type Case, joinCase, moveCase } from '#server/register/index.ts';
import { makeCity } from '#server/seeds/bulk/city-maker.ts';
import { FILLED } from '#server/seeds/bulk/writing.ts';
import { unit } from '#server/seeds/city.ts';
import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { sampleSignature } from '#server/seeds/sample-scan.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { KEYS } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';

/** The types that stand at each path of some rows: `answers[].question` → string. */
type Shape = Map<string, Set<string>>;
const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  return Array.isArray(value) ? 'array' : ((value as { _bsontype?: string })._bsontype ?? value.constructor.name);
};
function look(value: unknown, path: string, shape: Shape): void {
  const type = typeOf(value);
  shape.set(path, (shape.get(path) ?? new Set()).add(type));
  if (type === 'array') for (const item of value as unknown[]) look(item, `${path}[]`, shape);
  if (type === 'Object')
    for (const [key, inner] of Object.entries(value as object)) look(inner, `${path}.${key}`, shape);
}
async function shapeOf(collection: string): Promise<Shape> {
  const shape: Shape = new Map();
  for (const row of await mongoose.connection.collection(collection).find().toArray()) look({ ...row }, '', shape);
  return shape;
}
const written = (shape: Shape): string[] => [...shape.keys()].sort();
/** What can only be of one type, and `null` where there is none. */
const typed = (shape: Shape): [string, string[]][] =>
  [...shape].map(([path, types]) => [path, [...types].filter((type) => type !== 'null').sort()]);

const NOW = '2026-03-10T08:00:00Z';
const REASON = 'Приїхали, подивилися й поїхали.';

describe('seeds: a case made in bulk beside one made by commands', function () {
  this.timeout(120_000);
  useClock(NOW);
  useDatabase();
  let actor: Actor;
  const byCommands = new Map<string, Shape>();
  const inBulk = new Map<string, Shape>();

  const moved = async (found: Case, verb: Verb, input: Omit<MoveBody, 'expectedVersion'> = {}): Promise<Case> =>
    moveCase(actor, { caseId: String(found._id), verb, expectedVersion: found.version, ...input });
  const fresh = async (found: Case): Promise<Case> =>
    (await mongoose.connection.collection('cases').findOne({ _id: found._id })) as unknown as Case;
  const answer = { text: 'Бригада виїхала на місце, освітлення відновлено.', result: 'resolved' as const };

  /** Everything that can happen to a case, by the commands themselves. */
  async function live(): Promise<void> {
    const person = { lastName: 'Коваль', firstName: 'Іван', patronymic: 'Петрович' };
    const draft = NewAppeal.parse(
      aDraft({
        kind: 'complaint',
        contested: { decision: 'Ненадання відповіді', decidedOn: '2026-02-01', learnedOn: '2026-02-02' },
        place: { address: 'вул. Софіївська, 8', point: { type: 'Point', coordinates: [30.7362, 46.4843] } },
        answers: { lamps: '2' },
        applicant: { ...person, residence: 'м. Одеса, вул. Софіївська, 8' },
        contact: { phone: '0670000001', email: 'a@example.org', landline: '048 700-00-00', postal: '65000, м. Одеса' },
        coApplicants: [{ ...person, residence: 'м. Одеса, вул. Софіївська, 8', phone: '0670000002' }],
        representative: { ...person, basis: 'Довіреність' },
        benefit: 'hero',
        helperPhone: '0670000003',
        consents: { sms: true, publication: true },
      }),
    );
    await fileAppeal(actor, draft, { channel: 'phone' });
    let found: Case = await fileAppeal(null, draft, { channel: 'web' });
    await mongoose.connection
      .collection('people')
      .updateMany({}, { $set: { phoneVerifiedAt: now(), emailVerifiedAt: now() } });
    found = await moved(found, 'register', { questionGroup: 9 });
    found = await moved(found, 'publish', { publication: { state: 'public', text: found.number } });
    const wishes = { applicant: draft.applicant, contact: { phone: '+380670000004' }, replyBy: 'page' as const };
    await joinCase(String(found._id), { ...wishes, consents: { sms: true } });
    found = await moved(found, 'assign', { departmentId: String(unit(4)) });
    actor = { ...actor, departmentId: String(unit(4)) };
    found = await moved(found, 'accept');
    found = await moved(found, 'draft', { answer });
    found = await moved(found, 'rework', { reasonCode: 'incomplete' });
    found = await moved(found, 'draft', { answer: { ...answer, appealRoute: 'Можна оскаржити до суду.' } });
    found = await moved(found, 'answer', { signature: await sampleSignature(found) });
    const owner: Actor = { ...actor, kind: 'caseHolder', caseIds: new Set([String(found._id)]) };
    await giveFeedback(owner, { caseId: String(found._id), verdict: 'not_resolved', reason: REASON });
    found = await moved(await fresh(found), 'publish', {
      publication: { state: 'public', text: 'Ліхтар.', answer: 'Горить.' },
    });
    await settleFeedback(actor, String(found._id));
    for (const { _id } of await OutboxModel.find().lean<OutboxRow[]>()) await planDeliveries(String(_id));
    const word = async () => ({ to: '+380670000001', text: 'Звернення' });
    const texts = textDeliveriesIn(word);
    for (const { _id } of await mongoose.connection.collection('deliveries').find({ channel: 'sms' }).toArray()) {
      await texts.claim(String(_id));
      await texts.accepted(String(_id), `SM${_id}`);
    }
  }

  before(async () => {
    useKeys(KEYS);
    setClock(NOW);
    installRegimes();
    await loadCalendar();
    await seedReference();
    await seedStaff();
    const { _id } = await StaffModel.findOne({ login: 'head' }).orFail().lean();
    const staff = await staffWithRights(String(_id));
    const none = new Set<string>();
    const may = { permissions: new Set(PERMISSIONS), caseIds: none, knownCaseIds: none, joinedCaseIds: none };
    actor = { kind: 'staff', id: String(_id), name: staff?.name ?? '', post: staff?.post ?? '', ...may };
    await live();
    for (const name of FILLED) byCommands.set(name, await shapeOf(name));
    for (const name of FILLED) await mongoose.connection.collection(name).deleteMany({});
    await makeCity({ seed: 3, until: '2026-03-10', days: 365, byPhone: 0.4, appeals: 2_000 });
    for (const name of FILLED) inBulk.set(name, await shapeOf(name));
  });

  for (const name of FILLED)
    it(`has the same fields of the same types in ${name}, at every level`, () => {
      const [one, other] = [byCommands.get(name) ?? new Map(), inBulk.get(name) ?? new Map()];
      assert.ok(one.size > 2, `${name}: nothing was made by commands`);
      assert.deepEqual(written(other), written(one));
      const types = new Map(typed(one));
      for (const [path, found] of typed(other)) {
        const known = types.get(path) ?? [];
        if (found.length > 0 && known.length > 0) assert.deepEqual(found, known, path);
      }
    });

  it('can be moved on by the commands, like any other', async () => {
    const open = await mongoose.connection.collection('cases').findOne({ status: 'in_progress' });
    const executor = String(open?.executors[0].departmentId);
    actor = { ...actor, departmentId: executor };
    const drafted = await moved(open as unknown as Case, 'draft', { answer });
    assert.equal(drafted.status, 'answer_review');
    assert.ok(drafted.answerId instanceof Types.ObjectId);
  });
});
