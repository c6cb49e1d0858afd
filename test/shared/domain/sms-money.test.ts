import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dailySpending,
  dayLimit,
  evenPace,
  leftFor,
  likelySpending,
  lineOf,
  moneyEndsOn,
  moneyForOthers,
  priceOn,
} from '#shared/domain/sms-money.ts';
import { sms } from '#shared/texts/uk/sms.ts';

const amount = fc.integer({ min: 0, max: 100_000_000 });

describe('money for texts', () => {
  it('is paid by the line of the programme that a text belongs to', () => {
    assert.deepEqual(['otp', 'appeal.answered', 'deputy.new', 'petition.answered', 'info.fee', 'pb.won'].map(lineOf), [
      'appeals',
      'appeals',
      'deputies',
      'information',
      'information',
      'information',
    ]);
    for (const template of Object.keys(sms))
      assert.equal(lineOf(template), template.startsWith('petition.') ? 'information' : 'appeals', template);
  });

  it('keeps a fifth for codes, and lets codes take all that is there', () => {
    assert.equal(moneyForOthers(3_200_000), 2_560_000);
    assert.equal(leftFor(1_000, { codes: 0, others: 0 }, false), 800);
    assert.equal(leftFor(1_000, { codes: 0, others: 800 }, false), 0);
    assert.equal(leftFor(1_000, { codes: 0, others: 800 }, true), 200);
    assert.equal(leftFor(1_000, { codes: 150, others: 800 }, false), 0, 'the reserve is not used up');
    assert.equal(leftFor(1_000, { codes: 300, others: 600 }, false), 100, 'codes took more than their reserve');
    assert.equal(leftFor(1_000, { codes: 300, others: 700 }, true), 0);
  });

  it('is never overspent, whoever spends in what order', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9_000_000 }))), (total, texts) => {
        const spent = { codes: 0, others: 0 };
        for (const [isCode, price] of texts)
          if (leftFor(total, spent, isCode) >= price) spent[isCode ? 'codes' : 'others'] += price;
        assert.ok(spent.codes + spent.others <= total);
        assert.ok(spent.others <= moneyForOthers(total));
      }),
    );
  });

  it('is counted at the price of the day', () => {
    const prices = [
      { validFrom: '2026-07-01', kopiykas: 75 },
      { validFrom: '2026-01-01', kopiykas: 60 },
    ];
    assert.deepEqual(
      ['2025-12-31', '2026-06-30', '2026-07-01', '2027-01-01'].map((date) => priceOn(prices, date)),
      [60, 60, 75, 75],
    );
    assert.equal(priceOn([], '2026-01-01'), null);
  });

  it('goes by an even pace, of which one day takes five shares at the most', () => {
    assert.equal(evenPace(3_200_000, '2026-12-31'), 2_560_000);
    assert.equal(evenPace(3_200_000, '2026-01-01'), Math.round(2_560_000 / 365));
    assert.equal(dayLimit(3_200_000, '2026-05-05'), Math.ceil((2_560_000 * 5) / 365));
    assert.equal(dayLimit(500, '2026-05-05'), 3_000, 'little money can be spent at all');
    assert.ok(dayLimit(3_200_000, '2028-05-05') < dayLimit(3_200_000, '2026-05-05'), 'a leap year has a day more');
  });

  it('is foreseen to cost what such a day of the week did, and never to end on one that costs nothing', () => {
    const days = new Map<string, number>();
    for (let day = 2; day <= 27; day += 1) days.set(`2026-02-${String(day).padStart(2, '0')}`, day % 7 < 2 ? 0 : 70);
    const likely = likelySpending(days, '2026-03-02');
    assert.deepEqual(['2026-03-02', '2026-03-06', '2026-03-07', '2026-03-08'].map(likely), [70, 70, 0, 0]);
    assert.equal(moneyEndsOn(360, likely, '2026-03-02'), '2026-03-09', 'a Monday: the weekend takes nothing');
    assert.equal(moneyEndsOn(349, likely, '2026-03-02'), '2026-03-06');
    days.set('2026-03-02', 50);
    assert.equal(likelySpending(days, '2026-03-02')('2026-03-02'), 20, 'of today, what is still to come');
    const inJanuary = likelySpending(new Map([['2026-01-01', 40]]), '2026-01-03');
    assert.deepEqual(['2026-01-08', '2026-01-09', '2026-01-10'].map(inJanuary), [40, 0, 20]);
  });

  it('is foreseen to end by the last four weeks, or to last the year', () => {
    const days = new Map([
      ['2026-03-01', 280],
      ['2026-02-03', 1_000_000],
      ['2026-03-04', 999],
    ]);
    assert.equal(dailySpending(days, '2026-03-04'), 10, 'neither today nor what is older than 28 days');
    assert.equal(dailySpending(new Map([['2026-01-01', 40]]), '2026-01-03'), 20, 'of two days of the year');
    assert.equal(dailySpending(new Map([['2025-12-31', 40]]), '2026-01-01'), 0);
    const tenADay = () => 10;
    assert.equal(moneyEndsOn(100, tenADay, '2026-03-04'), '2026-03-14');
    assert.equal(moneyEndsOn(99, tenADay, '2026-03-04'), '2026-03-13');
    assert.equal(moneyEndsOn(0, tenADay, '2026-03-04'), '2026-03-04');
    assert.equal(moneyEndsOn(10_000, tenADay, '2026-03-04'), null);
    assert.equal(moneyEndsOn(9, tenADay, '2026-12-31'), '2026-12-31');
    assert.equal(moneyEndsOn(10, tenADay, '2026-12-31'), null);
    assert.equal(
      moneyEndsOn(10, () => 0, '2026-03-04'),
      null,
    );
  });
});
