import type { Types } from 'mongoose';
import { openContact, sealContact } from '#server/platform/secrets.ts';
import { NEWS_TEXTS, type PetitionSignature, type SignerNews } from './signature.model.ts';

/** Where news of a petition go, as a signer wishes and proved. */
export type NewsTo = Pick<SignerNews, 'kind'> & { contact: string };
/** The same as it lies with the signature of that id, with the consent. */
export const newsFor = ({ kind, contact }: NewsTo, signatureId: Types.ObjectId, at: Date): SignerNews => ({
  kind,
  contact: sealContact(contact, String(signatureId)),
  consent: { textVersion: NEWS_TEXTS, at },
});
/** The news that a person wished under earlier signatures, for the one that takes their place; null for none. */
export function newsCarriedOver(
  earlier: readonly PetitionSignature[],
  { _id }: Pick<PetitionSignature, '_id'>,
): SignerNews | null {
  const before = earlier.find(({ news }) => news !== null);
  if (!before?.news) return null;
  const { contact, ...wished } = before.news;
  return { ...wished, contact: sealContact(openContact(contact, String(before._id)), String(_id)) };
}
