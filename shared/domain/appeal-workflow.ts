import type { Move } from './workflow.ts';

/** The states of a citizen's appeal (Law 393/96-ВР, arts. 7, 15, 18, 20). */
const APPEAL_STATUSES = [
  'submitted',
  'registered',
  'assigned',
  'in_progress',
  'answer_review',
  'answered',
  'closed',
  'reopened',
] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

type M = Move<AppealStatus>;
type Row = [M['from'], M['verb'], M['to'], M['permission'], M['input'], M['clock'], `appeal.${string}`];
const row = (...[from, verb, to, permission, input, clock, event]: Row): M => {
  return { from, verb, to, permission, input, clock, event };
};
/** What is shown of a case changes at any time and moves nothing else. */
const aside = (verb: 'publish' | 'hide', input: M['input'], event: Row[6]): M[] =>
  APPEAL_STATUSES.map((status) => row(status, verb, status, 'case.publish', input, 'none', event));

/**
 * The life of an appeal. The head's signature is what makes an answer and meets the clock (Law 393/96-ВР, art. 15(3));
 * reopening starts a new term.
 */
export const APPEAL_WORKFLOW: readonly M[] = [
  row('submitted', 'register', 'registered', 'case.register', 'questionGroup', 'none', 'appeal.registered'),
  row('registered', 'assign', 'assigned', 'case.assign', 'departmentId', 'none', 'appeal.assigned'),
  row('assigned', 'accept', 'in_progress', 'case.work', 'nothing', 'none', 'appeal.accepted'),
  row('assigned', 'decline', 'registered', 'case.work', 'reasonCode', 'none', 'appeal.declined'),
  row('in_progress', 'draft', 'answer_review', 'case.work', 'answer', 'none', 'appeal.drafted'),
  row('answer_review', 'rework', 'in_progress', 'case.control', 'reasonCode', 'none', 'appeal.reworked'),
  row('answer_review', 'answer', 'answered', 'case.sign', 'signature', 'met', 'appeal.answered'),
  row('answered', 'close', 'closed', 'case.control', 'nothing', 'none', 'appeal.closed'),
  row('answered', 'reopen', 'reopened', 'case.control', 'reasonCode', 'anew', 'appeal.reopened'),
  row('closed', 'reopen', 'reopened', 'case.control', 'reasonCode', 'anew', 'appeal.reopened'),
  row('reopened', 'assign', 'assigned', 'case.assign', 'departmentId', 'none', 'appeal.assigned'),
  ...aside('publish', 'publication', 'appeal.published'),
  ...aside('hide', 'reasonCode', 'appeal.hidden'),
];
