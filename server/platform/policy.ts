import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import type { Facts } from './outbox.ts';
import { Problem } from './problem.ts';

/** In whose place a member of staff works for a time (заміщення): so much of that person's rights, in that person's department. */
export interface StandIn {
  delegationId: string;
  staffId: string;
  name: string;
  departmentId?: string;
  permissions: ReadonlySet<Permission>;
  /** The last day, in Kyiv. */
  to: LegalDate;
}
/** Who is asking, as read with the session. */
export interface Actor {
  kind: 'staff' | 'resident' | 'caseHolder' | 'system';
  id: string;
  /** Of the session that the request came with. */
  sessionId?: string;
  /** Keyed hashes of the phone that a resident proved. */
  phoneHashes?: readonly string[];
  /** The same of an e-mail address that they proved. */
  emailHashes?: readonly string[];
  /** A member of staff's own; their name and post are shown in the history to those who handle the case. */
  departmentId?: string;
  name?: string;
  post?: string;
  /** Of their own roles; rules ask `holds`, which knows of delegations too. */
  permissions: ReadonlySet<Permission>;
  /** In whose place they work today. */
  standsInFor?: readonly StandIn[];
  /** What a member of staff has to do before they may do anything else: set a password of their own, or enrol a second factor. */
  owes?: 'password' | 'totp';
  /** The cases whose access code this session gave or was given at filing: they are read whole. */
  caseIds: ReadonlySet<string>;
  /** The cases of the phone or the address that was proved, of the last twelve months: their number and state are read, no more. */
  knownCaseIds: ReadonlySet<string>;
  /** The cases that the person joined: what is public of them, and the answer. */
  joinedCaseIds: ReadonlySet<string>;
}
/** Nobody in particular: someone who has not signed in. */
export type Visitor = null;
/** True when the actor has the permission at all; a policy says on what. */
export const holds = (actor: Actor | Visitor, permission: Permission): boolean =>
  [actor, ...(actor?.standsInFor ?? [])].some((one) => one?.permissions.has(permission));
/** The departments in which the actor has the permission: their own by their own right, and those of whom they stand in for. */
export const departmentsWith = (actor: Actor | Visitor, permission: Permission): string[] =>
  [actor, ...(actor?.standsInFor ?? [])].flatMap((one) =>
    one?.departmentId !== undefined && one.permissions.has(permission) ? [one.departmentId] : [],
  );

/** Whoever asks, where they have the permission; throws for anybody else. */
export function holderOf(actor: Actor | Visitor, permission: Permission): Actor {
  if (!actor) throw new Problem('sign-in.required');
  if (!holds(actor, permission)) throw new Problem('not-allowed');
  return actor;
}
/** One sentence about who may do what to one thing; pure. */
export type Rule<Subject> = (actor: Actor | Visitor, subject: Subject) => boolean;
/** The rules for one kind of thing: who may read it, and who may use which permission on it. */
export type Policy<Subject> = Readonly<Record<string, Rule<Subject>> & { read: Rule<Subject> }>;

/** Throws unless the rule allows it. What the actor may not even read is reported as absent, not as forbidden. */
export function authorize<S, P extends Policy<S>>(
  actor: Actor | Visitor,
  policy: P,
  action: keyof P & string,
  subject: S,
): void {
  if (!policy.read(actor, subject)) throw new Problem('not-found');
  if (!policy[action]?.(actor, subject)) throw new Problem(actor ? 'not-allowed' : 'sign-in.required');
}

/** In whose place the actor does what the rule allows them by no right of their own; null where it is their own. */
function placeOf<S>(actor: Actor | Visitor, rule: Rule<S> | undefined, subject: S): StandIn | null {
  if (!actor?.standsInFor?.length || !rule) return null;
  const { standsInFor, departmentId: _, ...own } = actor;
  if (rule({ ...actor, standsInFor: [] }, subject)) return null;
  const lent = standsInFor.find(({ departmentId, permissions }) =>
    rule({ ...own, permissions, ...(departmentId !== undefined && { departmentId }) }, subject),
  );
  return lent ?? null;
}
/** In whose place the actor does this to a subject: they may do it, or read it at all, by a delegation alone. */
export const inPlaceOf = <S, P extends Policy<S>>(
  actor: Actor | Visitor,
  policy: P,
  action: keyof P & string,
  subject: S,
): StandIn | null => placeOf(actor, policy[action], subject) ?? placeOf(actor, policy.read, subject);
/** The same for what needs a permission and is about no one thing. */
export const inPlaceBy = (actor: Actor, permission: Permission): StandIn | null =>
  placeOf(actor, (one) => holds(one, permission), null);
/** What an event says of a deed in somebody's place: the delegation and who gave it. */
export const placeFacts = (place: StandIn | null | undefined): Facts =>
  place ? { delegation: place.delegationId, inPlaceOf: place.staffId } : {};
/** The id of the person in whose place a deed was done, as its event says; null for one's own. */
export const placeIn = ({ inPlaceOf: whom }: Facts): string | null => (typeof whom === 'string' ? whom : null);
