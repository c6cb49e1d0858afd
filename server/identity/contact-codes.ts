import { now } from '#server/platform/clock.ts';
import { macOf, openContact } from '#server/platform/secrets.ts';
import { type ContactCode, ContactCodeModel } from './contact-code.model.ts';

/** The six digits of a code: HMAC of its id under the key that the row names, taken modulo a million. */
export const digitsOf = ({ _id, keyId }: Pick<ContactCode, '_id' | 'keyId'>): string =>
  String(macOf('one-time-code', keyId, String(_id)).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

/** What a code's message says and to whom; null where the code is gone or has expired. */
export async function codeMessage(codeId: string): Promise<{ to: string; code: string } | null> {
  const row = await ContactCodeModel.findById(codeId).lean<ContactCode>();
  if (!row || row.usedAt || row.expiresAt <= now()) return null;
  return { to: openContact(row.contact, codeId), code: digitsOf(row) };
}
