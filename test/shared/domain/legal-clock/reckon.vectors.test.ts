import assert from 'node:assert/strict';
import { reckon, reckonHours } from '#shared/domain/legal-clock/reckon.ts';
import type { DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import { CALENDARS, values } from '../../../support/legal-calendars.ts';

const { martial, peacetime, ending } = CALENDARS;
/** `raw` where the bare count gives another date than the law; the same for both calendars unless a pair is given. */
type Both = string | readonly [martial: string, peacetime: string];
type Vector = [rule: DayRuleId, start: string, raw: string, legal: Both, internal: Both];
const one = (both: Both, i: 0 | 1) => (typeof both === 'string' ? both : both[i]);

const calendarTerms: Vector[] = [
  // Fifteen days, on and around days off.
  ['appeal.days15', '2026-03-02', '2026-03-17', '2026-03-17', '2026-03-17'],
  ['appeal.days15', '2026-03-06', '2026-03-21', '2026-03-23', '2026-03-20'],
  ['appeal.days15', '2026-03-07', '2026-03-22', '2026-03-23', '2026-03-20'],
  ['appeal.days15', '2026-02-22', '2026-03-09', ['2026-03-09', '2026-03-10'], ['2026-03-09', '2026-03-06']],
  ['appeal.days15', '2027-04-17', '2027-05-02', ['2027-05-03', '2027-05-05'], '2027-04-30'],
  ['appeal.days15', '2026-12-10', '2026-12-25', ['2026-12-25', '2026-12-28'], ['2026-12-25', '2026-12-24']],
  // A month: same day-number, short months, holidays, years.
  ['appeal.month', '2026-03-02', '2026-04-02', '2026-04-02', '2026-04-02'],
  ['appeal.month', '2026-07-24', '2026-08-24', ['2026-08-24', '2026-08-25'], ['2026-08-24', '2026-08-21']],
  ['appeal.month', '2026-01-31', '2026-02-28', '2026-03-02', '2026-02-27'],
  ['appeal.month', '2026-01-28', '2026-02-28', '2026-03-02', '2026-02-27'],
  ['appeal.month', '2024-01-31', '2024-02-29', '2024-02-29', '2024-02-29'],
  ['appeal.month', '2024-01-29', '2024-02-29', '2024-02-29', '2024-02-29'],
  ['appeal.month', '2024-02-29', '2024-03-29', '2024-03-29', '2024-03-29'],
  ['appeal.month', '2026-03-31', '2026-04-30', '2026-04-30', '2026-04-30'],
  ['appeal.month', '2026-03-12', '2026-04-12', ['2026-04-13', '2026-04-14'], '2026-04-10'],
  ['appeal.month', '2026-04-30', '2026-05-30', ['2026-06-01', '2026-06-02'], '2026-05-29'],
  ['appeal.month', '2026-12-01', '2027-01-01', ['2027-01-01', '2027-01-04'], ['2027-01-01', '2026-12-31']],
  ['appeal.month', '2026-12-31', '2027-01-31', '2027-02-01', '2027-01-29'],
  ['appeal.month', '2026-05-28', '2026-06-28', ['2026-06-29', '2026-06-30'], '2026-06-26'],
  // The cap goes back, never on.
  ['appeal.max45', '2026-03-02', '2026-04-16', '2026-04-16', '2026-04-16'],
  ['appeal.max45', '2026-03-04', '2026-04-18', '2026-04-17', '2026-04-17'],
  ['appeal.max45', '2026-03-05', '2026-04-19', '2026-04-17', '2026-04-17'],
  ['appeal.max45', '2026-02-27', '2026-04-13', ['2026-04-13', '2026-04-10'], ['2026-04-13', '2026-04-10']],
  ['appeal.max45', '2026-07-10', '2026-08-24', ['2026-08-24', '2026-08-21'], ['2026-08-24', '2026-08-21']],
  ['appeal.max45', '2027-03-20', '2027-05-04', ['2027-05-04', '2027-04-30'], ['2027-05-04', '2027-04-30']],
  ['appeal.max45', '2024-01-15', '2024-02-29', '2024-02-29', '2024-02-29'],
  // Sending on and giving back.
  ['appeal.forward', '2026-05-04', '2026-05-09', '2026-05-11', ['2026-05-08', '2026-05-07']],
  ['appeal.forward', '2026-03-02', '2026-03-07', ['2026-03-09', '2026-03-10'], '2026-03-06'],
  ['appeal.forward', '2026-03-03', '2026-03-08', ['2026-03-09', '2026-03-10'], '2026-03-06'],
  ['appeal.returnInsufficient', '2026-08-19', '2026-08-24', ['2026-08-24', '2026-08-25'], ['2026-08-24', '2026-08-21']],
  ['appeal.returnFormal', '2026-03-02', '2026-03-12', '2026-03-12', '2026-03-12'],
  ['appeal.returnFormal', '2026-09-21', '2026-10-01', ['2026-10-01', '2026-10-02'], ['2026-10-01', '2026-09-30']],
  // Administrative procedure.
  ['admin.days30', '2026-03-02', '2026-04-01', '2026-04-01', '2026-04-01'],
  ['admin.days30', '2026-01-30', '2026-03-01', '2026-03-02', '2026-02-27'],
  ['admin.days30', '2026-06-15', '2026-07-15', ['2026-07-15', '2026-07-16'], ['2026-07-15', '2026-07-14']],
  ['admin.extension15', '2026-04-01', '2026-04-16', '2026-04-16', '2026-04-16'],
  ['admin.extension15', '2026-04-10', '2026-04-25', '2026-04-27', '2026-04-24'],
  // Deputies.
  ['deputy.answer', '2026-12-22', '2027-01-01', ['2027-01-01', '2027-01-04'], ['2027-01-01', '2026-12-31']],
  ['deputy.answer', '2026-03-02', '2026-03-12', '2026-03-12', '2026-03-12'],
  ['deputy.answer', '2026-04-01', '2026-04-11', ['2026-04-13', '2026-04-14'], '2026-04-10'],
  ['deputy.study', '2026-08-31', '2026-09-30', '2026-09-30', '2026-09-30'],
  ['deputy.study', '2026-04-08', '2026-05-08', ['2026-05-08', '2026-05-11'], ['2026-05-08', '2026-05-07']],
  // Signatures are collected to the day, whatever day that is.
  ['petition.collection', '2026-11-30', '2027-02-28', '2027-02-28', '2027-02-28'],
  ['petition.collection', '2027-11-30', '2028-02-29', '2028-02-29', '2028-02-29'],
  ['petition.collection', '2026-05-24', '2026-08-24', '2026-08-24', '2026-08-24'],
  ['petition.collection', '2026-03-02', '2026-06-02', '2026-06-02', '2026-06-02'],
];
/** Working days: all three dates are one. */
const workingTerms: [rule: DayRuleId, start: string, martial: string, peacetime: string][] = [
  ['info.answer', '2026-04-30', '2026-05-07', '2026-05-11'],
  ['info.answer', '2026-03-02', '2026-03-09', '2026-03-10'],
  ['info.answer', '2026-05-02', '2026-05-08', '2026-05-11'],
  ['info.answer', '2027-04-29', '2027-05-06', '2027-05-11'],
  ['info.answer', '2026-08-22', '2026-08-28', '2026-08-31'],
  ['info.extensionNotice', '2026-04-09', '2026-04-16', '2026-04-17'],
  ['info.extended', '2025-12-15', '2026-01-12', '2026-01-14'],
  ['info.extended', '2026-04-30', '2026-05-28', '2026-06-02'],
  ['petition.moderation', '2026-08-21', '2026-08-25', '2026-08-26'],
  ['petition.moderation', '2026-08-22', '2026-08-25', '2026-08-26'],
  ['petition.reviewNotice', '2026-12-30', '2027-01-04', '2027-01-05'],
  ['petition.reviewNoticeFromNgo', '2026-03-06', '2026-03-10', '2026-03-11'],
  ['petition.reviewNoticeFromNgo', '2026-05-07', '2026-05-11', '2026-05-12'],
  ['petition.review', '2026-04-30', '2026-05-14', '2026-05-18'],
  ['petition.answerPublish', '2026-10-02', '2026-10-05', '2026-10-05'],
  ['petition.answerPublish', '2026-09-30', '2026-10-01', '2026-10-02'],
  ['petition.answerPublish', '2027-04-30', '2027-05-03', '2027-05-05'],
  ['consultation.minimum', '2026-06-01', '2026-06-22', '2026-06-22'],
  ['consultation.minimum', '2026-06-15', '2026-07-06', '2026-07-07'],
];

describe('legal clock: terms counted by hand', () => {
  for (const [rule, start, dueRaw, legal, internal] of calendarTerms)
    it(`${rule} from ${start}`, () => {
      for (const [i, calendar] of [martial, peacetime].entries()) {
        const { source, ...answer } = reckon(rule, start, values, calendar);
        const side = i as 0 | 1;
        const due = { dueRaw, dueLegal: one(legal, side), dueInternal: one(internal, side) };
        assert.deepEqual(answer, { rule, receivedOn: start, ...due });
        assert.match(source, /^Закон № /);
      }
    });
  for (const [rule, start, inWar, inPeace] of workingTerms)
    it(`${rule} from ${start}`, () => {
      for (const [due, calendar] of [
        [inWar, martial],
        [inPeace, peacetime],
      ] as const) {
        const { dueRaw, dueLegal, dueInternal } = reckon(rule, start, values, calendar);
        assert.deepEqual([dueRaw, dueLegal, dueInternal], [due, due, due]);
      }
    });
  it('a war that ends in the middle of a term is over for the days after it', () => {
    assert.equal(reckon('info.answer', '2026-06-25', values, ending).dueLegal, '2026-07-02');
    assert.equal(reckon('info.answer', '2026-07-13', values, ending).dueLegal, '2026-07-21');
    assert.equal(reckon('info.answer', '2026-07-13', values, martial).dueLegal, '2026-07-20');
    assert.equal(reckon('appeal.month', '2026-05-29', values, ending).dueLegal, '2026-06-29');
  });

  const urgent: [receivedAt: string, due: string, local: string][] = [
    ['2026-03-28T10:00+02:00', '2026-03-30T08:00:00.000Z', '2026-03-30T11:00:00+03:00'],
    ['2026-10-24T10:00+03:00', '2026-10-26T07:00:00.000Z', '2026-10-26T09:00:00+02:00'],
    ['2026-05-08T23:59:59Z', '2026-05-10T23:59:59.000Z', '2026-05-11T02:59:59+03:00'],
    ['2026-12-30T22:30:00Z', '2027-01-01T22:30:00.000Z', '2027-01-02T00:30:00+02:00'],
    ['2024-02-28T12:00:00+02:00', '2024-03-01T10:00:00.000Z', '2024-03-01T12:00:00+02:00'],
  ];
  for (const [receivedAt, due, dueLocal] of urgent)
    it(`info.urgent from ${receivedAt}`, () => {
      const answer = reckonHours('info.urgent', new Date(receivedAt), values);
      assert.deepEqual([answer.dueRaw, answer.dueLegal, answer.dueInternal], [due, due, due]);
      assert.deepEqual([answer.dueLocal, answer.receivedAt], [dueLocal, new Date(receivedAt).toISOString()]);
    });
  it('a moment is received on its date in Kyiv', () => {
    assert.equal(reckonHours('info.urgent', new Date('2026-06-30T21:30:00Z'), values).receivedOn, '2026-07-01');
  });
});
