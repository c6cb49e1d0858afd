import { now } from '#server/platform/clock.ts';
import { recipientOf } from './audience.ts';
import type { NoMoney } from './budget/grants.ts';
import { claimDelivery, deliveryRow } from './deliveries.together.ts';
import { type Delivery, DeliveryModel, moveDelivery, waiting } from './delivery.model.ts';
import { asWished } from './recipient.wishes.ts';
import { nextMorning, timeToTell } from './time-to-tell.ts';
import type { Wording } from './wording.ts';

/** What one channel grants an attempt. */
export interface AttemptRules<Message> {
  word: Wording<Message>;
  /** For how long an attempt has its delivery, in milliseconds; far above the time-outs of an attempt. */
  leaseMs: number;
  /** For how long, from the first attempt on, a provider that takes nothing is tried again, in milliseconds. */
  patienceMs: number;
  /** Runs the claim with the parts and the cost of the message, or says why there is no money for it now. */
  pay(row: Delivery, message: Message, claim: Claim): Promise<boolean | NoMoney>;
}
/** Writes that an attempt has begun; false where another one was first. */
export type Claim = (paid: Pick<Delivery, 'parts' | 'cost'>) => Promise<boolean>;

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [5_000, 15 * 60_000];
/** How soon money that other workers hold is asked for again. */
const MOMENT_MS = 5_000;
/** An instant so many milliseconds after another. */
export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
const startedAt = ({ changes }: Delivery): number =>
  changes.find(({ state }) => state === 'sending')?.at.getTime() ?? 0;

/** Whether nobody has begun to send it, or whoever did was certainly not rid of it. */
export const isWaiting = ({ state }: Delivery): boolean => waiting.$in.some((one) => one === state);

/** When a waiting row may be sent, as its addressee wishes now; never where they are gone. */
async function timingNow({ subject, recipient, template, channel }: Delivery, at: Date) {
  const found = await recipientOf(subject, recipient);
  return found
    ? timeToTell(asWished(found, [template]), channel, at)
    : ({ when: 'never', why: 'addressee-gone' } as const);
}
const suppress = (_id: Delivery['_id'], cause: string): Promise<Delivery | null> =>
  moveDelivery({ _id, state: waiting }, { state: 'suppressed', cause }, { dueAt: null });
const putOff = (_id: Delivery['_id'], until: Date): Promise<unknown> =>
  DeliveryModel.updateOne({ _id, state: waiting }, { $set: { notBefore: until, dueAt: until } });
/** Holds a waiting row back where its addressee changed their mind or night has come since it was planned. */
async function isStillWelcome(row: Delivery, at: Date): Promise<boolean> {
  const { _id, notBefore } = row;
  if (notBefore > at) return false;
  const timing = await timingNow(row, at);
  if (timing.when === 'now') return true;
  if (timing.when === 'never') await suppress(_id, timing.why);
  else await putOff(_id, timing.at);
  return false;
}
/**
 * Takes the waiting messages about cases to these people off the ledger's plan where they are not wanted any more. A switch calls
 * it, so that nobody reads of what is still to come; what it misses is held back when it is to be sent.
 */
export async function dropUnwanted(recipientIds: readonly string[], caseIds: readonly string[]): Promise<void> {
  const theirs = {
    'recipient.id': { $in: [...recipientIds] },
    'subject.kind': 'case',
    'subject.id': { $in: [...caseIds] },
    state: waiting,
  };
  for (const row of await DeliveryModel.find(theirs).lean<Delivery[]>()) {
    const timing = await timingNow(row, now());
    if (timing.when === 'never') await suppress(row._id, timing.why);
  }
}

/** What becomes of a text that there is no money for: it waits for a moment or for the next morning, or is not sent at all. */
async function goWithout({ _id }: Delivery, why: NoMoney): Promise<'over'> {
  if (why === 'budget-ended') await suppress(_id, why);
  else await putOff(_id, why === 'day-spent' ? nextMorning(now()) : later(now(), MOMENT_MS));
  return 'over';
}

/**
 * Takes a waiting delivery for one attempt: its message, `held` where another attempt was first, `over` where there is nothing
 * to do now. It is worded before it is claimed, so that a fault there leaves no silence.
 */
export async function beginAttempt<Message extends object>(
  row: Delivery,
  { word, leaseMs, pay }: AttemptRules<Message>,
): Promise<Message | 'held' | 'over'> {
  const { _id, attempts } = row;
  if (!(await isStillWelcome(row, now()))) return 'over';
  const message = await word(row);
  if (!message) {
    await moveDelivery({ _id, state: waiting }, { state: 'failed', cause: 'addressee-gone' }, { dueAt: null });
    return 'over';
  }
  const claimedAt = now();
  const taken = await pay(row, message, (paid) =>
    claimDelivery(
      { _id, attempts },
      { claimedAt, dueAt: later(claimedAt, leaseMs), attempts: attempts + 1, asked: 0, ...paid },
    ),
  );
  if (typeof taken === 'string') return goWithout(row, taken);
  return taken ? message : 'held';
}

/** What was not sent costs nothing. */
const unpaid = { parts: null, cost: null } satisfies Partial<Delivery>;
/** Ends an attempt that the provider certainly did not take: for good, or until a later one, after a longer wait each time. */
export async function endAttempt(
  _id: string,
  how: 'refused' | 'busy',
  cause: string,
  { patienceMs }: Pick<AttemptRules<never>, 'patienceMs'>,
): Promise<void> {
  const row = await deliveryRow(_id);
  if (!row) return;
  const at = now();
  const isForGood = how === 'refused' || at.getTime() - startedAt(row) > patienceMs;
  const dueAt = later(at, Math.min(FIRST_WAIT_MS * 2 ** (row.attempts - 1), LONGEST_WAIT_MS));
  if (isForGood) await moveDelivery({ _id, state: 'sending' }, { state: 'failed', cause }, { dueAt: null, ...unpaid });
  else
    await moveDelivery({ _id, state: 'sending' }, { state: 'queued', cause }, { dueAt, notBefore: dueAt, ...unpaid });
}
