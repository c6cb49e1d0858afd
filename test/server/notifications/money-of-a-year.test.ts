import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { BudgetModel } from '#server/notifications/budget/budget.model.ts';
import { partPriceOn } from '#server/notifications/budget/budget.queries.ts';
import { linesMoney } from '#server/notifications/budget/money.view.ts';
import { purse } from '#server/notifications/budget/purse.ts';
import { spentOf } from '#server/notifications/budget/spent.queries.ts';
import { type DeliveryCost, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { addCalendarDays, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { leftFor, lineOf, moneyForOthers } from '#shared/domain/sms-money.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { foreseenOn, type SpentYear, spendYear } from '../../support/spend-year.ts';
import { type YearText, yearOfTexts } from '../../support/year-of-texts.ts';

const [AMOUNT, PRICE] = [3_200_000, 60];
const daysApart = (one: LegalDate, other: LegalDate): number =>
  Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
const costOf = ({ on, template, isCode, parts }: YearText): DeliveryCost => ({
  ...{ line: lineOf(template), on, isCode },
  kopiykas: parts * PRICE,
});

describe('notifications: the money for texts in a year of 90,000 cases', function years() {
  this.timeout(120_000);
  /** The evening of so many days before the stop, and by how many days what it foresees may be wrong: measured, not wished. */
  const HONEST = [
    { before: 28, days: 3 },
    { before: 14, days: 3 },
    { before: 7, days: 0 },
    { before: 1, days: 0 },
  ] as const;

  it('lasts where two in five want texts: nobody is stopped, no day is too busy, and codes keep to their reserve', async () => {
    const texts = await yearOfTexts(0.4);
    const { stoppedOn, unsent, mostWaiting, spent, paid } = spendYear(texts, AMOUNT, PRICE);
    assert.deepEqual(
      { stoppedOn, unsent, mostWaiting },
      { stoppedOn: null, unsent: { codes: 0, others: 0 }, mostWaiting: 0 },
    );
    assert.equal(paid.length, texts.length);
    assert.ok(spent.others <= moneyForOthers(AMOUNT), `${spent.others}`);
    assert.ok(spent.codes <= AMOUNT - moneyForOthers(AMOUNT), `${spent.codes}`);
    assert.ok(texts.length > 50_000, 'a year of texts, not a sample');
    assert.ok(
      texts.every(({ parts }) => parts === 1),
      'every text of the default set is one part',
    );
  });

  for (const optIn of [0.6, 0.7, 0.8, 0.9, 1])
    it(`ends where ${optIn * 100} % want texts, on the day that was foreseen`, async () => {
      const year = spendYear(await yearOfTexts(optIn), AMOUNT, PRICE);
      const stop = year.stoppedOn ?? assert.fail('it did not end');
      assert.equal(year.unsent.codes, 0, 'codes go on to the end of the year');
      assert.ok(year.paid.some(({ isCode, on }) => isCode && on > stop));
      assert.ok(year.unsent.others > 0);
      assert.ok(
        year.paid.every(({ isCode, on }) => isCode || on <= stop),
        'no other text goes after the stop',
      );
      assert.ok(year.spent.codes + year.spent.others <= AMOUNT);
      for (const { before, days } of HONEST) {
        const on = addCalendarDays(stop, -before);
        const foreseen = foreseenOn(year, AMOUNT, PRICE, on) ?? assert.fail(`on ${on} it was to last the year`);
        assert.ok(daysApart(foreseen, stop) <= days, `${before} days before ${stop} it was to end on ${foreseen}`);
      }
    });

  describe('in the ledger, where four in five want texts', () => {
    useDatabase();
    useClock();
    let year: SpentYear;
    let stop: LegalDate;
    const insert = (texts: readonly YearText[]) =>
      DeliveryModel.collection.insertMany(
        texts.map((text) => ({ eventId: new Types.ObjectId(), template: text.template, cost: costOf(text) })),
      );
    /** Pays by a real purse, as a claim of the worker does. */
    const pay = (own: ReturnType<typeof purse>, text: YearText) =>
      own.spend(text, async (cost) => {
        await DeliveryModel.collection.insertOne({ eventId: new Types.ObjectId(), template: text.template, cost });
        return true;
      });
    before(async () => {
      year = spendYear(await yearOfTexts(0.8), AMOUNT, PRICE);
      stop = year.stoppedOn ?? assert.fail('it did not end');
      await insert(year.paid.filter(({ on }) => on < stop));
    });

    it('has the amount and the price that the year was reckoned with', async () => {
      assert.equal((await BudgetModel.findOne({ line: 'appeals' }).lean())?.kopiykas, AMOUNT);
      assert.equal(await partPriceOn(stop), PRICE);
    });

    it('says in the evening before that the money ends tomorrow', async () => {
      setClock(`${addCalendarDays(stop, -1)}T18:00:00Z`);
      const money = (await linesMoney()).find(({ line }) => line === 'appeals');
      assert.deepEqual([money?.endsOn, money?.state], [stop, 'warning']);
      assert.equal(money?.endsOn, foreseenOn(year, AMOUNT, PRICE, addCalendarDays(stop, -1)));
    });

    it('stops at the very text that was reckoned, and lets codes go on', async () => {
      setClock(`${stop}T07:00:00Z`);
      const ofOthers = year.ofLastDay.filter(({ isCode }) => !isCode);
      const unsent = ofOthers[(year.days.get(stop) ?? 0) / PRICE] ?? assert.fail('all of the day were sent');
      // A grant costs the ledger a sum: all but the last texts that there is money for are written as paid.
      const ahead = year.ofLastDay.indexOf(unsent) - 12;
      assert.ok(ahead > 0);
      await insert(year.ofLastDay.slice(0, ahead));
      let rest = leftFor(AMOUNT, await spentOf('appeals', stop), false);
      const [answers, reckoned]: [string[], string[]] = [[], []];
      const own = purse();
      for (const text of year.ofLastDay.slice(ahead, ahead + 18)) {
        const paid = await pay(own, text);
        answers.push(`${text.template} ${typeof paid === 'string' ? paid : 'paid'}`);
        const isPaid = text.isCode || rest >= text.parts * PRICE;
        if (isPaid && !text.isCode) rest -= text.parts * PRICE;
        reckoned.push(`${text.template} ${isPaid ? 'paid' : 'budget-ended'}`);
      }
      assert.deepEqual(answers, reckoned);
      assert.ok(answers.some((answer) => answer.endsWith('budget-ended')));
      const after = await spentOf('appeals', stop);
      assert.equal(after.others, year.spent.others);
      assert.ok(leftFor(AMOUNT, after, false) < PRICE);
      const code = year.paid.find(({ isCode }) => isCode) ?? assert.fail();
      assert.equal(await pay(purse(), code), true);
      assert.equal((await linesMoney()).find(({ line }) => line === 'appeals')?.state, 'ended');
    });
  });
});
