import type { Permission } from '#shared/domain/permissions.ts';
import { Problem } from './problem.ts';

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
  permissions: ReadonlySet<Permission>;
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
  actor?.permissions.has(permission) ?? false;

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
