import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { BudgetModel, GrantModel, PriceModel } from '#server/notifications/budget/budget.model.ts';
import { purse } from '#server/notifications/budget/purse.ts';
import { spentOf } from '#server/notifications/budget/spent.queries.ts';
import { type DeliveryCost, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries, textDeliveriesIn, textWording } from '#server/notifications/index.ts';
import { passSeconds, setClock, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, ledgerOf, phoneOf, useTestAudience } from '../../support/texts.ts';

const aText = { template: 'appeal.answered', isCode: false, parts: 1 };
const aCode = { template: 'otp', isCode: true, parts: 1 };
const costs: DeliveryCost[] = [];
/** Writes a row that cost this much, as a claim does. */
const claim = async (cost: DeliveryCost) => {
  await DeliveryModel.collection.insertOne({ eventId: new Types.ObjectId(), cost });
  costs.push(cost);
  return true;
};
type Answer = Awaited<ReturnType<ReturnType<typeof purse>['spend']>>;
const isPaid = (answer: Answer): boolean => answer === true;

describe('notifications: the money for texts', () => {
  useDatabase();
  useClock();
  before(useTestAudience);
  beforeEach(async () => {
    await DeliveryModel.deleteMany({});
    await GrantModel.deleteMany({});
  });
  /** What the first line has this year, in parts of 60 kopiykas. */
  const grantParts = (parts: number) =>
    BudgetModel.updateOne(
      { _id: '2026-appeals' },
      { $set: { line: 'appeals', year: 2026, kopiykas: parts * 60, source: 'рішення', version: 1, byId: null } },
      { upsert: true },
    );
  const inLedger = () => spentOf('appeals', '2026-03-03');

  it('is what the programme gives until the city enters an amount', async () => {
    await BudgetModel.deleteOne({ _id: '2026-appeals' });
    assert.ok(isPaid(await purse().spend(aText, claim)));
    assert.deepEqual(costs.at(-1), { line: 'appeals', on: '2026-03-03', isCode: false, kopiykas: 60 });
  });

  it('is never overspent by workers that spend at one time, and all of it can be spent', async () => {
    await grantParts(10_000);
    await DeliveryModel.collection.insertOne({
      eventId: new Types.ObjectId(),
      cost: { line: 'appeals', on: '2026-02-02', isCode: false, kopiykas: 7_900 * 60 },
    });
    const workers = [purse(), purse(), purse()];
    const answers: Answer[] = [];
    for (let round = 0; round < 8; round += 1) {
      answers.push(
        ...(await Promise.all(Array.from({ length: 60 }, (_, n) => workers[n % 3]?.spend(aText, claim) ?? false))),
      );
      passSeconds(61); // what a worker did not spend of its grant falls back
    }
    assert.equal(answers.filter(isPaid).length, 100, '8,000 parts less those spent before');
    assert.ok(answers.includes('budget-ended'));
    const { codes, others, othersToday } = await inLedger();
    assert.deepEqual([codes, others, othersToday], [0, 8_000 * 60, 100 * 60]);
    assert.ok(isPaid(await purse().spend(aCode, claim)), 'codes have a reserve');
  });

  it('lets codes go on with their reserve, and ends for them too', async () => {
    await grantParts(20);
    const answers: Answer[] = [];
    for (let n = 0; n < 25; n += 1)
      answers.push(
        await purse()
          .spend(aCode, claim)
          .finally(() => passSeconds(61)),
      );
    assert.equal(answers.filter(isPaid).length, 20);
    assert.equal(answers.at(-1), 'budget-ended');
  });

  it('waits for a moment where all that is left lies with another worker, and takes what one that died had', async () => {
    await grantParts(5);
    const [dead, other] = [purse(), purse()];
    assert.ok(isPaid(await dead.spend({ ...aText, parts: 2 }, claim)));
    assert.ok(isPaid(await dead.spend(aText, claim)));
    await GrantModel.updateMany({}, { $set: { kopiykas: 2 * 60 } });
    assert.equal(await other.spend(aText, claim), 'money-lent');
    passSeconds(61);
    assert.ok(isPaid(await other.spend(aText, claim)));
  });

  it('of one day goes no faster than five even shares, codes apart; what is over waits for the morning', async () => {
    await grantParts(10_000);
    const limit = Math.ceil((8_000 * 60 * 5) / 365);
    await claim({ line: 'appeals', on: '2026-03-03', isCode: false, kopiykas: limit - 60 });
    assert.ok(isPaid(await purse().spend(aText, claim)));
    assert.equal(await purse().spend(aText, claim), 'day-spent');
    assert.ok(isPaid(await purse().spend(aCode, claim)));
    setClock('2026-03-04T08:00:00Z');
    assert.ok(isPaid(await purse().spend(aText, claim)));
  });

  it('is given back where the claim was not written', async () => {
    await grantParts(5);
    const own = purse();
    for (let n = 0; n < 10; n += 1) assert.equal(await own.spend(aText, async () => false), false);
    for (let n = 0; n < 4; n += 1) assert.ok(isPaid(await own.spend(aText, claim)));
  });

  it('goes by the price of the day and by the line', async () => {
    await PriceModel.create({ _id: '2026-03-04', kopiykas: 75, source: 'договір', byId: null, version: 1 });
    await grantParts(10_000);
    setClock('2026-03-04T08:00:00Z');
    await purse().spend({ ...aText, parts: 2 }, claim);
    await purse().spend({ ...aText, template: 'deputy.new' }, claim);
    assert.deepEqual(costs.slice(-2), [
      { line: 'appeals', on: '2026-03-04', isCode: false, kopiykas: 150 },
      { line: 'deputies', on: '2026-03-04', isCode: false, kopiykas: 75 },
    ]);
    await PriceModel.deleteOne({ _id: '2026-03-04' });
  });

  describe('in the ledger', () => {
    const deliveries = () =>
      textDeliveriesIn(textWording({ publicUrl: 'https://omr.gov.ua', phoneOf, codeMessage: async () => null }));
    const planned = async () => {
      const { rowId, subjectId } = await anEvent([aRecipient()]);
      await planDeliveries(rowId);
      const row = async () => (await ledgerOf(subjectId))[0] ?? assert.fail('no row');
      return { id: String((await row())._id), row };
    };

    it('stands with the attempt that may have sent a text, and no longer once it certainly did not', async () => {
      await grantParts(1_000);
      const texts = deliveries();
      const { id, row } = await planned();
      await texts.claim(id);
      assert.deepEqual((await row()).cost, { line: 'appeals', on: '2026-03-03', isCode: false, kopiykas: 60 });
      await texts.notTaken(id, 'busy', 'twilio-20429');
      assert.deepEqual([(await row()).cost, (await row()).parts], [null, null]);
      passSeconds(5);
      await texts.claim(id);
      await texts.accepted(id, `SM${'3'.repeat(32)}`);
      assert.equal((await row()).cost?.kopiykas, 60);
    });

    it('keeps back what there is no money for, and says so', async () => {
      await grantParts(0);
      const { id, row } = await planned();
      assert.equal(await deliveries().claim(id), 'over');
      const { state, changes, cost, dueAt } = await row();
      assert.deepEqual([state, changes.at(-1)?.cause, cost, dueAt], ['suppressed', 'budget-ended', null, null]);
    });

    it('puts off to nine in the morning what the day has no money for', async () => {
      await grantParts(10_000);
      await claim({ line: 'appeals', on: '2026-03-03', isCode: false, kopiykas: 400_000 });
      const { id, row } = await planned();
      assert.equal(await deliveries().claim(id), 'over');
      const { state, dueAt, notBefore } = await row();
      assert.deepEqual(
        [state, dueAt?.toISOString(), notBefore.toISOString()],
        ['planned', '2026-03-04T07:00:00.000Z', '2026-03-04T07:00:00.000Z'],
      );
    });
  });
});
