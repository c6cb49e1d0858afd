import type { LegalValues, Roll } from './legal-values.ts';

/** How a term is counted, and how much of it there is. */
export interface Term {
  kind: 'calendarDays' | 'workingDays' | 'months' | 'hours';
  amount: number;
}
/** The article of law that sets a term; `article` is null where the whole act is meant. */
export interface Source {
  act: '393/96-ВР' | '2939-VI' | '93-IV' | '2073-IX' | '3841-IX';
  article: string | null;
}
/** One term of law. `term` and `roll` are read from the dated settings; `none` is kept to the day, even when that is a day off. */
export interface Rule {
  term: (values: LegalValues) => Term;
  roll: (values: LegalValues) => Roll | 'none';
  source: Source;
}

type Amount = (values: LegalValues) => number;
const forward = () => 'forward' as const;
const appealRoll = ({ appeal }: LegalValues) => appeal.roll;
const byAppeals = (article: string): Source => ({ act: '393/96-ВР', article });
const byInfo: Source = { act: '2939-VI', article: '20' };

/** Working days end on a working day by themselves, so they never roll. */
const workingDays = (amount: Amount, source: Source): Rule => ({
  term: (values) => ({ kind: 'workingDays', amount: amount(values) }),
  roll: forward,
  source,
});
const calendarDays = (amount: Amount, source: Source, roll: Rule['roll'] = forward): Rule => ({
  term: (values) => ({ kind: 'calendarDays', amount: amount(values) }),
  roll,
  source,
});
const months = (amount: Amount, source: Source, roll: Rule['roll'] = forward): Rule => ({
  term: (values) => ({ kind: 'months', amount: amount(values) }),
  roll,
  source,
});
const LONGEST_IN_WORKING_DAYS = 10;
/** Terms of administrative procedure: up to ten days are working days, longer ones calendar days (Law 2073-IX, arts. 33, 34). */
const admin = (amount: Amount): Rule => ({
  term: (values) => {
    const days = amount(values);
    return { kind: days <= LONGEST_IN_WORKING_DAYS ? 'workingDays' : 'calendarDays', amount: days };
  },
  roll: forward,
  source: { act: '2073-IX', article: '33, 34' },
});

/** Every term that is counted in days or months, from the day after its start (Civil Code, art. 253). */
export const DAY_RULES = {
  'appeal.days15': calendarDays(({ appeal }) => appeal.days15, byAppeals('20'), appealRoll),
  'appeal.month': months(({ appeal }) => appeal.month, byAppeals('20'), appealRoll),
  'appeal.max45': calendarDays(
    ({ appeal }) => appeal.maxDays,
    byAppeals('20'),
    ({ appeal }) => appeal.maxDaysRoll,
  ),
  'appeal.forward': calendarDays(({ appeal }) => appeal.forwardDays, byAppeals('7'), appealRoll),
  'appeal.returnFormal': calendarDays(({ appeal }) => appeal.returnFormalDays, byAppeals('5'), appealRoll),
  'appeal.returnInsufficient': calendarDays(({ appeal }) => appeal.returnInsufficientDays, byAppeals('7'), appealRoll),
  'admin.days30': admin((values) => values.admin.days),
  'admin.extension15': admin((values) => values.admin.extensionDays),
  'petition.moderation': workingDays(({ petition }) => petition.moderationWd, byAppeals('23-1')),
  'petition.collection': {
    term: ({ petition: { collect } }) =>
      'months' in collect ? { kind: 'months', amount: collect.months } : { kind: 'calendarDays', amount: collect.days },
    roll: () => 'none',
    source: byAppeals('23-1'),
  },
  'petition.reviewNotice': workingDays(({ petition }) => petition.reviewNoticeWd, byAppeals('23-1')),
  'petition.reviewNoticeFromNgo': workingDays(({ petition }) => petition.reviewNoticeFromNgoWd, byAppeals('23-1')),
  'petition.review': workingDays(({ petition }) => petition.reviewWd, byAppeals('23-1')),
  'petition.answerPublish': workingDays(({ petition }) => petition.answerPublishWd, byAppeals('23-1')),
  'info.answer': workingDays(({ infoRequest }) => infoRequest.answerWd, byInfo),
  'info.extended': workingDays(({ infoRequest }) => infoRequest.extendedWd, byInfo),
  'info.extensionNotice': workingDays(({ infoRequest }) => infoRequest.extensionNoticeWd, byInfo),
  'deputy.answer': calendarDays(({ deputy }) => deputy.answerDays, { act: '93-IV', article: '13' }),
  'deputy.study': months(({ deputy }) => deputy.studyMonths, { act: '93-IV', article: '13' }),
  'consultation.minimum': workingDays(({ consultation }) => consultation.minWd, { act: '3841-IX', article: null }),
} as const satisfies Record<string, Rule>;

/** Every term that is counted in hours, from the very moment; it never rolls. */
export const HOUR_RULES = {
  'info.urgent': {
    term: ({ infoRequest }) => ({ kind: 'hours', amount: infoRequest.urgentHours }),
    roll: () => 'none',
    source: byInfo,
  },
} as const satisfies Record<string, Rule>;

export type DayRuleId = keyof typeof DAY_RULES;
export type HourRuleId = keyof typeof HOUR_RULES;
export type RuleId = DayRuleId | HourRuleId;

/** True for the id of a term that is counted in days or months. */
export const isDayRule = (id: string): id is DayRuleId => Object.hasOwn(DAY_RULES, id);
/** True for the id of a term that is counted in hours. */
export const isHourRule = (id: string): id is HourRuleId => Object.hasOwn(HOUR_RULES, id);
/** Every term of law that the clock knows, by its id. */
export const RULES: Readonly<Record<RuleId, Rule>> = { ...DAY_RULES, ...HOUR_RULES };
/** The ids of every term, in the order of the tables. */
export const RULE_IDS = Object.keys(RULES) as RuleId[];

/** A source as it is cited in Ukrainian: `Закон № 393/96-ВР, ст. 20`. */
export const cite = ({ act, article }: Source): string => `Закон № ${act}${article ? `, ст. ${article}` : ''}`;
