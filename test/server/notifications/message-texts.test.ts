import assert from 'node:assert/strict';
import { eventsOf } from '#server/history/index.ts';
import { planDeliveries, textDeliveriesIn, textWording } from '#server/notifications/index.ts';
import { database } from '#server/platform/database.ts';
import { messageTexts as migration } from '#server/platform/migrations/0023-message-texts.ts';
import { sms } from '#shared/texts/uk/sms.ts';
import { type Api, useCity } from '../../support/api.ts';
import { useClock } from '../../support/clock.ts';
import { anEvent, aRecipient, ledgerOf, phoneOf, useTestAudience } from '../../support/texts.ts';

const ANSWERED = '/api/v1/message-texts/appeal.answered';
const FIRST = 'На {number} є відповідь ({result}): {where}';

describe('texts of messages: editions', () => {
  const city = useCity();
  useClock();
  let keeper: Api;
  before(async () => {
    useTestAudience();
    keeper = await city.staff('administrator');
  });
  const save = (text: string, expectedVersion: number, note = '') =>
    keeper.post(ANSWERED, { text, note, expectedVersion });
  const listed = async () => (await keeper.get('/api/v1/message-texts')).body;
  const versionNow = async (): Promise<number> =>
    (await listed()).items.find(({ template }: { template: string }) => template === 'appeal.answered').version;
  const wrongIn = ({ body }: { body: { errors: { path: string; code: string; said?: string }[] } }) =>
    body.errors.map(({ path, code, said }) => [path, code, said].filter(Boolean).join(' '));
  const texts = () =>
    textDeliveriesIn(textWording({ publicUrl: 'https://omr.gov.ua', phoneOf, codeMessage: async () => null }));
  const planned = async () => {
    const { rowId, subjectId } = await anEvent([aRecipient()]);
    await planDeliveries(rowId);
    return (await ledgerOf(subjectId))[0] ?? assert.fail('no row');
  };
  const said = async (id: unknown, by = texts()): Promise<string> => {
    const claim = await by.claim(String(id));
    return typeof claim === 'object' && 'text' in claim ? claim.text : String(claim);
  };

  it('begin with the built-in words, which are of nobody', async () => {
    const { items, site, pricePerPart } = await listed();
    assert.deepEqual([site, pricePerPart], ['vidhuk.example', 60]);
    assert.deepEqual(
      items.map(({ template, text, version }: Record<string, unknown>) => [template, text, version]),
      Object.entries(sms).map(([template, text]) => [template, text, 0]),
    );
    assert.deepEqual(items[0].editions, [{ version: 0, text: sms.otp, by: null, at: null, note: '' }]);
  });

  it('word what is planned after them, and nothing that was planned before', async () => {
    const earlier = await planned();
    const { status, body } = await save(FIRST, await versionNow(), 'Люди питали, куди дивитися');
    assert.deepEqual([status, body.version, body.text], [200, 1, FIRST]);
    assert.deepEqual(
      body.editions.map((each: Record<string, unknown>) => [each.version, Boolean(each.by), each.note]),
      [
        [1, true, 'Люди питали, куди дивитися'],
        [0, false, ''],
      ],
    );
    const between = await planned();
    await save('Є відповідь на {number}: {result}. {where}', 1);
    const after = await planned();
    assert.deepEqual([earlier.wording, between.wording, after.wording], [0, 1, 2]);
    const by = texts();
    assert.deepEqual(
      [await said(earlier._id, by), await said(between._id, by), await said(after._id, by)],
      [
        'Звернення 2600123452: вирішено. Відповідь: omr.gov.ua/c/7KQ2M4P',
        'На 2600123452 є відповідь (вирішено): omr.gov.ua/c/7KQ2M4P',
        'Є відповідь на 2600123452: вирішено. omr.gov.ua/c/7KQ2M4P',
      ],
    );
    await database()
      .collection('deliveries')
      .updateOne({ _id: earlier._id }, { $unset: { wording: 1 }, $set: { state: 'queued' } });
    assert.match(await said(earlier._id), /^Звернення 2600123452: вирішено/, 'rows of the time before editions too');
  });
  it('are never guessed: a row of an edition that cannot be read waits', async () => {
    const { _id } = await planned();
    await database()
      .collection('deliveries')
      .updateOne({ _id }, { $set: { wording: 99 } });
    await assert.rejects(texts().claim(String(_id)), /no edition appeal\.answered\/000099/);
    assert.equal((await database().collection('deliveries').findOne({ _id }))?.state, 'planned');
  });
  it('come one after another: who was slower is told so', async () => {
    const version = await versionNow();
    const both = await Promise.all([1, 2].map((n) => save(`${n}: {number}, {result}. {where}`, version)));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.equal(both.find(({ status }) => status === 409)?.body.code, 'version.stale');
    assert.equal((await save(FIRST, version + 7)).status, 409);
  });
  it('stay on record with who made them, without their words', async () => {
    const events = await eventsOf({ kind: 'message-text', id: 'appeal.answered' });
    assert.ok(events.length >= 2);
    for (const { kind, actorId, facts } of events) {
      assert.deepEqual([kind, Boolean(actorId), Object.keys(facts)], ['message-text.saved', true, ['version']]);
    }
  });
  it('name everything that is wrong at once', async () => {
    const wrong = await save(
      `{номер} {number}\n http://evil.example ${'я'.repeat(70)}`,
      await versionNow(),
      'я'.repeat(201),
    );
    assert.equal(wrong.status, 422);
    assert.deepEqual(wrongIn(wrong), ['note field.too-long']);
    const words = await save(`{номер} {number}\n http://evil.example ${'я'.repeat(70)}`, await versionNow());
    assert.deepEqual(wrongIn(words), [
      'text sms.place-unknown {номер}',
      'text sms.place-missing {result}',
      'text sms.place-missing {where}',
      'text sms.signs',
      'text sms.link',
      'text sms.too-long 110 > 70',
    ]);
    assert.match(words.body.errors[0].message, /не знає \{номер\}/);
    assert.deepEqual(wrongIn(await save('  ', 0)), ['text field.required']);
    assert.equal((await keeper.post('/api/v1/message-texts/appeal.filed', {})).status, 404, 'a letter is no text');
    assert.equal((await (await city.staff('operator')).post(ANSWERED, {})).status, 403);
  });
  it('are kept by whoever kept the reference data before', async () => {
    const roles = database().collection<{ _id: string; permissions: string[] }>('roles');
    await roles.insertMany([
      { _id: 'clerk', permissions: ['reference.manage'], uk: 'Діловод' } as never,
      { _id: 'guest', permissions: ['reports.read'], uk: 'Гість' } as never,
    ]);
    for (let i = 0; i < 2; i += 1) await migration.up(database());
    assert.deepEqual((await roles.findOne({ _id: 'clerk' }))?.permissions, ['reference.manage', 'messages.manage']);
    assert.deepEqual((await roles.findOne({ _id: 'guest' }))?.permissions, ['reports.read']);
  });
});
