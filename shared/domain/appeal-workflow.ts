import type { Move } from './workflow.ts';

/** The states in which an appeal waits for something of the city's; the law's clock runs in all of them. */
const OPEN_APPEAL_STATUSES = [
  'submitted',
  'registered',
  'assigned',
  'in_progress',
  'on_site_check',
  'answer_review',
  'reopened',
] as const;
/** How an appeal can end without an answer on the merits (Law 393/96-ВР, arts. 5, 7, 8, 17). */
const ENDS_UNANSWERED = [
  'forwarded',
  'returned_formal',
  'returned_insufficient',
  'not_considered_anonymous',
  'not_considered_repeat',
  'not_considered_late',
  'not_considered_incapacity',
] as const;
/** The states of a citizen's appeal (Law 393/96-ВР, arts. 5, 7, 8, 15, 17, 18, 20). */
export const APPEAL_STATUSES = [
  ...OPEN_APPEAL_STATUSES,
  'answered',
  'closed',
  ...ENDS_UNANSWERED,
  'withdrawn',
  'merged',
] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

type M = Move<AppealStatus>;
type Row = [
  M['from'],
  M['verb'],
  M['to'],
  M['permission'],
  M['input'],
  M['clock'],
  `appeal.${string}`,
  ground?: string,
];
const row = (...[from, verb, to, permission, input, clock, event, ground]: Row): M => {
  return { from, verb, to, permission, input, clock, event, ...(ground !== undefined && { ground }) };
};
/** The same arrow from each of several states; `to` null leaves a case where it is. */
const each = (from: readonly AppealStatus[], verb: Row[1], to: Row[2] | null, ...rest: Tail): M[] =>
  from.map((status) => row(status, verb, to ?? status, ...rest));
type Tail = [Row[3], Row[4], Row[5], Row[6], Row[7]?];
const IN_HAND = ['assigned', 'in_progress', 'on_site_check', 'answer_review', 'reopened'] as const;
const REGISTERED = ['registered', ...IN_HAND] as const;

/**
 * The life of an appeal (design over Law 393/96-ВР). The head's signature is what makes an answer and meets the clock
 * (art. 15(3)); a term is prolonged only while it runs (art. 20); reopening starts a new term. Where a verb leads to several
 * states, the ground that its input names decides.
 */
export const APPEAL_WORKFLOW: readonly M[] = [
  row('submitted', 'register', 'registered', 'case.register', 'questionGroup', 'none', 'appeal.registered'),
  row('registered', 'assign', 'assigned', 'case.assign', 'departmentId', 'none', 'appeal.assigned'),
  row('assigned', 'assign', 'assigned', 'case.assign', 'departmentId', 'none', 'appeal.assigned'),
  row('reopened', 'assign', 'assigned', 'case.assign', 'departmentId', 'none', 'appeal.assigned'),
  row('assigned', 'accept', 'in_progress', 'case.work', 'nothing', 'none', 'appeal.accepted'),
  row('assigned', 'decline', 'registered', 'case.work', 'reasonCode', 'none', 'appeal.declined'),
  row('in_progress', 'inspect', 'on_site_check', 'case.work', 'nothing', 'none', 'appeal.inspection-begun'),
  row('on_site_check', 'report', 'in_progress', 'case.work', 'inspection', 'none', 'appeal.inspected'),
  row('in_progress', 'extend', 'in_progress', 'case.extend', 'extension', 'extended', 'appeal.extended'),
  row('in_progress', 'ask', 'in_progress', 'case.work', 'inquiry', 'none', 'appeal.asked'),
  ...each(REGISTERED, 'reply', null, 'case.own', 'reply', 'none', 'appeal.replied'),
  row('in_progress', 'interim', 'in_progress', 'case.work', 'interim', 'none', 'appeal.interim'),
  row('in_progress', 'draft', 'answer_review', 'case.work', 'answer', 'none', 'appeal.drafted'),
  row('answer_review', 'rework', 'in_progress', 'case.control', 'reasonCode', 'none', 'appeal.reworked'),
  row('answer_review', 'answer', 'answered', 'case.sign', 'signature', 'met', 'appeal.answered'),
  row('answered', 'keep', 'answered', 'case.control', 'nothing', 'none', 'appeal.promise-kept'),
  row('answered', 'postpone', 'answered', 'case.control', 'promise', 'none', 'appeal.postponed'),
  row('answered', 'close', 'closed', 'case.control', 'nothing', 'none', 'appeal.closed'),

  row('registered', 'forward', 'forwarded', 'case.forward', 'forwarding', 'met', 'appeal.forwarded'),
  row('registered', 'return', 'returned_formal', 'case.forward', 'returning', 'met', 'appeal.returned', 'formal'),
  row(
    'registered',
    'return',
    'returned_insufficient',
    'case.forward',
    'returning',
    'met',
    'appeal.returned',
    'insufficient',
  ),
  ...(['anonymous', 'repeat', 'late', 'incapacity'] as const).map((ground) =>
    row(
      'registered',
      'terminate',
      `not_considered_${ground}`,
      'case.decide',
      'termination',
      'met',
      'appeal.terminated',
      ground,
    ),
  ),
  ...each(['answered', 'closed'], 'reopen', 'reopened', 'case.control', 'reasonCode', 'anew', 'appeal.reopened'),
  ...each(ENDS_UNANSWERED, 'reopen', 'reopened', 'case.control', 'reasonCode', 'anew', 'appeal.reopened'),

  ...each(OPEN_APPEAL_STATUSES, 'withdraw', 'withdrawn', 'case.own', 'explanation', 'met', 'appeal.withdrawn'),
  ...each(REGISTERED, 'merge', 'merged', 'case.merge', 'primaryNumber', 'none', 'appeal.merged'),
  row('merged', 'unmerge', 'before', 'case.merge', 'nothing', 'none', 'appeal.unmerged'),
  ...each(['registered', 'assigned', 'in_progress'], 'split', null, 'case.forward', 'part', 'none', 'appeal.split'),
  ...each(REGISTERED, 'reclassify', null, 'case.reclassify', 'reclassification', 'none', 'appeal.reclassified'),
  ...each(
    ['registered', 'assigned', 'in_progress'],
    'transfer',
    null,
    'case.reclassify',
    'explanation',
    'administrative',
    'appeal.transferred',
  ),
  ...each(REGISTERED, 'control', null, 'case.control', 'control', 'none', 'appeal.control-set'),
  ...each(APPEAL_STATUSES, 'publish', null, 'case.publish', 'publication', 'none', 'appeal.published'),
  ...each(APPEAL_STATUSES, 'hide', null, 'case.publish', 'reasonCode', 'none', 'appeal.hidden'),
];
