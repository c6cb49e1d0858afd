import { Types } from 'mongoose';
import type { Recipient, Wanted } from '#server/notifications/index.ts';
import { openContact } from '#server/platform/secrets.ts';
import { type Petition, PetitionModel } from './petition.model.ts';
import { type PetitionSignature, SignatureModel } from './signature.model.ts';

/** Kinds of recipients of ours: the author of a petition, by its id, and one who signed it, by the signature's. */
export const PETITION_RECIPIENTS = ['petition-author', 'petition-signer'] as const;
/** The kind of subject that the author of a petition alone is told of. */
export const PETITION_AUTHOR = 'petition-author';
type RecipientKind = (typeof PETITION_RECIPIENTS)[number];
/** Whether a kind of recipient is ours. */
export const isPetitionRecipient = (kind: string): kind is RecipientKind =>
  PETITION_RECIPIENTS.some((known) => known === kind);

const author = ({ _id, initiator }: Petition): Recipient => ({
  kind: 'petition-author',
  id: String(_id),
  hasVerifiedPhone: Boolean(initiator.phoneProvedAt),
  wantsSms: initiator.smsConsent !== null,
  hasEmail: true,
  hasProvedEmail: true,
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
 * Who is told of a petition, ascending by id: its author, whose id is the petition's own and so older than any signature, and those
 * who signed it and left a contact for news of it.
 */
export async function audienceOfPetition(
  petitionId: string,
  { recipientIds, after = null, most = 0 }: Wanted = {},
): Promise<Recipient[]> {
  const petition = await PetitionModel.findById(petitionId).lean<Petition>();
  if (!petition) return [];
  const isAuthorWanted = recipientIds ? recipientIds.includes(petitionId) : after === null;
  const ids = {
    ...(recipientIds && { $in: recipientIds.map((id) => new Types.ObjectId(id)) }),
    ...(after !== null && { $gt: new Types.ObjectId(after) }),
  };
  const authors = isAuthorWanted ? [author(petition)] : [];
  const signed = await SignatureModel.find({
    petitionId: petition._id,
    'news.kind': { $exists: true },
    keys: { $exists: true },
    ...(Object.keys(ids).length > 0 && { _id: ids }),
  })
    .sort({ _id: 1 })
    .limit(most === 0 ? 0 : Math.max(1, most - authors.length))
    .lean<PetitionSignature[]>();
  return [...authors, ...signed.map(signer)];
}

/** Where a recipient is reached by that way: as its author left it with the petition, or with the signature; null where they did not, or it is gone. */
async function contactOf(id: string, kind: RecipientKind, way: 'phone' | 'email'): Promise<string | null> {
  if (kind === 'petition-author') {
    const found = await PetitionModel.findById(id).select('initiator').lean<Pick<Petition, 'initiator'>>();
    const left = found?.initiator[way];
    return left ? openContact(left, id) : null;
  }
  const found = await SignatureModel.findById(id).select('news').lean<Pick<PetitionSignature, 'news'>>();
  return found?.news?.kind === way ? openContact(found.news.contact, id) : null;
}
/** The number of a recipient, E.164; null where they left none or it is gone. */
export const petitionPhoneOf = (id: string, kind: RecipientKind): Promise<string | null> =>
  contactOf(id, kind, 'phone');
/** The address of a recipient; null where they left none or it is gone. */
export const petitionEmailOf = (id: string, kind: RecipientKind): Promise<string | null> =>
  contactOf(id, kind, 'email');
