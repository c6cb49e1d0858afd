import { Types } from 'mongoose';
import { byLetter, type Recipient, type Wanted } from '#server/notifications/index.ts';
import { openContact } from '#server/platform/secrets.ts';
import { type Petition, PetitionModel } from './petition.model.ts';
import { type PetitionSignature, SignatureModel } from './signature.model.ts';

/** Kinds of recipients of ours: the author of a petition, by its id, the association that collected its signatures, by its own, and one who signed it, by the signature's. */
export const PETITION_RECIPIENTS = ['petition-author', 'petition-association', 'petition-signer'] as const;
/** The kind of subject that the author of a petition alone is told of. */
export const PETITION_AUTHOR = 'petition-author';
type RecipientKind = (typeof PETITION_RECIPIENTS)[number];
/** Whether a kind of recipient is ours. */
export const isPetitionRecipient = (kind: string): kind is RecipientKind =>
  PETITION_RECIPIENTS.some((known) => known === kind);

const author = ({ _id, initiator, collectedBy }: Petition): Recipient => ({
  kind: 'petition-author',
  id: String(_id),
  hasVerifiedPhone: Boolean(initiator.phoneProvedAt),
  wantsSms: initiator.smsConsent !== null,
  hasEmail: true,
  hasProvedEmail: !collectedBy, // an association says it for its author
  link: null,
});
const signer = ({ _id, news }: PetitionSignature): Recipient => ({
  kind: 'petition-signer',
  id: String(_id),
  hasVerifiedPhone: news?.kind === 'phone',
  wantsSms: news?.kind === 'phone',
  hasEmail: news?.kind === 'email',
  link: null,
});

/** The author of a petition, and nobody else. */
export async function authorOfPetition(petitionId: string): Promise<Recipient[]> {
  const petition = await PetitionModel.findById(petitionId).lean<Petition>();
  return petition ? [author(petition)] : [];
}
/**
 * Who is told of a petition, ascending by id: its author, whose id is the petition's own and so older than any other, the association
 * that collected its signatures, and those who signed it here and left a contact for news of it.
 */
export async function audienceOfPetition(
  petitionId: string,
  { recipientIds, after = null, most = 0 }: Wanted = {},
): Promise<Recipient[]> {
  const petition = await PetitionModel.findById(petitionId).lean<Petition>();
  if (!petition) return [];
  const first = [
    author(petition),
    ...(petition.collectedBy ? [byLetter('petition-association', petition.collectedBy.id)] : []),
  ].filter(({ id }) => (recipientIds ? recipientIds.includes(id) : after === null || id > after));
  const ids = {
    ...(recipientIds && { $in: recipientIds.map((id) => new Types.ObjectId(id)) }),
    ...(after !== null && { $gt: new Types.ObjectId(after) }),
  };
  const signed = await SignatureModel.find({
    petitionId: petition._id,
    'news.kind': { $exists: true },
    keys: { $exists: true },
    ...(Object.keys(ids).length > 0 && { _id: ids }),
  })
    .sort({ _id: 1 })
    .limit(most === 0 ? 0 : Math.max(1, most - first.length))
    .lean<PetitionSignature[]>();
  return [...first, ...signed.map(signer)];
}

/** Where somebody who signed wishes news by that way; null where they do not, or the signature is gone. */
async function newsContact(signatureId: string, way: 'phone' | 'email'): Promise<string | null> {
  const found = await SignatureModel.findById(signatureId).select('news').lean<Pick<PetitionSignature, 'news'>>();
  return found?.news?.kind === way ? openContact(found.news.contact, signatureId) : null;
}
/** The number of a recipient, E.164; null where they left none or it is gone. */
export async function petitionPhoneOf(id: string, kind: RecipientKind): Promise<string | null> {
  if (kind === 'petition-association') return null;
  if (kind === 'petition-signer') return newsContact(id, 'phone');
  const found = await PetitionModel.findById(id).select('initiator').lean<Pick<Petition, 'initiator'>>();
  return found?.initiator.phone ? openContact(found.initiator.phone, id) : null;
}
/** The address of somebody who is told of a petition; null where they left none or it is gone. */
export async function petitionEmailOf(
  { _id, initiator, collectedBy }: Petition,
  { kind, id }: { kind: RecipientKind; id: string },
): Promise<string | null> {
  if (kind === 'petition-signer') return newsContact(id, 'email');
  if (kind === 'petition-author') return openContact(initiator.email, String(_id));
  return collectedBy?.id === id ? openContact(collectedBy.email, String(_id)) : null;
}
