import { PriceModel } from '#server/notifications/budget/budget.model.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import type { Taken } from '#server/standalone/phone-simulator/messages.ts';
import type { DeliveryState } from '#shared/domain/delivery.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import type { Committed } from './messages.ts';

/** What the books say of a soak, and what is wrong with them. */
export interface Reckoning {
  /** Messages of the ledger, and those of them in each state. */
  messages: number;
  states: Map<DeliveryState, number>;
  /** Messages that the provider took. */
  taken: number;
  /** Parts that the ledger counts for them, each of which is paid for. */
  parts: number;
  /** What the ledger says that they cost, in kopiykas. */
  kopiykas: number;
  /** Deliveries of which nobody can know whether they were taken, and how many of them were. */
  unknown: readonly string[];
  takenUnknown: number;
  /** Each a fault of the product, in words. */
  wrongs: readonly string[];
}
type Row = Pick<
  Delivery,
  '_id' | 'eventId' | 'state' | 'channel' | 'template' | 'providerId' | 'parts' | 'cost' | 'changes'
>;

/** What tells of an event by text: the rules of appeals and of codes, as the soak feeds them. */
const TOLD: readonly EventKind[] = ['appeal.registered', 'appeal.answered', 'identity.code-requested'];
/** How often the provider took a message in each state of the ledger; no other state is a last one. */
const TIMES: Partial<Record<DeliveryState, readonly number[]>> = {
  accepted: [1],
  sent: [1],
  delivered: [1],
  undelivered: [1],
  failed: [0, 1],
  unknown: [0, 1],
};
/** Causes of a failure for which nothing was ever taken: a code that ran out before it could be sent. */
const NEVER_TAKEN = ['addressee-gone'];

const keyOf = ({ kind, subject }: Committed): string => `${kind} of ${subject.kind} ${subject.id}`;
function countBy<T, K>(list: readonly T[], key: (one: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const one of list) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}
function groupBy<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
const deliveryIn = (callback: string | null): string =>
  callback ? (new URL(callback).searchParams.get('delivery') ?? '') : '';

/** What is wrong with one row, by what the provider took for it. */
function wrongsOf(row: Row, taken: readonly Taken[], perPart: number): string[] {
  const { state, providerId, parts, cost, changes } = row;
  const wrongs: string[] = [];
  const times = TIMES[state];
  if (!times) wrongs.push(`ends as ${state}, which is no end`);
  else if (taken.length > 1) wrongs.push(`was taken ${taken.length} times`);
  else if (!times.includes(taken.length)) wrongs.push(`is ${state} and was taken ${taken.length} times`);
  const cause = changes.at(-1)?.cause ?? '';
  if (state === 'failed' && taken.length === 0 && !NEVER_TAKEN.includes(cause)) wrongs.push(`is lost: ${cause}`);
  const [message] = taken;
  if (!message) return wrongs;
  if (providerId !== null && providerId !== message.sid) wrongs.push('bears the id of another message');
  if (parts !== message.parts) wrongs.push(`counts ${parts} parts of ${message.parts}`);
  if (cost?.kopiykas !== message.parts * perPart) wrongs.push(`costs ${cost?.kopiykas} kopiykas for ${parts} parts`);
  const isTold = ['delivered', 'undelivered', 'failed'].includes(state);
  if (isTold && state !== message.status) wrongs.push(`is ${state}, and the phone says ${message.status}`);
  return wrongs;
}

/** Compares what was committed, the outbox, the ledger and what the provider took, each with the next. */
export async function reckon(committed: readonly Committed[], taken: readonly Taken[]): Promise<Reckoning> {
  const events = await OutboxModel.find({ kind: { $in: [...TOLD] } })
    .select('kind subject pending')
    .lean<Pick<OutboxRow, '_id' | 'kind' | 'subject' | 'pending'>[]>();
  const rows = await DeliveryModel.find({ channel: 'sms' })
    .select('eventId state channel template providerId parts cost changes')
    .lean<Row[]>();
  const { kopiykas: perPart } = await PriceModel.findOne().orFail().lean();
  const takenFor = groupBy(taken, ({ statusCallback }) => deliveryIn(statusCallback));
  const rowsOf = groupBy(rows, ({ eventId }) => String(eventId));
  const wrongs: string[] = [];

  const kept = countBy(events, keyOf);
  for (const [key, times] of countBy(committed, keyOf))
    if ((kept.get(key) ?? 0) < times) wrongs.push(`${key}: committed ${times} times, kept ${kept.get(key) ?? 0} times`);
  for (const event of events) {
    const planned = rowsOf.get(String(event._id))?.length ?? 0;
    if (event.pending.length > 0) wrongs.push(`${keyOf(event)} still waits for ${event.pending.join(', ')}`);
    if (planned !== 1) wrongs.push(`${keyOf(event)} is told ${planned} times`);
  }
  for (const row of rows)
    for (const wrong of wrongsOf(row, takenFor.get(String(row._id)) ?? [], perPart))
      wrongs.push(`delivery ${row._id} (${row.template}) ${wrong}`);
  const known = new Set(rows.map(({ _id }) => String(_id)));
  for (const [id, { length }] of takenFor)
    if (!known.has(id))
      wrongs.push(`the provider took ${length} messages for ${id || 'nobody'}, which the ledger lacks`);

  const unknown = rows.filter(({ state }) => state === 'unknown').map(({ _id }) => String(_id));
  const paid = rows.filter(({ _id }) => takenFor.has(String(_id)));
  return {
    messages: rows.length,
    states: countBy(rows, ({ state }) => state),
    taken: taken.length,
    parts: paid.reduce((sum, { parts }) => sum + (parts ?? 0), 0),
    kopiykas: paid.reduce((sum, { cost }) => sum + (cost?.kopiykas ?? 0), 0),
    unknown,
    takenUnknown: unknown.filter((id) => takenFor.has(id)).length,
    wrongs,
  };
}
