import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { withLease } from '#server/platform/lease.ts';
import { log } from '#server/platform/log.ts';
import { Problem } from '#server/platform/problem.ts';
import { currentKey, lookupHash, lookupHashes, sealContact } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import { CODE_LIFETIME_MS, CODE_RESEND_MS, CODES_A_DAY, CODES_DAY_MS, rangeOf } from '#shared/domain/code-limits.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import { countCode, noteCode, type SpentLimit } from '../code-counts.ts';
import { ContactCodeModel, type ContactKind } from '../contact-code.model.ts';

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
 * Sends a one-time code to a mobile number (E.164) for whoever asks from that network, such as `203.0.113.0/24`, within the
 * limits of shared/domain/code-limits.ts: 429 `too-many-requests` beyond what a number and a network have, `codes.stopped`
 * beyond the city's, `store.unavailable` while they cannot be counted. Neither whether the number is known here nor whether
 * its range is spent changes anything that the asker can see.
 */
export const requestPhoneCode = (phone: string, network: string): Promise<RequestedCode> =>
  requestCode({ kind: 'phone', value: phone, key: phone }, network);
/** Sends a one-time code to an e-mail address, under the rules that hold for numbers and networks: a letter costs nothing. */
export const requestEmailCode = (email: string, network: string): Promise<RequestedCode> =>
  requestCode({ kind: 'email', value: email, key: mailboxKey(email) }, network);

/** Refuses because this number, address or network has asked often enough. */
function refuse(by: 'contact' | 'network', retryAfterS: number): never {
  noteCode(by);
  throw new Problem('too-many-requests', { retryAfterS });
}

async function requestCode(contact: Contact, network: string): Promise<RequestedCode> {
  const sent: RequestedCode[] = [];
  const lease = `contact-code ${lookupHash(contact.key)}`;
  await withLease(lease, LEASE_MS, async () => void sent.push(await sendCode(contact, network)));
  const [requested] = sent;
  return requested ?? refuse('contact', CODE_RESEND_MS / 1_000);
}

/** Refuses where this phone or address got a code just now, or all of a day's; says when it may have another. */
async function holdToContact(key: string, at: Date): Promise<void> {
  const recent = await ContactCodeModel.find({
    contactHash: { $in: lookupHashes(key) },
    createdAt: { $gt: new Date(at.getTime() - CODES_DAY_MS) },
  })
    .sort({ createdAt: -1 })
    .limit(CODES_A_DAY)
    .select('createdAt')
    .lean<{ createdAt: Date }[]>();
  const freeMs = [
    (recent[0]?.createdAt.getTime() ?? 0) + CODE_RESEND_MS,
    (recent[CODES_A_DAY - 1]?.createdAt.getTime() ?? 0) + CODES_DAY_MS,
  ];
  const waitMs = Math.max(...freeMs) - at.getTime();
  if (waitMs > 0) refuse('contact', Math.ceil(waitMs / 1_000));
}

/** Holds a code to the limits that many share; answers whether it is to be sent, and false where nobody is to notice. */
async function maySend({ kind, value }: Contact, network: string, at: Date): Promise<boolean> {
  const keys = kind === 'phone' ? { network, range: rangeOf(value), city: '' } : { network };
  const spent: SpentLimit | null = await countCode(keys, at);
  if (spent?.by === 'network') refuse('network', spent.retryAfterS);
  noteCode(spent?.by ?? 'sent');
  if (spent?.by === 'city') throw new Problem('codes.stopped', { retryAfterS: spent.retryAfterS });
  if (spent) log().warn({ by: spent.by }, 'a code was not sent: its limit is spent');
  return spent === null;
}

async function sendCode(contact: Contact, network: string): Promise<RequestedCode> {
  const { kind, value, key } = contact;
  const at = now();
  await holdToContact(key, at);
  const isSent = await maySend(contact, network, at);

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
    const subject = { kind: `${kind}-code`, id: String(_id) };
    if (isSent) await tx.record([{ kind: 'identity.code-requested', subject, actorId: null, facts: {} }]);
  });
  return { codeId: String(_id), expiresAt, resendAt: new Date(at.getTime() + CODE_RESEND_MS) };
}
