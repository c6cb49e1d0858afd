import type { Permission } from './permissions.ts';

/** What can be done to a case. A regime's table says when. */
export const VERBS = [
  'register',
  'assign',
  'accept',
  'decline',
  'draft',
  'rework',
  'answer',
  'close',
  'reopen',
  'publish',
  'hide',
] as const;
export type Verb = (typeof VERBS)[number];

/** What a move does to the legal clock: nothing, the duty is met, or a new term runs from today. */
export type ClockEffect = 'none' | 'met' | 'anew';
/** The one thing a move cannot do without, by its name in the request. */
export type MoveInput =
  | 'nothing'
  | 'questionGroup'
  | 'departmentId'
  | 'answer'
  | 'signature'
  | 'reasonCode'
  | 'publication';
/** `<regime>.<past tense>`. */
export type EventKind = `${string}.${string}`;

/** One arrow of a workflow. A verb has the same permission wherever it stands, so that 403 can come before 409. */
export interface Move<Status extends string = string> {
  from: Status;
  verb: Verb;
  to: Status;
  permission: Permission;
  input: MoveInput;
  clock: ClockEffect;
  event: EventKind;
}
/** All arrows of one regime; any pair (from, verb) that is not listed is refused. */
export type Workflow = readonly Move[];
