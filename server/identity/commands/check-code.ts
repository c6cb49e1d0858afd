import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { isSame, lookupHashes, openContact } from '#server/platform/secrets.ts';
import { CODE_TRIES } from '#shared/domain/code-limits.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { type ContactCode, ContactCodeModel, type ContactKind } from '../contact-code.model.ts';
import { digitsOf } from '../contact-codes.ts';

const refuse = (code: FieldCode, more: object = {}): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code }], ...more });
};
/** A phone (E.164) or an address that its owner has just proved. */
export interface ProvedContact {
  kind: ContactKind;
  value: string;
  /** The keyed hashes by which people who left it are found. */
  hashes: string[];
}

/**
 * Takes a one-time code, once. Wrong: 422 `code.wrong` with the tries left; after five wrong ones 429 `code.exhausted`, right
 * or not; unknown, used or out of date: 422 `code.expired`. The try is counted before it is judged, so that many at once gain nothing.
 */
export async function checkCode(codeId: string, code: string): Promise<ProvedContact> {
  const row = await ContactCodeModel.findOneAndUpdate(
    { _id: codeId, usedAt: null, expiresAt: { $gt: now() } },
    { $inc: { tries: 1 } },
    { returnDocument: 'after' },
  ).lean<ContactCode>();
  if (!row) return refuse('code.expired');
  if (row.tries > CODE_TRIES) throw new Problem('code.exhausted');
  if (!isSame(code, digitsOf(row))) return refuse('code.wrong', { triesLeft: CODE_TRIES - row.tries });
  const used = await ContactCodeModel.updateOne({ _id: row._id, usedAt: null }, { $set: { usedAt: now() } });
  if (used.modifiedCount === 0) return refuse('code.expired');
  const { kind } = row;
  const value = openContact(row.contact, codeId);
  return { kind, value, hashes: lookupHashes(kind === 'email' ? mailboxKey(value) : value) };
}
