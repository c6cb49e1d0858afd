import type { AnswerResult } from './appeal.ts';
import type { AppealStatus } from './appeal-workflow.ts';
import type { LegalDate } from './legal-clock/legal-date.ts';

/** Section 9 of the classifier of appeals (CMU 858): resolved, refused, explained, returned, forwarded, not subject to consideration. */
export const RESULT_CODES = ['9.1', '9.2', '9.3', '9.4', '9.5', '9.6'] as const;
export type ResultCode = (typeof RESULT_CODES)[number];
/** What a signed answer comes to, by the classifier. */
export const CODE_OF_RESULT: Readonly<Record<AnswerResult, ResultCode>> = {
  resolved: '9.1',
  refused: '9.2',
  explained: '9.3',
};
/** How a case that ended without an answer on the merits is counted (Law 393/96-ВР, arts. 5, 7, 8, 17). */
export const CODE_OF_STATUS: Readonly<Partial<Record<AppealStatus, ResultCode>>> = {
  returned_formal: '9.4',
  returned_insufficient: '9.4',
  forwarded: '9.5',
  not_considered_anonymous: '9.6',
  not_considered_repeat: '9.6',
  not_considered_late: '9.6',
  not_considered_incapacity: '9.6',
};
/** The states in which the signed answer stands; a case that was reopened has no result until the next one. */
export const STATUSES_WITH_ANSWER = ['answered', 'closed', 'merged'] as const satisfies readonly AppealStatus[];

/** Section 1 of the classifier: the rows of the quarterly table; `1.1.1` (by phone) is a part of `1.1`. */
export const RECEIPT_FORMS = ['1.1', '1.1.1', '1.2', '1.3', '1.4', '1.5', '1.6'] as const;
export type ReceiptForm = (typeof RECEIPT_FORMS)[number];

/**
 * Groups of authors by section 7 of the classifier, as the quarterly table (`heroes`, `protected`) and the comparison of half-years
 * ask for them; an appeal is counted once in each group, however many of its categories it names.
 */
export const AUTHOR_GROUPS = {
  heroes: ['7.3', '7.16', '7.17', '7.18'],
  protected: ['7.1', '7.2', '7.4', '7.5', '7.6', '7.7', '7.8', '7.9', '7.10', '7.11', '7.12', '7.13', '7.14', '7.15'],
  ofWar: ['7.1', '7.3', '7.4', '7.5'],
  withDisability: ['7.7', '7.8', '7.9'],
  labourVeterans: ['7.6'],
  childrenOfWar: ['7.2'],
  families: ['7.11', '7.12', '7.13'],
  ofChornobyl: ['7.14', '7.15'],
} as const;
export type AuthorGroup = keyof typeof AUTHOR_GROUPS;

/** What is counted of any set of registered appeals. */
export const FIGURES = [
  'total',
  'collective',
  'repeated',
  'heroes',
  'protected',
  'proposal',
  'application',
  'complaint',
  'resolved',
  'refused',
  'explained',
  'returned',
  'forwarded',
  'notSubject',
  'people',
  'byPost',
  'atReception',
  'ofWar',
  'withDisability',
  'labourVeterans',
  'childrenOfWar',
  'families',
  'ofChornobyl',
] as const;
export type Figure = (typeof FIGURES)[number];
/** One count of each. */
export type Figures = Record<Figure, number>;

/** The groups of questions that the comparison of half-years names one by one (CMU 858, part II); the rest are counted together. */
export const COMPARED_GROUPS = [2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 18, 20, 21, 22, 24] as const;

/** How a promise of a signed answer stands: kept by its date or after it, waited for, or past its date. */
export const PROMISE_STATES = ['kept', 'late', 'ahead', 'broken'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
/** Where a promise stands on a day. */
export const promiseState = (
  { on, keptOn }: { on: LegalDate; keptOn: LegalDate | null },
  today: LegalDate,
): PromiseState => {
  if (keptOn) return keptOn <= on ? 'kept' : 'late';
  return today <= on ? 'ahead' : 'broken';
};

/** Days in Kyiv from the first to the last, both within. */
export interface Period {
  from: LegalDate;
  to: LegalDate;
}
const months = (year: number, first: number, count: number): Period => {
  const dateOf = (month: number, day: number): LegalDate =>
    new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  return { from: dateOf(first, 1), to: dateOf(first + count, 0) };
};
/** A quarter of a year, 1 to 4. */
export const quarterOf = (year: number, quarter: number): Period => months(year, (quarter - 1) * 3, 3);

/** What is compared with the same part of the year before. */
export const YEAR_PARTS = ['first-half', 'second-half', 'year'] as const;
export type YearPart = (typeof YEAR_PARTS)[number];
/** A half of a year, or the whole. */
export const partOf = (year: number, part: YearPart): Period =>
  part === 'year' ? months(year, 0, 12) : months(year, part === 'first-half' ? 0 : 6, 6);
