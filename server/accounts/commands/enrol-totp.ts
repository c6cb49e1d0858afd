import { newRecoveryCodes, newTotp, type Staff, StaffModel, stepOfCode, totpToEnrol } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { keepAccountEvent } from '../account.events.ts';

const ownerOf = async (actor: Actor | Visitor): Promise<Staff> => {
  if (actor?.kind !== 'staff') throw new Problem('sign-in.required');
  return StaffModel.findById(actor.id).orFail().lean<Staff>();
};

/**
 * What a member of staff is to give to their app: the same secret each time it is asked for, until a code has confirmed it;
 * null for whoever has a second factor already, whose secret is never shown again.
 */
export async function totpOnOffer(actor: Actor | Visitor): Promise<{ address: string; secret: string } | null> {
  const owner = await ownerOf(actor);
  if (owner.totp?.confirmedAt) return null;
  if (owner.totp) return totpToEnrol(owner, owner.totp);
  const totp = newTotp(String(owner._id));
  const begun = await StaffModel.updateOne({ _id: owner._id, totp: null }, { $set: { totp } });
  return begun.modifiedCount === 1 ? totpToEnrol(owner, totp) : totpOnOffer(actor);
}

/**
 * Takes the first code of the app, from which on each sign-in asks for one; answers the recovery codes, told this once. 422
 * `code.wrong` for a wrong code, `code.expired` where there is nothing to confirm.
 */
export async function confirmTotp(actor: Actor | Visitor, code: string): Promise<string[]> {
  const owner = await ownerOf(actor);
  const { _id, totp } = owner;
  const refuse = (why: 'code.wrong' | 'code.expired'): never => {
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: why }] });
  };
  if (!totp || totp.confirmedAt) return refuse('code.expired');
  const step = stepOfCode(owner, totp, code);
  if (step === null) return refuse('code.wrong');
  const { codes, hashes } = newRecoveryCodes(String(_id));
  await transaction(async (tx) => {
    const confirmed = await StaffModel.updateOne(
      { _id, 'totp.confirmedAt': null, 'totp.secret.box': totp.secret.box },
      { $set: { 'totp.confirmedAt': tx.at, 'totp.lastStep': step, 'totp.recoveryHashes': hashes } },
      { session: tx.session },
    );
    if (confirmed.modifiedCount === 0) refuse('code.expired');
    await keepAccountEvent(tx, {
      kind: 'staff.totp-enrolled',
      subject: { kind: 'staff', id: String(_id) },
      actorId: String(_id),
    });
  });
  return codes;
}
