import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { EventModel } from '#server/history/event.model.ts';
import { BudgetModel, PriceModel } from '#server/notifications/budget/budget.model.ts';
import { tellOtherWay } from '#server/notifications/commands/tell-other-way.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries, type Recipient } from '#server/notifications/index.ts';
import { type Api, useCity } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { anEvent, aReader, aRecipient, ledgerOf, tell, useTestAudience } from '../../support/texts.ts';

describe('messages: how they fare, and their money', () => {
  const city = useCity();
  useClock();
  before(useTestAudience);
  let operator: Api;
  let keeper: Api;
  beforeEach(async () => {
    operator = await city.staff('operator');
    keeper = await city.staff('administrator');
    await DeliveryModel.deleteMany({});
  });
  /** A planned message that has come to this. */
  async function aMessage(recipient: Recipient, come: Partial<Delivery> = {}, cause = 'receipt-30003') {
    const { rowId, subjectId } = await anEvent([recipient]);
    await planDeliveries(rowId);
    const row = (await ledgerOf(subjectId))[0] ?? assert.fail('no row');
    const { state = 'undelivered', ...rest } = come;
    await DeliveryModel.updateOne(
      { _id: row._id },
      {
        $set: { state, dueAt: null, claimedAt: new Date(), ...rest },
        $push: { changes: { state, at: new Date(), cause } },
      },
    );
    return { id: String(row._id), subjectId };
  }
  const resend = (id: string, who = operator) => who.post(`/api/v1/messages/${id}/resend`, { reason: 'not_received' });

  it('are counted by way, state and cause', async () => {
    passSeconds(0);
    for (const [state, cause] of [
      ['delivered', 'receipt'],
      ['undelivered', 'receipt-30003'],
      ['unknown', 'not-listed'],
    ] as const)
      await aMessage(aRecipient(), { state }, cause);
    await aMessage(aReader('a@b.example'), { state: 'failed' }, 'smtp-550');
    const { rowId } = await anEvent([aRecipient()]);
    await planDeliveries(rowId);
    const { status, body } = await operator.get('/api/v1/messages/health');
    assert.equal(status, 200);
    const counted = body.channels.map(
      ({ channel, total, states }: { channel: string; total: number; states: { state: string; count: number }[] }) => [
        channel,
        total,
        states.map((one) => `${one.state} ${one.count}`).sort(),
      ],
    );
    assert.deepEqual(counted, [
      ['sms', 3, ['delivered 1', 'undelivered 1', 'unknown 1']],
      ['email', 1, ['failed 1']],
    ]);
    assert.deepEqual(body.failures.map(({ cause }: { cause: string }) => cause).sort(), [
      'not-listed',
      'receipt-30003',
      'smtp-550',
    ]);
    assert.deepEqual([body.queue.due, body.queue.later], [1, 0]);
    assert.ok(body.queue.oldestSince);
  });

  it('that went wrong are listed a page at a time, the newest first', async () => {
    for (let n = 0; n < 3; n += 1) await aMessage(aRecipient(), { state: 'unknown' }, 'not-listed');
    const first = await operator.get('/api/v1/messages?state=unknown&limit=2');
    assert.deepEqual([first.body.items.length, first.body.total], [2, 3]);
    const second = await operator.get(`/api/v1/messages?state=unknown&limit=2&cursor=${first.body.next}`);
    assert.deepEqual([second.body.items.length, second.body.next], [1, null]);
    assert.equal((await operator.get(`/api/v1/messages?state=failed&cursor=${first.body.next}`)).status, 422);
    const explained = await DeliveryModel.find({ state: 'unknown' }).sort({ _id: -1 }).explain('queryPlanner');
    assert.match(JSON.stringify(explained), /went-wrong/);
  });

  it('are sent again once each, as a round of their own', async () => {
    const { id, subjectId } = await aMessage(aRecipient());
    const { status, body } = await resend(id);
    assert.deepEqual([status, body.round], [201, 2]);
    const again = (await ledgerOf(subjectId)).find(({ round }) => round === 2);
    assert.deepEqual([again?.state, again?.attempts, again?.changes[0]?.cause], ['planned', 0, 'resent']);
    const twice = await Promise.all([resend(id), resend(id)]);
    assert.deepEqual(
      twice.map((one) => one.body.code),
      ['message.not-resendable', 'message.not-resendable'],
    );
    const listed = await operator.get('/api/v1/messages?state=undelivered');
    assert.equal(listed.body.items[0].mayResend, false);
  });

  it('are not sent again where they arrived, are a code, or are not wanted any more', async () => {
    const arrived = await aMessage(aRecipient(), { state: 'delivered' });
    const unwanted = await aMessage(aRecipient());
    tell(unwanted.subjectId, { ...aRecipient(), wantsSms: false });
    const code = await aMessage(aRecipient());
    await DeliveryModel.updateOne({ _id: code.id }, { $set: { recipient: { kind: 'phone-code', id: '7' } } });
    for (const { id } of [arrived, unwanted, code])
      assert.equal((await resend(id)).body.code, 'message.not-resendable');
    assert.equal((await resend(String(new Types.ObjectId()))).status, 404);
    assert.equal((await operator.post(`/api/v1/messages/${arrived.id}/resend`, { reason: 'so' })).status, 422);
  });

  it('that did not arrive by one way go by the other, once', async () => {
    const reader = aReader('a@b.example');
    const { id, subjectId } = await aMessage(reader, { state: 'failed' }, 'smtp-550');
    assert.equal(await tellOtherWay(id), true);
    assert.equal(await tellOtherWay(id), true);
    const [letter, text, ...more] = await ledgerOf(subjectId);
    assert.deepEqual(
      [letter?.channel, text?.channel, text?.state, text?.changes[0]?.cause],
      ['email', 'sms', 'planned', 'fallback'],
    );
    assert.deepEqual(more, []);
    await DeliveryModel.updateOne({ _id: text?._id ?? assert.fail() }, { $set: { state: 'undelivered' } });
    assert.equal(await tellOtherWay(String(text?._id)), false, 'and do not come back');
    const unknown = await aMessage(aReader('c@d.example'), { state: 'unknown' }, 'no-report');
    assert.equal(await tellOtherWay(unknown.id), false, 'what may have arrived is left to an operator');
    const onlyText = await aMessage(aRecipient());
    assert.equal(await tellOtherWay(onlyText.id), false);
  });

  describe('money', () => {
    const BUDGETS = '/api/v1/message-money/budgets';
    const PRICES = '/api/v1/message-money/prices';
    const aBudget = { line: 'appeals', year: 2026, kopiykas: 1_000_000, source: 'Рішення № 5', expectedVersion: 0 };
    afterEach(() =>
      Promise.all([
        BudgetModel.deleteMany({ year: { $gt: 2024 } }),
        PriceModel.deleteMany({ _id: { $gt: '2024-01-01' } }),
      ]),
    );

    it('is told by line, added up from the ledger', async () => {
      for (const [on, kopiykas, isCode] of [
        ['2026-02-10', 6_000, false],
        ['2026-03-03', 120, false],
        ['2026-01-05', 60, true],
        ['2025-12-31', 60, false],
      ] as const)
        await DeliveryModel.collection.insertOne({
          eventId: new Types.ObjectId(),
          cost: { line: 'appeals', on, kopiykas, isCode },
        });
      const { body } = await operator.get('/api/v1/message-money');
      const [appeals] = body.lines;
      assert.deepEqual(
        [
          appeals.amount,
          appeals.reserve,
          appeals.spentOnOthers,
          appeals.spentOnCodes,
          appeals.spentToday,
          appeals.left,
          appeals.state,
        ],
        [3_200_000, 640_000, 6_120, 60, 120, 2_560_000 - 6_120, 'enough'],
      );
      assert.equal(appeals.daily, Math.round(6_000 / 28));
      assert.equal(appeals.endsOn, null);
      assert.deepEqual(
        body.lines.map(({ line }: { line: string }) => line),
        ['appeals', 'deputies', 'information'],
      );
      assert.equal(body.pricePerPart, 60);
    });

    it('warns from 80 % on, and says when it has ended', async () => {
      await keeper.post(BUDGETS, { ...aBudget, kopiykas: 10_000 });
      const spend = (kopiykas: number) =>
        DeliveryModel.collection.insertOne({
          eventId: new Types.ObjectId(),
          cost: { line: 'appeals', on: '2026-03-02', kopiykas, isCode: false },
        });
      const stateNow = async () => {
        const { state, endsOn } = (await operator.get('/api/v1/message-money')).body.lines[0];
        return [state, endsOn];
      };
      await spend(6_399);
      assert.deepEqual(await stateNow(), ['enough', '2026-03-16']);
      await spend(1);
      assert.equal((await stateNow())[0], 'warning');
      await spend(1_550);
      assert.deepEqual(await stateNow(), ['ended', '2026-03-03']);
    });

    it('is entered by whoever keeps it, and stands with the act and in the history', async () => {
      const { status, body } = await keeper.post(BUDGETS, aBudget);
      assert.deepEqual([status, body.lines[0].amount, body.lines[0].version], [200, 1_000_000, 1]);
      assert.equal((await keeper.post(BUDGETS, aBudget)).body.code, 'version.stale');
      assert.equal(
        (await keeper.post(BUDGETS, { ...aBudget, expectedVersion: 1, kopiykas: 5 })).body.lines[0].amount,
        5,
      );
      assert.equal((await keeper.post(BUDGETS, { ...aBudget, expectedVersion: 1 })).body.code, 'version.stale');
      const [event] = await EventModel.find({ kind: 'messages.budget-set', 'facts.kopiykas': 1_000_000 }).lean();
      assert.deepEqual([event?.facts.line, event?.facts.kopiykas], ['appeals', 1_000_000]);
      const wrong = await keeper.post(BUDGETS, {
        line: 'roads',
        year: 1999,
        kopiykas: -1,
        source: '',
        expectedVersion: 0,
      });
      assert.deepEqual(wrong.body.errors.map(({ path }: { path: string }) => path).sort(), [
        'kopiykas',
        'line',
        'source',
        'year',
      ]);
    });

    it('goes by a price that is set for today or later alone', async () => {
      const aPrice = { validFrom: '2026-04-01', kopiykas: 75, source: 'Договір № 8', expectedVersion: 0 };
      const { body } = await keeper.post(PRICES, aPrice);
      assert.deepEqual([body.pricePerPart, body.prices.at(-1).kopiykas], [60, 75]);
      const past = await keeper.post(PRICES, { ...aPrice, validFrom: '2026-03-02' });
      assert.deepEqual(past.body.errors, [{ ...past.body.errors[0], path: 'validFrom', code: 'date.past' }]);
      assert.equal((await keeper.post(PRICES, aPrice)).body.code, 'version.stale');
      assert.equal((await keeper.post(PRICES, { ...aPrice, validFrom: '2026-02-30', expectedVersion: 1 })).status, 422);
    });
  });
});
