import { recordEvent } from '#server/history/index.ts';
import type { Facts } from '#server/platform/outbox.ts';
import { type Actor, placeFacts, type StandIn } from '#server/platform/policy.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { RevealReason } from '#shared/domain/reveal.ts';

/** Everything that is done to an account of staff. Nobody is written to of it. */
export const ACCOUNT_EVENTS = [
  'staff.created',
  'staff.changed',
  'staff.locked',
  'staff.unlocked',
  'staff.password-reset',
  'staff.password-changed',
  'staff.totp-enrolled',
  'staff.totp-reset',
  'staff.signed-out',
  'staff.role-created',
  'staff.role-changed',
  'staff.role-removed',
  'staff.delegated',
  'staff.delegation-revoked',
] as const;

/** Personal data that somebody of the staff was shown beyond the cases in their hands, or took away in a file. */
export const DISCLOSURE_EVENTS = [
  'person.revealed',
  'person.searched',
  'paper.taken',
  'mail.taken',
  'journal.read',
  'journal.taken',
] as const;

/** What was done to an account or, for `staff-role`, to a role. Facts name roles and departments, never a person. */
interface AccountEvent {
  kind: (typeof ACCOUNT_EVENTS)[number];
  subject: { kind: 'staff' | 'staff-role'; id: string };
  actorId: string;
  facts?: Facts;
}
/** Keeps it in the history, in the transaction of the change itself. */
export const keepAccountEvent = (tx: Transaction, { facts = {}, ...event }: AccountEvent): Promise<void> =>
  recordEvent(tx, { ...event, from: null, to: null, reasonCode: null, docDigest: null, facts });

/** What was shown to whom: facts name the case or the days, never a person. */
interface Disclosure {
  kind: (typeof DISCLOSURE_EVENTS)[number];
  facts: Facts;
  reasonCode?: RevealReason;
  /** In whose place they were shown it; null for their own right. */
  place: StandIn | null;
}
/** Keeps in the viewer's own history that personal data was disclosed to them, before it is. */
export const keepDisclosure = (
  { id }: Pick<Actor, 'id'>,
  { kind, facts, reasonCode, place }: Disclosure,
): Promise<void> =>
  transaction((tx) =>
    recordEvent(tx, {
      kind,
      subject: { kind: 'staff', id },
      actorId: id,
      from: null,
      to: null,
      reasonCode: reasonCode ?? null,
      docDigest: null,
      facts: { ...facts, ...placeFacts(place) },
    }),
  );
