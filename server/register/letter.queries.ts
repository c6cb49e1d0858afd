import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { SignatureCheck, SigningMethod } from '#shared/domain/signature.ts';
import { type Answer, AnswerModel } from './answer.model.ts';

/** What anybody who holds a letter may be told of it: nothing personal, and no name. */
export interface GenuineLetter {
  outgoingNumber: string;
  on: LegalDate;
  /** Empty where none was kept. */
  post: string;
  /** How it was signed; `check` is null where no signed file is kept. */
  method: SigningMethod;
  check: SignatureCheck | null;
}
/**
 * The signed letter whose words have this salted digest; null where there is none. The salt of 128 bits makes the digest as hard to
 * guess as a key, and is never told, so it says nothing of the words.
 */
export async function genuineLetter(digest: string): Promise<GenuineLetter | null> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return null;
  const found = await AnswerModel.findOne({ digest, signed: { $ne: null } })
    .select('signed')
    .lean<Pick<Answer, 'signed'>>();
  if (!found?.signed) return null;
  const { outgoingNumber, on, signatory, method, file } = found.signed;
  const post = signatory.split(', ').slice(1).join(', ');
  return { outgoingNumber, on, post, method, check: file?.check ?? null };
}
