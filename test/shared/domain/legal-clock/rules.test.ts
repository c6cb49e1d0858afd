import assert from 'node:assert/strict';
import type { LegalValues } from '#shared/domain/legal-clock/legal-values.ts';
import { reckon, reckonHours } from '#shared/domain/legal-clock/reckon.ts';
import { cite, isDayRule, isHourRule, RULE_IDS, RULES, type RuleId } from '#shared/domain/legal-clock/rules.ts';
import { clock as en } from '#shared/texts/en/clock.ts';
import { clock as uk } from '#shared/texts/uk/clock.ts';
import { CALENDARS, values } from '../../../support/legal-calendars.ts';

/** What each act says, as read in its text. */
const STATUTES: Record<RuleId, [kind: string, amount: number, roll: string, source: string]> = {
  'appeal.days15': ['calendarDays', 15, 'forward', 'Закон № 393/96-ВР, ст. 20'],
  'appeal.month': ['months', 1, 'forward', 'Закон № 393/96-ВР, ст. 20'],
  'appeal.max45': ['calendarDays', 45, 'back', 'Закон № 393/96-ВР, ст. 20'],
  'appeal.forward': ['calendarDays', 5, 'forward', 'Закон № 393/96-ВР, ст. 7'],
  'appeal.returnFormal': ['calendarDays', 10, 'forward', 'Закон № 393/96-ВР, ст. 5'],
  'appeal.returnInsufficient': ['calendarDays', 5, 'forward', 'Закон № 393/96-ВР, ст. 7'],
  'admin.days30': ['calendarDays', 30, 'forward', 'Закон № 2073-IX, ст. 33, 34'],
  'admin.extension15': ['calendarDays', 15, 'forward', 'Закон № 2073-IX, ст. 33, 34'],
  'petition.moderation': ['workingDays', 2, 'forward', 'Закон № 393/96-ВР, ст. 23-1'],
  'petition.collection': ['months', 3, 'none', 'Закон № 393/96-ВР, ст. 23-1'],
  'petition.reviewNotice': ['workingDays', 3, 'forward', 'Закон № 393/96-ВР, ст. 23-1'],
  'petition.reviewNoticeFromNgo': ['workingDays', 2, 'forward', 'Закон № 393/96-ВР, ст. 23-1'],
  'petition.review': ['workingDays', 10, 'forward', 'Закон № 393/96-ВР, ст. 23-1'],
  'petition.answerPublish': ['workingDays', 1, 'forward', 'Закон № 393/96-ВР, ст. 23-1'],
  'info.answer': ['workingDays', 5, 'forward', 'Закон № 2939-VI, ст. 20'],
  'info.urgent': ['hours', 48, 'none', 'Закон № 2939-VI, ст. 20'],
  'info.extended': ['workingDays', 20, 'forward', 'Закон № 2939-VI, ст. 20'],
  'info.extensionNotice': ['workingDays', 5, 'forward', 'Закон № 2939-VI, ст. 20'],
  'deputy.answer': ['calendarDays', 10, 'forward', 'Закон № 93-IV, ст. 13'],
  'deputy.study': ['months', 1, 'forward', 'Закон № 93-IV, ст. 13'],
  'consultation.minimum': ['workingDays', 15, 'forward', 'Закон № 3841-IX'],
};

describe('legal clock: the table of rules', () => {
  it('has every rule of the public list and no other', () => {
    assert.deepEqual([...RULE_IDS].sort(), Object.keys(STATUTES).sort());
  });
  for (const [rule, [kind, amount, roll, source]] of Object.entries(STATUTES))
    it(`${rule} says what its act says`, () => {
      const found = RULES[rule as RuleId];
      assert.deepEqual(found.term(values), { kind, amount });
      assert.deepEqual([found.roll(values), cite(found.source)], [roll, source]);
    });
  it('tells days from hours, and neither from what every object has', () => {
    assert.ok(isDayRule('appeal.month') && !isDayRule('info.urgent') && isHourRule('info.urgent'));
    for (const id of ['', 'appeal', 'constructor', '__proto__', 'toString', 'APPEAL.MONTH'])
      assert.ok(!isDayRule(id) && !isHourRule(id), id);
  });
  it('has words for every rule, law and kind of term in both languages', () => {
    for (const words of [uk, en]) {
      assert.deepEqual(Object.keys(words.rules).sort(), [...RULE_IDS].sort());
      for (const rule of RULE_IDS) {
        const { term, source } = RULES[rule];
        assert.ok(words.acts[source.act] && words.terms[term(values).kind] && words.steps[term(values).kind]);
      }
    }
  });
});

describe('legal clock: other numbers give other terms', () => {
  const { martial, peacetime } = CALENDARS;
  const amended = (change: Partial<LegalValues>): LegalValues => ({ ...values, ...change });
  it('reads the amount from the settings', () => {
    const longer = amended({ appeal: { ...values.appeal, month: 2, days15: 20 } });
    assert.equal(reckon('appeal.month', '2026-03-02', longer, martial).dueRaw, '2026-05-02');
    assert.equal(reckon('appeal.days15', '2026-03-02', longer, martial).dueRaw, '2026-03-22');
    const urgent = amended({ infoRequest: { ...values.infoRequest, urgentHours: 24 } });
    const { dueLegal } = reckonHours('info.urgent', new Date('2026-03-02T08:00:00Z'), urgent);
    assert.equal(dueLegal, '2026-03-03T08:00:00.000Z');
  });
  it('reads from the settings whether appeals and their cap go on or back', () => {
    const turned = amended({ appeal: { ...values.appeal, roll: 'back', maxDaysRoll: 'forward' } });
    assert.equal(reckon('appeal.month', '2026-07-24', turned, peacetime).dueLegal, '2026-08-21');
    assert.equal(reckon('appeal.max45', '2026-07-10', turned, peacetime).dueLegal, '2026-08-25');
  });
  it('counts terms of administrative procedure in working days up to ten, in calendar days above', () => {
    const of = (days: number) => {
      const settings = amended({ admin: { days, extensionDays: days } });
      return (['admin.days30', 'admin.extension15'] as const).map(
        (rule) => reckon(rule, '2026-03-02', settings, martial).dueRaw,
      );
    };
    assert.deepEqual(of(10), ['2026-03-16', '2026-03-16']);
    assert.deepEqual(of(11), ['2026-03-13', '2026-03-13']);
  });
  it('collects signatures for days where the charter says days', () => {
    const kyiv = amended({ petition: { ...values.petition, collect: { days: 60 } } });
    const { dueRaw, dueLegal, dueInternal } = reckon('petition.collection', '2026-03-03', kyiv, peacetime);
    assert.deepEqual([dueRaw, dueLegal, dueInternal], ['2026-05-02', '2026-05-02', '2026-05-02']);
  });
});
