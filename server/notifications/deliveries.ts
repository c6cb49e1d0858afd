import type { QueryFilter } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { smsLength } from '#shared/domain/sms-segments.ts';
import { recipientOf } from './audience.ts';
import { type Delivery, DeliveryModel, moveDelivery } from './delivery.model.ts';
import { timeToTell } from './time-to-tell.ts';
import type { WordedSms, Wording } from './wording.ts';

/** A message for one attempt. `silentSince` is when an earlier attempt took it and never reported back: ask, do not send. */
export type Claim = WordedSms & { silentSince: Date | null };

/** The ledger of text messages, as the worker sees it. Causes are codes, never the words of an error. */
export interface Deliveries {
  /** Takes a delivery for a minute; `held` while another attempt has it, `over` when there is nothing to do now. */
  claim(id: string): Promise<Claim | 'held' | 'over'>;
  /** The provider answered that it took it under this id. */
  accepted(id: string, providerId: string): Promise<void>;
  /** The provider lists a message like it; false where that one is known to be another delivery's. */
  found(id: string, providerId: string): Promise<boolean>;
  /** The provider certainly did not take it: for good, or for now. */
  notTaken(id: string, how: 'refused' | 'busy', cause: string): Promise<void>;
  /** Nobody can tell yet whether it was taken; the provider is asked in a minute. */
  silent(id: string, cause: string): Promise<void>;
  /** The provider was asked and does not list it; after the second time it is `unknown` and never sent again by itself. */
  notListed(id: string): Promise<'ask again' | 'unknown'>;
}

/** How long an attempt has it, and how long after a silence the provider is asked. Far above an attempt's time-outs. */
const LEASE_MS = 60_000;
const QUESTIONS = 2;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [5_000, 15 * 60_000];
/** A provider that takes nothing for a day: the text is of no use any more, an operator sees it failed. */
const GIVE_UP_MS = 24 * 3_600_000;

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const startedAt = ({ changes }: Delivery): number =>
  changes.find(({ state }) => state === 'sending')?.at.getTime() ?? 0;
const waiting = { $in: ['planned', 'queued'] } satisfies QueryFilter<Delivery>['state'];
const unsettled = { $in: ['sending', 'unknown'] } satisfies QueryFilter<Delivery>['state'];
/** True where the index refused a provider's id, because another delivery bears it. */
const isAnothers = (write: () => Promise<unknown>): Promise<boolean> =>
  write().then(
    () => false,
    (cause) => (isDuplicate(cause) ? true : Promise.reject(cause)),
  );

/** Holds a waiting row back where its addressee changed their mind or night has come since it was planned. */
async function isStillWelcome({ _id, subject, recipient, notBefore }: Delivery, at: Date): Promise<boolean> {
  if (notBefore > at) return false;
  const found = await recipientOf(subject, recipient);
  const timing = found ? timeToTell(found, at) : ({ when: 'never', why: 'addressee-gone' } as const);
  if (timing.when === 'now') return true;
  if (timing.when === 'never')
    await moveDelivery({ _id, state: waiting }, { state: 'suppressed', cause: timing.why }, { dueAt: null });
  else await DeliveryModel.updateOne({ _id, state: waiting }, { $set: { notBefore: timing.at, dueAt: timing.at } });
  return false;
}

/** The ledger in MongoDB; `word` finds a delivery's number and words, before it is claimed, so that a fault there leaves no silence. */
export function deliveriesIn(word: Wording): Deliveries {
  async function claimWaiting(row: Delivery, at: Date): ReturnType<Deliveries['claim']> {
    const { _id, attempts } = row;
    if (!(await isStillWelcome(row, at))) return 'over';
    const worded = await word(row);
    if (!worded) {
      await moveDelivery({ _id, state: waiting }, { state: 'failed', cause: 'addressee-gone' }, { dueAt: null });
      return 'over';
    }
    const claimedAt = now();
    const taken = await moveDelivery(
      { _id, state: waiting, attempts },
      { state: 'sending', cause: 'attempt' },
      {
        claimedAt,
        dueAt: later(claimedAt, LEASE_MS),
        attempts: attempts + 1,
        asked: 0,
        parts: smsLength(worded.text).parts,
      },
    );
    return taken ? { ...worded, silentSince: null } : 'held';
  }

  async function claimSilent(row: Delivery, at: Date): ReturnType<Deliveries['claim']> {
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

  return {
    async claim(id) {
      const row = await DeliveryModel.findById(id).lean<Delivery>();
      if (row?.state === 'planned' || row?.state === 'queued') return claimWaiting(row, now());
      return row?.state === 'sending' ? claimSilent(row, now()) : 'over';
    },
    async accepted(_id, providerId) {
      const to = { state: 'accepted', cause: 'provider' } as const;
      const open = { _id, state: unsettled };
      const isTheirs = await isAnothers(() => moveDelivery(open, to, { providerId, dueAt: null }));
      if (isTheirs) await moveDelivery(open, to, { dueAt: null });
    },
    async found(_id, providerId) {
      const to = { state: 'accepted', cause: 'listed' } as const;
      return !(await isAnothers(() => moveDelivery({ _id, state: unsettled }, to, { providerId, dueAt: null })));
    },
    async notTaken(_id, how, cause) {
      const row = await DeliveryModel.findById(_id).lean<Delivery>();
      if (!row) return;
      const at = now();
      const isForGood = how === 'refused' || at.getTime() - startedAt(row) > GIVE_UP_MS;
      const dueAt = later(at, Math.min(FIRST_WAIT_MS * 2 ** (row.attempts - 1), LONGEST_WAIT_MS));
      if (isForGood) await moveDelivery({ _id, state: 'sending' }, { state: 'failed', cause }, { dueAt: null });
      else await moveDelivery({ _id, state: 'sending' }, { state: 'queued', cause }, { dueAt, notBefore: dueAt });
    },
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
  };
}
