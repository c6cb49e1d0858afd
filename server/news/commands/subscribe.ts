import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { withLease } from '#server/platform/lease.ts';
import { Problem } from '#server/platform/problem.ts';
import { currentKey, lookupHash, lookupHashes, sealContact } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import type { NewsTopic } from '#shared/domain/news.ts';
import { type Subscription, SubscriptionModel } from '../subscription.model.ts';
import { isTopic } from '../topic.ts';

const DAY_MS = 86_400_000;
/** Letters that ask one address to confirm in a day: nobody can fill a stranger's mailbox with them. */
const MOST_A_DAY = 5;
/** For so long a process that died while it asked keeps others from asking the same address. */
const LEASE_MS = 10_000;

/**
 * Asks an address to confirm that it wants news of a topic; nothing else is sent before. What the asker sees does not depend on
 * whether the address is known. 422 for a topic that there is not.
 */
export async function subscribe(email: string, about: NewsTopic): Promise<void> {
  if (!(await isTopic(about)))
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: 'news.unknown' }] });
  const key = mailboxKey(email);
  // One at a time for an address, or many requests at once would each find room for one more letter.
  await withLease(`subscription ${lookupHash(key)}`, LEASE_MS, () => ask(email, key, about));
}

async function ask(email: string, key: string, about: NewsTopic): Promise<void> {
  const since = new Date(now().getTime() - DAY_MS);
  const theirs = { emailHash: { $in: lookupHashes(key) } };
  const isThere = await SubscriptionModel.exists({ ...theirs, about, confirmedAt: { $ne: null } });
  const asked = await SubscriptionModel.countDocuments({ ...theirs, createdAt: { $gt: since } });
  if (isThere || asked >= MOST_A_DAY) return;
  await transaction(async (tx) => {
    const _id = new Types.ObjectId();
    const row: Subscription = {
      _id,
      about,
      email: sealContact(email, String(_id)),
      emailHash: lookupHash(key),
      keyId: currentKey('news-link'),
      createdAt: tx.at,
      confirmedAt: null,
      toldUntil: tx.at,
      letter: null,
    };
    await SubscriptionModel.create([row], { session: tx.session });
    const subject = { kind: 'subscription', id: String(_id) };
    await tx.record([{ kind: 'news.asked', subject, actorId: null, facts: {} }]);
  });
}
