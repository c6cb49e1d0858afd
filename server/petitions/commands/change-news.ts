import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { idByLetterLink, letterLinkOf } from '#server/platform/letter-link.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { type PetitionSignature, SignatureModel } from '../signature.model.ts';
import { newsFor } from '../signer-news.ts';
import { signatureOf } from './withdraw-signature.ts';

/** Sends news of a petition to an address that a signer has proved, from now on; 404 for whoever has not signed. */
export async function sendNewsTo(
  petition: Pick<Petition, '_id'>,
  keys: readonly string[],
  email: string,
): Promise<void> {
  const found = await signatureOf(petition, keys);
  if (!found) throw new Problem('not-found');
  const news = newsFor({ kind: 'email', contact: email }, found._id, now());
  await SignatureModel.updateOne({ _id: found._id, keys: { $exists: true } }, { $set: { news } });
}
/** Sends no more news of a petition to whoever signed it and proved one of these keys; 404 for who has not. */
export async function endPetitionNews(keys: readonly string[], number: number): Promise<void> {
  const petition = await PetitionModel.findOne({ number }).select('_id').lean<Pick<Petition, '_id'>>();
  const found = petition && (await signatureOf(petition, keys));
  if (!found) throw new Problem('not-found');
  await SignatureModel.updateOne({ _id: found._id }, { $set: { news: null } });
}

/** Tells the links of signers' letters from those of others. */
const OF_SIGNERS = 'petition-signer ';
/** What stands in the address by which a signer turns letters about a petition off. */
export const newsLinkOf = (signatureId: string): string => letterLinkOf(signatureId, OF_SIGNERS);
/** The petition that the link of a signer's letter is about, and whether news of it still come; null for a link that leads nowhere. */
export async function newsByLink(link: string): Promise<{ petition: Petition; isOn: boolean } | null> {
  const id = idByLetterLink(link, OF_SIGNERS);
  const signature = id && (await SignatureModel.findById(id).lean<PetitionSignature>());
  const petition = signature && (await PetitionModel.findById(signature.petitionId).lean<Petition>());
  return petition && signature ? { petition, isOn: signature.news !== null } : null;
}
/** Sends no more news to whoever got the letter with this link, and forgets the address. */
export async function endNewsByLink(link: string): Promise<void> {
  const id = idByLetterLink(link, OF_SIGNERS);
  if (id) await SignatureModel.updateOne({ _id: new Types.ObjectId(id) }, { $set: { news: null } });
}
