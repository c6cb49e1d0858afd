import { Types } from 'mongoose';
import { crockford, isSame, macOf } from '#server/platform/secrets.ts';
import { type Subscription, SubscriptionModel } from './subscription.model.ts';

const LINK = /^([0-9a-f]{24})-([0-9A-HJKMNP-TV-Z]{16})$/;
const codeOf = ({ _id, keyId }: Pick<Subscription, '_id' | 'keyId'>): string =>
  crockford(macOf('news-link', keyId, String(_id)), 16);

/** What stands in the addresses of a subscription's letters: derived, never stored. */
export const linkOf = (subscription: Pick<Subscription, '_id' | 'keyId'>): string =>
  `${subscription._id}-${codeOf(subscription)}`;
/** The subscription behind a link; null where there is none. */
export async function byLink(link: string): Promise<Subscription | null> {
  const [, id = '', code = ''] = LINK.exec(link) ?? [];
  const found = id && (await SubscriptionModel.findById(new Types.ObjectId(id)).lean<Subscription>());
  return found && isSame(code, codeOf(found)) ? found : null;
}
