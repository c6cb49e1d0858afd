import type { Case } from '#server/register/case.model.ts';

/** An appeal as it lies in the database. */
export type Counted = Case & { kind: string };
const kyiv = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' });
/** The day in Kyiv on which a case was received. */
export const received = ({ receivedAt }: Case): string => kyiv.format(receivedAt);

/** What becomes of some cases by hand, so that every column has something in it; the rest are as the seeds left them. */
export const FATES: readonly object[] = [
  { status: 'forwarded', result: null },
  { status: 'returned_formal', result: null },
  { status: 'returned_insufficient', result: null },
  { status: 'not_considered_repeat', result: null },
  { status: 'not_considered_anonymous', result: null },
  { status: 'withdrawn', result: null },
  { status: 'merged', result: 'refused' },
  { status: 'reopened', result: 'resolved' },
  { procedure: 'admin' },
  { 'classification.recurrence': '2.2' },
  { 'classification.receiptForm': '1.4' },
  { 'classification.authorCategories': ['7.4', '7.7'] },
  { 'classification.authorCategories': ['7.16'] },
  { 'classification.authorCategories': ['7.2', '7.14', '7.11', '7.6'] },
];

/** The result as somebody with a pencil would say it. */
function resultByHand({ status, result }: Case): string {
  if (status === 'forwarded') return 'forwarded';
  if (status.startsWith('returned')) return 'returned';
  if (status.startsWith('not_considered')) return 'notSubject';
  return ['answered', 'closed', 'merged'].includes(status) && result ? result : '';
}
/** All figures of some cases, counted with a pencil. */
export function figuresByHand(cases: readonly Counted[]): Record<string, number> {
  const count = (is: (one: Counted) => boolean): number => cases.filter(is).length;
  const of = (...codes: string[]) =>
    count(({ classification }) => (classification?.authorCategories ?? []).some((code) => codes.includes(code)));
  const results = ['resolved', 'refused', 'explained', 'returned', 'forwarded', 'notSubject'];
  return {
    total: cases.length,
    people: cases.reduce((sum, { applicants }) => sum + applicants, 0),
    collective: count(({ classification }) => classification?.subject === '5.2'),
    repeated: count(({ classification }) => classification?.recurrence === '2.2'),
    byPost: count(({ classification }) => classification?.receiptForm.startsWith('1.1') ?? false),
    atReception: count(({ classification }) => classification?.receiptForm === '1.2'),
    proposal: count(({ kind }) => kind === 'proposal'),
    application: count(({ kind }) => kind === 'application'),
    complaint: count(({ kind }) => kind === 'complaint'),
    ...Object.fromEntries(results.map((result) => [result, count((one) => resultByHand(one) === result)])),
    heroes: of('7.3', '7.16', '7.17', '7.18'),
    protected: of(...[1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((n) => `7.${n}`)),
    ofWar: of('7.1', '7.3', '7.4', '7.5'),
    withDisability: of('7.7', '7.8', '7.9'),
    labourVeterans: of('7.6'),
    childrenOfWar: of('7.2'),
    families: of('7.11', '7.12', '7.13'),
    ofChornobyl: of('7.14', '7.15'),
  };
}
