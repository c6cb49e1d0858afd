import type { Permission } from './permissions.ts';

/** What can be done to a case. A regime's table says when. */
export const VERBS = [
  'register',
  'assign',
  'accept',
  'decline',
  'inspect',
  'report',
  'extend',
  'ask',
  'reply',
  'interim',
  'draft',
  'rework',
  'answer',
  'keep',
  'postpone',
  'close',
  'reopen',
  'forward',
  'return',
  'terminate',
  'withdraw',
  'merge',
  'unmerge',
  'split',
  'reclassify',
  'transfer',
  'control',
  'publish',
  'hide',
] as const;
export type Verb = (typeof VERBS)[number];

/**
 * What a move does to the legal clock: nothing, the duty is met, a new term runs from today, the term that runs is prolonged
 * (art. 20 of Law 393/96-ВР), or it is that of administrative procedure from the day of receipt (art. 12(2), Law 2073-IX).
 */
export type ClockEffect = 'none' | 'met' | 'anew' | 'extended' | 'administrative';
/** The one thing a move cannot do without, by its name in the request. */
export type MoveInput =
  | 'nothing'
  | 'questionGroup'
  | 'departmentId'
  | 'inspection'
  | 'extension'
  | 'inquiry'
  | 'reply'
  | 'interim'
  | 'answer'
  | 'signature'
  | 'promise'
  | 'forwarding'
  | 'returning'
  | 'termination'
  | 'explanation'
  | 'primaryNumber'
  | 'part'
  | 'reclassification'
  | 'control'
  | 'reasonCode'
  | 'publication';
/** `<regime>.<past tense>`. */
export type EventKind = `${string}.${string}`;
/** What a verb may need: a permission of staff, or to be who the case belongs to, or who enters that person's paper. */
export type MovePermission = Permission | 'case.own';

/** One arrow of a workflow of any subject. A verb has the same permission wherever it stands, so that 403 can come before 409. */
export interface Arrow<Status extends string = string, V extends string = string, P extends string = string> {
  from: Status;
  verb: V;
  to: string;
  permission: P;
  event: EventKind;
  /** Which of several arrows of a verb this is, as the request's input names it. */
  ground?: string;
}
/** One arrow of a case's workflow. */
export interface Move<Status extends string = string> extends Arrow<Status, Verb, MovePermission> {
  /** `before` is the state in which the case was when it was merged into another. */
  to: Status | 'before';
  input: MoveInput;
  clock: ClockEffect;
}
/** All arrows of one regime; any pair (from, verb) that is not listed is refused. */
export type Workflow = readonly Move[];
