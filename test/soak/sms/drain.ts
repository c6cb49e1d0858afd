import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryFilter } from 'mongoose';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { now } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { Stage } from './stage.ts';

/** A delivery that is queued falls due again after less than this (the relay's patience); what is due later waits for its time. */
const SOON_MS = 40_000;
/** One jump takes all that is due within this time along, for it costs every process its start. */
const STRIDE_MS = 70_000;
const WATCH_MS = 250;
/** Callbacks that found nobody are tried again within this time. */
const CALLBACKS_MS = 3_000;
const isOpen: QueryFilter<Delivery> = { dueAt: { $type: 'date' } };
const LAST_WORDS = ['delivered', 'undelivered', 'failed'];

/** When there is more to do: at once, at an instant, or never. */
async function nextDue(): Promise<Date | 'now' | 'never'> {
  if (await OutboxModel.exists({ 'pending.0': { $exists: true } })) return 'now';
  const [next] = await DeliveryModel.find(isOpen).sort({ dueAt: 1 }).limit(1).select('dueAt').lean<Delivery[]>();
  if (!next?.dueAt) return 'never';
  return next.dueAt.getTime() > now().getTime() + SOON_MS ? next.dueAt : 'now';
}
/** Waits until the provider has carried all that it took to its end, and told of it. */
async function quiet(stage: Stage): Promise<void> {
  const isCarried = async () => (await stage.taken()).every(({ status }) => LAST_WORDS.includes(status));
  while (!(await isCarried())) await sleep(WATCH_MS);
  const untold = () => DeliveryModel.countDocuments({ state: { $in: ['accepted', 'sent'] } });
  for (let [before, left] = [-1, await untold()]; left > 0 && left !== before; ) {
    await sleep(CALLBACKS_MS);
    [before, left] = [left, await untold()];
  }
}

/**
 * Lets everything go to its end once the faults are over: what waits for a later attempt, for its questions after a silence or
 * for its receipt gets its time by the clock. Answers how many jumps that took.
 */
export async function drain(stage: Stage): Promise<number> {
  for (let jumps = 0; ; ) {
    const due = await nextDue();
    if (due === 'now') {
      await sleep(WATCH_MS);
      continue;
    }
    await quiet(stage);
    if (due === 'never') return jumps;
    await stage.passTime(Math.max(due.getTime() - now().getTime(), 0) + STRIDE_MS);
    jumps += 1;
  }
}
