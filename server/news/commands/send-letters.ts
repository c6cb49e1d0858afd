import { legalDateOf, now } from '#server/platform/clock.ts';
import { transaction } from '#server/platform/transaction.ts';
import { publicNews } from '#server/register/index.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import { type Subscription, SubscriptionModel } from '../subscription.model.ts';
import { casesAbout } from '../topic.ts';

/** The hour of Kyiv at which the news of the day before are told. */
const HOUR = '09:00';

/** Plans the letter of one subscription where there is news for it; either way it is done until the next morning. */
async function tell({ _id, about, toldUntil }: Subscription, until: Date): Promise<boolean> {
  const time = { from: toldUntil, to: until };
  const [first] = await publicNews(casesAbout(about), time, 1);
  return transaction(async (tx) => {
    const told = { toldUntil: until, ...(first && { letter: time }) };
    const { modifiedCount } = await SubscriptionModel.updateOne(
      { _id, toldUntil },
      { $set: told },
      { session: tx.session },
    );
    if (modifiedCount === 0 || !first) return false;
    const subject = { kind: 'subscription', id: String(_id) };
    await tx.record([{ kind: 'news.gathered', subject, actorId: null, facts: {} }]);
    return true;
  });
}

/** Once a morning: one letter to each confirmed subscription of which there is news, and says how many. To be run by one process at a time. */
export async function sendNewsLetters(): Promise<number> {
  const until = instantInKyiv(legalDateOf(now()), HOUR);
  if (!until || now() < until) return 0;
  let sent = 0;
  const waiting = SubscriptionModel.find({ confirmedAt: { $ne: null }, toldUntil: { $lt: until } })
    .lean<Subscription>()
    .cursor();
  for await (const subscription of waiting) if (await tell(subscription as Subscription, until)) sent += 1;
  return sent;
}
