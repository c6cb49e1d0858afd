import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { withLease } from '#server/platform/lease.ts';
import { Problem } from '#server/platform/problem.ts';
import { currentKey, lookupHash, lookupHashes, sealContact } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import { ContactCodeModel, type ContactKind } from '../contact-code.model.ts';
import { CODE_LIFETIME_MS, CODE_RESEND_MS } from '../contact-codes.ts';

const DAY_MS = 86_400_000;
const MOST_A_DAY = 10;
/** For so long a process that died while it sent a code keeps others from sending one to the same contact. */
const LEASE_MS = 10_000;

/** A code that is on its way. */
export interface RequestedCode {
  codeId: string;
  expiresAt: Date;
  resendAt: Date;
}
/** A phone or an address, and what all spellings of it have in common. */
interface Contact {
  kind: ContactKind;
  value: string;
  key: string;
}

/**
 * Sends a one-time code to a mobile number (E.164). One a minute and ten a day for a number, however many ask at once:
 * 429 `too-many-requests` beyond. Whether the number is known here changes nothing that the asker can see.
 */
export const requestPhoneCode = (phone: string): Promise<RequestedCode> =>
  requestCode({ kind: 'phone', value: phone, key: phone });
/** Sends a one-time code to an e-mail address, under the same rules. */
export const requestEmailCode = (email: string): Promise<RequestedCode> =>
  requestCode({ kind: 'email', value: email, key: mailboxKey(email) });

async function requestCode(contact: Contact): Promise<RequestedCode> {
  const sent: RequestedCode[] = [];
  const lease = `contact-code ${lookupHash(contact.key)}`;
  await withLease(lease, LEASE_MS, async () => void sent.push(await sendCode(contact)));
  const [requested] = sent;
  if (!requested) throw new Problem('too-many-requests', { retryAfterS: CODE_RESEND_MS / 1_000 });
  return requested;
}

async function sendCode({ kind, value, key }: Contact): Promise<RequestedCode> {
  const at = now();
  const recent = await ContactCodeModel.find({
    contactHash: { $in: lookupHashes(key) },
    createdAt: { $gt: new Date(at.getTime() - DAY_MS) },
  })
    .sort({ createdAt: -1 })
    .select('createdAt')
    .lean<{ createdAt: Date }[]>();
  const lastMs = recent[0]?.createdAt.getTime() ?? 0;
  const waitMs = recent.length >= MOST_A_DAY ? DAY_MS / 24 : lastMs + CODE_RESEND_MS - at.getTime();
  if (waitMs > 0) throw new Problem('too-many-requests', { retryAfterS: Math.ceil(waitMs / 1_000) });

  const _id = new Types.ObjectId(randomBytes(12)); // nobody can tell it from the id of their own code
  const expiresAt = new Date(at.getTime() + CODE_LIFETIME_MS);
  await transaction(async (tx) => {
    const row = {
      _id,
      keyId: currentKey('one-time-code'),
      kind,
      contact: sealContact(value, String(_id)),
      contactHash: lookupHash(key),
      createdAt: at,
      expiresAt,
    };
    await ContactCodeModel.create([row], { session: tx.session, ordered: true });
    await tx.record([
      {
        kind: 'identity.code-requested',
        subject: { kind: `${kind}-code`, id: String(_id) },
        actorId: null,
        facts: {},
      },
    ]);
  });
  return { codeId: String(_id), expiresAt, resendAt: new Date(at.getTime() + CODE_RESEND_MS) };
}
