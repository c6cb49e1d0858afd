import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { byLink } from '../subscription.link.ts';
import { type Subscription, SubscriptionModel } from '../subscription.model.ts';

/** The subscription of a link in a letter; 404 where it has ended or never was. */
async function behind(link: string): Promise<Subscription> {
  const found = await byLink(link);
  if (!found) throw new Problem('not-found');
  return found;
}
/** Confirms a subscription, from the page behind the link of the first letter: a visit alone confirms nothing, for mail scanners visit too. */
export async function confirmSubscription(link: string): Promise<void> {
  const { _id } = await behind(link);
  const at = now();
  await SubscriptionModel.updateOne({ _id, confirmedAt: null }, { $set: { confirmedAt: at, toldUntil: at } });
}
/** Ends a subscription and forgets the address. */
export async function endSubscription(link: string): Promise<void> {
  const { _id } = await behind(link);
  await SubscriptionModel.deleteOne({ _id });
}
