import type { ClientSession } from 'mongoose';
import { endSessionsOf, StaffModel } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { StaffDeed } from '#shared/contract/staff.ts';
import { type ACCOUNT_EVENTS, keepAccountEvent } from '../account.events.ts';
import { managerOf, refuseNoManagers, refuseOneself } from '../account.policy.ts';
import { newOneTimePassword } from '../one-time-password.ts';

const EVENT_OF: Readonly<Record<StaffDeed, (typeof ACCOUNT_EVENTS)[number]>> = {
  lock: 'staff.locked',
  unlock: 'staff.unlocked',
  'reset-password': 'staff.password-reset',
  'reset-totp': 'staff.totp-reset',
  'sign-out': 'staff.signed-out',
};
/** What each deed changes of the row; signing out changes nothing but the sessions. */
const CHANGE_OF: Readonly<Partial<Record<StaffDeed, object>>> = {
  lock: { isLocked: true },
  unlock: { isLocked: false },
  'reset-totp': { totp: null },
};
async function change(staffId: string, fields: object, session: ClientSession): Promise<void> {
  const found = await StaffModel.updateOne({ _id: staffId }, { $set: fields }, { session });
  if (found.matchedCount === 0) throw new Problem('not-found');
}

/**
 * Does one thing to somebody else's account; answers the one-time password where the deed makes one. Each but `unlock` ends
 * the account's sessions and with them its sockets. 409 `staff.oneself`, and `staff.last-manager` for locking the last one.
 */
export async function actOnAccount(actor: Actor | Visitor, staffId: string, deed: StaffDeed): Promise<string | null> {
  const manager = managerOf(actor);
  refuseOneself(manager, staffId);
  const made = deed === 'reset-password' ? await newOneTimePassword() : null;
  await transaction(async (tx) => {
    await change(staffId, made?.kept ?? CHANGE_OF[deed] ?? {}, tx.session);
    if (deed === 'lock') await refuseNoManagers(tx);
    if (deed !== 'unlock') await endSessionsOf(staffId, tx.session);
    await keepAccountEvent(tx, {
      kind: EVENT_OF[deed],
      subject: { kind: 'staff', id: staffId },
      actorId: manager.id,
    });
  });
  return made?.password ?? null;
}
