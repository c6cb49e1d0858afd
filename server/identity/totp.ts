import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { now } from '#server/platform/clock.ts';
import { crockford, lookupHash, lookupHashes, openContact, sealContact } from '#server/platform/secrets.ts';
import { type Staff, StaffModel, type Totp } from './staff.model.ts';

const RECOVERY_CODES = 10;
const RECOVERY_LENGTH = 10;
/** What apps and phones can all do (RFC 6238, appendix A of what apps support): SHA-1, six digits, half a minute; the secret is of 160 bits (RFC 4226, 4). */
const totpOf = (secret: Secret, login: string): TOTP => new TOTP({ issuer: 'Vidhuk', label: login, secret });
const boxOf = (staffId: string): string => `totp ${staffId}`;
const recoveryHashed = (staffId: string, code: string): string => `totp recovery ${staffId} ${code}`;

/** A second factor that nobody has confirmed yet. */
export function newTotp(staffId: string): Totp {
  const secret = sealContact(new Secret({ size: 20 }).base32, boxOf(staffId));
  return { secret, confirmedAt: null, lastStep: 0, recoveryHashes: [] };
}
type Owner = Pick<Staff, '_id' | 'login'>;
const appOf = ({ _id, login }: Owner, totp: Totp): TOTP =>
  totpOf(Secret.fromBase32(openContact(totp.secret, boxOf(String(_id)))), login);

/** What an app is to be given: the address for its camera (`otpauth://…`) and the secret to type, in base 32. */
export function totpToEnrol(owner: Owner, totp: Totp): { address: string; secret: string } {
  const app = appOf(owner, totp);
  return { address: app.toString(), secret: app.secret.base32 };
}
/** The time step of a right code, one step early or late included (RFC 6238, 5.2); null for a wrong one. */
export function stepOfCode(owner: Owner, totp: Totp, code: string): number | null {
  const app = appOf(owner, totp);
  const timestamp = now().getTime();
  const delta = app.validate({ token: code, window: 1, timestamp });
  return delta === null ? null : app.counter({ timestamp }) + delta;
}

/** Recovery codes for when the phone is lost: told once, kept as keyed hashes. */
export function newRecoveryCodes(staffId: string): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () => crockford(randomBytes(RECOVERY_LENGTH), RECOVERY_LENGTH));
  return { codes, hashes: codes.map((code) => lookupHash(recoveryHashed(staffId, code))) };
}

/**
 * Takes a code of the app or a recovery code, once: true where it was right and nobody had used it (RFC 6238, 5.2). A code of
 * the app spends its time step and all before it, a recovery code itself.
 */
export async function takeSecondFactor(owner: Owner, totp: Totp, code: string): Promise<boolean> {
  const { _id } = owner;
  if (code.length === RECOVERY_LENGTH) {
    const hashes = lookupHashes(recoveryHashed(String(_id), code));
    const taken = await StaffModel.updateOne(
      { _id, 'totp.recoveryHashes': { $in: hashes } },
      { $pull: { 'totp.recoveryHashes': { $in: hashes } } },
    );
    return taken.modifiedCount === 1;
  }
  const step = stepOfCode(owner, totp, code);
  if (step === null) return false;
  const taken = await StaffModel.updateOne(
    { _id, 'totp.lastStep': { $lt: step } },
    { $set: { 'totp.lastStep': step } },
  );
  return taken.modifiedCount === 1;
}
