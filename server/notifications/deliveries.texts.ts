import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { smsLength } from '#shared/domain/sms-segments.ts';
import { purse } from './budget/purse.ts';
import { type Receipt, takeReceipt } from './commands/take-receipt.ts';
import { type AttemptRules, beginAttempt, endAttempt, isWaiting, later } from './deliveries.attempts.ts';
import { claimFollowUp, isUnderWay, underWay } from './deliveries.follow-ups.ts';
import { acceptDelivery, deliveryRow } from './deliveries.together.ts';
import { type Delivery, DeliveryModel, moveDelivery, unsettled } from './delivery.model.ts';
import { isCode } from './recipient.ts';
import type { WordedSms } from './texts.ts';
import type { Wording } from './wording.ts';

/** A text for one attempt. `silentSince` is when an earlier attempt took it and never reported back: ask, do not send. */
export type TextClaim = WordedSms & { silentSince: Date | null };

/** A text that was taken under this id, and of which no receipt came: ask how far it has come. */
export interface FollowUp {
  unreceipted: string;
}

/** The ledger of text messages, as the worker sees it. Causes are codes, never the words of an error. */
export interface TextDeliveries {
  /** Takes a delivery for a minute; `held` while another attempt has it, `over` when there is nothing to do now. */
  claim(id: string): Promise<TextClaim | FollowUp | 'held' | 'over'>;
  /** The provider answered that it took it under this id. */
  accepted(id: string, providerId: string): Promise<void>;
  /** The provider lists a message like it; false where that one is another delivery's, or may be. */
  found(id: string, providerId: string): Promise<boolean>;
  /** The provider certainly did not take it: for good, or for now. */
  notTaken(id: string, how: 'refused' | 'busy', cause: string): Promise<void>;
  /** Nobody can tell yet whether it was taken; the provider is asked in a minute. */
  silent(id: string, cause: string): Promise<void>;
  /** The provider was asked and does not list it; after the second time it is `unknown` and never sent again by itself. */
  notListed(id: string): Promise<'ask again' | 'unknown'>;
  /** The provider says how far a text has come that it took under this id. */
  reported(id: string, providerId: string, fate: Pick<Receipt, 'state' | 'errorCode'>): Promise<void>;
  /** The provider keeps no list that could be asked: it is `unknown` at once. */
  cannotBeAsked(id: string): Promise<void>;
}

/** How long an attempt has it, and how long after a silence the provider is asked. */
const LEASE_MS = 60_000;
const QUESTIONS = 2;
/** An attempt that began this long before another one may still have sent after it: a process can be held still. */
const NEAR_MS = 15 * LEASE_MS;
/** A provider that takes nothing for a day: the text is of no use any more, an operator sees it failed. */
const PATIENCE_MS = 24 * 3_600_000;

/** True where the index refused a provider's id, because another delivery bears it. */
const isAnothers = (write: () => Promise<unknown>): Promise<boolean> =>
  write().then(
    () => false,
    (cause) => (isDuplicate(cause) ? true : Promise.reject(cause)),
  );

/** The ledger of texts in MongoDB; `word` finds a delivery's number and words. */
export function textDeliveriesIn(word: Wording<WordedSms>): TextDeliveries {
  const money = purse();
  const rules: AttemptRules<WordedSms> = {
    word,
    leaseMs: LEASE_MS,
    patienceMs: PATIENCE_MS,
    pay({ template, recipient }, { text }, claim) {
      const { parts } = smsLength(text);
      return money.spend({ template, isCode: isCode(recipient.kind), parts }, (cost) => claim({ parts, cost }));
    },
  };
  async function claimSilent(row: Delivery, at: Date): ReturnType<TextDeliveries['claim']> {
    const { _id, dueAt, claimedAt } = row;
    if (dueAt && dueAt > at) return 'held';
    const worded = await word(row);
    if (!worded) {
      await moveDelivery({ _id, state: 'sending' }, { state: 'unknown', cause: 'words-gone' }, { dueAt: null });
      return 'over';
    }
    const asking = { $set: { dueAt: later(at, LEASE_MS) } };
    const { modifiedCount } = await DeliveryModel.updateOne({ _id, state: 'sending', dueAt }, asking);
    return modifiedCount === 1 ? { ...worded, silentSince: claimedAt } : 'held';
  }

  async function claimUnderWay(row: Delivery): Promise<FollowUp | 'held'> {
    const unreceipted = await claimFollowUp(row, now());
    return unreceipted === null ? 'held' : { unreceipted };
  }
  /** Whether the provider cannot tell a delivery's message from that of another one in the same words, whose fate is open too. */
  async function hasTwin({ _id, subject, template, claimedAt }: Delivery): Promise<boolean> {
    const ofSubject = { 'subject.kind': subject.kind, 'subject.id': subject.id, template, channel: 'sms' as const };
    const near = { $gt: later(claimedAt ?? now(), -NEAR_MS) };
    return Boolean(await DeliveryModel.exists({ ...ofSubject, _id: { $ne: _id }, state: unsettled, claimedAt: near }));
  }

  return {
    async claim(id) {
      const row = await deliveryRow(id);
      if (row?.state === 'sending') return claimSilent(row, now());
      if (row && isUnderWay(row)) return claimUnderWay(row);
      if (!row || !isWaiting(row)) return 'over';
      const begun = await beginAttempt(row, rules);
      return typeof begun === 'string' ? begun : { ...begun, silentSince: null };
    },
    async accepted(_id, providerId) {
      const isTheirs = await isAnothers(() => acceptDelivery({ _id, providerId }));
      const to = { state: 'accepted', cause: 'provider' } as const;
      if (isTheirs) await moveDelivery({ _id, state: unsettled }, to, { dueAt: null });
    },
    async found(_id, providerId) {
      const row = await deliveryRow(_id);
      if (!row || (await hasTwin(row))) return false; // or a text that was lost would pass for one that went
      const to = { state: 'accepted', cause: 'listed' } as const;
      return !(await isAnothers(() => moveDelivery({ _id, state: unsettled }, to, { providerId, ...underWay(now()) })));
    },
    notTaken: (id, how, cause) => endAttempt(id, how, cause, rules),
    async silent(_id, cause) {
      const dueAt = later(now(), LEASE_MS);
      await moveDelivery({ _id, state: 'sending' }, { state: 'sending', cause }, { dueAt });
    },
    async notListed(_id) {
      const counted = await DeliveryModel.findOneAndUpdate(
        { _id, state: 'sending' },
        { $inc: { asked: 1 }, $set: { dueAt: later(now(), LEASE_MS) } },
        { returnDocument: 'after' },
      ).lean<Delivery>();
      if (!counted || counted.asked < QUESTIONS) return 'ask again';
      await moveDelivery({ _id, state: 'sending' }, { state: 'unknown', cause: 'not-listed' }, { dueAt: null });
      return 'unknown';
    },
    reported: (deliveryId, providerId, fate) => takeReceipt({ deliveryId, providerId, ...fate }),
    async cannotBeAsked(_id) {
      await moveDelivery({ _id, state: 'sending' }, { state: 'unknown', cause: 'no-list' }, { dueAt: null });
    },
  };
}
