import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { isSame, lookupHashes, openContact } from '#server/platform/secrets.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { type PhoneCode, PhoneCodeModel } from '../phone-code.model.ts';
import { CODE_TRIES, digitsOf } from '../phone-codes.ts';

const refuse = (code: FieldCode, more: object = {}): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code }], ...more });
};
/** A phone that its owner has just proved. */
export interface ProvedPhone {
  phone: string;
  phoneHashes: string[];
}

/**
 * Takes a one-time code, once. Wrong: 422 `code.wrong` with the tries left; after five wrong ones 429 `code.exhausted`, right
 * or not; unknown, used or out of date: 422 `code.expired`. The try is counted before it is judged, so that many at once gain nothing.
 */
export async function checkPhoneCode(codeId: string, code: string): Promise<ProvedPhone> {
  const row = await PhoneCodeModel.findOneAndUpdate(
    { _id: codeId, usedAt: null, expiresAt: { $gt: now() } },
    { $inc: { tries: 1 } },
    { returnDocument: 'after' },
  ).lean<PhoneCode>();
  if (!row) return refuse('code.expired');
  if (row.tries > CODE_TRIES) throw new Problem('code.exhausted');
  if (!isSame(code, digitsOf(row))) return refuse('code.wrong', { triesLeft: CODE_TRIES - row.tries });
  const used = await PhoneCodeModel.updateOne({ _id: row._id, usedAt: null }, { $set: { usedAt: now() } });
  if (used.modifiedCount === 0) return refuse('code.expired');
  const phone = openContact(row.phone, codeId);
  return { phone, phoneHashes: lookupHashes(phone) };
}
