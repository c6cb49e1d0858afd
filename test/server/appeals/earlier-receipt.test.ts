import assert from 'node:assert/strict';
import { reckonTerm } from '#server/deadlines/index.ts';
import { verifyHistory } from '#server/history/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { legalDateOf, now, shiftClock, today } from '#server/platform/clock.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { CaseDocumentModel } from '#server/register/case-document.model.ts';
import { auditCases } from '#server/register/index.ts';
import { addCalendarDays, addMonths } from '#shared/domain/legal-clock/legal-date.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const NEW_YEAR = Date.parse('2027-01-04T09:00:00Z');

describe('appeals: what came in before it was entered', () => {
  const city = useCity();
  let operator: Api;
  beforeEach(async () => {
    operator = await city.staff('operator');
  });
  afterEach(() => shiftClock(0));
  const enter = (received: unknown, key?: string) =>
    operator.post(
      '/api/v1/register/appeals',
      { ...aDraft(), channel: 'post', received },
      key ? { 'idempotency-key': key } : {},
    );
  const wrong = async (received: unknown): Promise<string[]> => {
    const { status, body } = await enter(received);
    assert.equal(status, 422);
    return body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
  };
  const cardOf = async (id: string) => (await operator.get(`/api/v1/register/${id}`)).body;

  it('has its term from the day of receipt, overdue where that is over, and says why in its history', async () => {
    const on = addCalendarDays(today(), -40);
    const { status, body } = await enter({
      on,
      reasonCode: 'other',
      explanation: 'Лист лежав у скриньці старої адреси',
    });
    assert.equal(status, 201);
    const { reckoning } = reckonTerm({ rule: 'appeal.month', receivedOn: on, calendar: 'dated' });
    const card = await cardOf(body.id);
    assert.deepEqual([body.dueOn, card.isOverdue], [reckoning.dueLegal, true]);
    assert.equal(legalDateOf(new Date(body.receivedAt)), on);
    assert.deepEqual(
      card.history.map(({ kind, reasonCode, words, at, actor }: Record<string, string>) => [
        kind,
        reasonCode,
        words,
        legalDateOf(new Date(at ?? '')) === today(),
        actor !== null,
      ]),
      [
        ['appeal.filed', null, null, true, true],
        ['appeal.received-earlier', 'other', '"Лист лежав у скриньці старої адреси"', true, true],
      ],
    );
    const person = await PersonModel.findOne().sort({ _id: -1 }).orFail().lean();
    assert.equal(legalDateOf(person.createdAt), today(), 'people speak of themselves when it is entered');
    assert.equal(
      (await operator.post(`/api/v1/register/${body.id}/register`, { expectedVersion: 1, questionGroup: 9 })).status,
      200,
    );
  });

  it('is numbered and indexed in the year in which it is entered', async () => {
    shiftClock(NEW_YEAR - Date.now());
    operator = await city.staff('operator');
    const { body } = await enter({ on: '2026-12-29', reasonCode: 'postmark' });
    assert.match(body.number, /^27/);
    await operator.post(`/api/v1/register/${body.id}/register`, { expectedVersion: 1, questionGroup: 9 });
    assert.equal((await CaseModel.findById(body.id).orFail().lean()).registrationIndex?.year, 2027);
    assert.equal(legalDateOf(new Date(body.receivedAt)), '2026-12-29');
  });

  it('is not of the future, of over a year ago, or without what shows it', async () => {
    const day = (days: number) => addCalendarDays(today(), days);
    assert.deepEqual(await wrong({ on: day(1), reasonCode: 'postmark' }), ['received.on date.in-future']);
    const tooEarly = addCalendarDays(addMonths(today(), -12), -1);
    assert.deepEqual(await wrong({ on: tooEarly, reasonCode: 'blackout' }), ['received.on date.too-early']);
    assert.equal((await enter({ on: addMonths(today(), -12), reasonCode: 'blackout' })).status, 201);
    assert.deepEqual(await wrong({ on: day(-1) }), ['received.reasonCode field.required']);
    assert.deepEqual(await wrong({ on: '2026-02-30', reasonCode: 'other' }), [
      'received.on date.invalid',
      'received.explanation field.required',
    ]);
    assert.deepEqual(await wrong({ reasonCode: 'postmark' }), ['received.on field.required']);
    const own = await city.api.post('/api/v1/appeals', {
      ...aDraft(),
      received: { on: day(-1), reasonCode: 'postmark' },
    });
    assert.deepEqual([own.status, own.body.errors[0].code], [422, 'field.unknown']);
  });

  it('is of this moment where the day that is named is today, and nothing more is said of it', async () => {
    const { body } = await enter({ on: today(), reasonCode: 'postmark' });
    assert.ok(now().getTime() - Date.parse(body.receivedAt) < 600_000);
    assert.equal((await cardOf(body.id)).history.length, 1);
  });

  it('is entered once under one key, and that key is of no other day', async () => {
    const received = {
      on: addCalendarDays(today(), -3),
      reasonCode: 'blackout',
      explanation: 'Журнал чергового, аркуш 4',
    };
    const before = await CaseDocumentModel.countDocuments();
    const [first, second] = await Promise.all([enter(received, 'one-key-1'), enter(received, 'one-key-1')]);
    assert.equal(first.body.id, second.body.id);
    assert.equal(await CaseDocumentModel.countDocuments(), before + 1);
    const other = await enter({ ...received, on: addCalendarDays(today(), -4) }, 'one-key-1');
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency.reused']);
  });

  it('leaves a history that verifies, words and all', async () => {
    const { broken, astray, events } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);
    assert.ok(events > 8);
    const document = await CaseDocumentModel.findOne().orFail().lean();
    await CaseDocumentModel.updateOne({ _id: document._id }, { $set: { words: '"Щось інше"' } });
    assert.deepEqual(
      (await verifyHistory(auditCases)).astray.map(({ fault }) => fault),
      ['textChanged'],
    );
  });
});
