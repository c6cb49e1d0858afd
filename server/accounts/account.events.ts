import { recordEvent } from '#server/history/index.ts';
import type { Facts } from '#server/platform/outbox.ts';
import type { Transaction } from '#server/platform/transaction.ts';

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
  'staff.role-changed',
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
