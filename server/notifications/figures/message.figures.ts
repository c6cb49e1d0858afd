import { legalDateOf, now } from '#server/platform/clock.ts';
import { log } from '#server/platform/log.ts';
import { DELIVERY_CHANNELS } from '#shared/domain/delivery.ts';
import { daysBetween } from '#shared/texts/dates.ts';
import { linesMoney } from '../budget/money.view.ts';
import { causeLabel } from './causes.ts';
import { readLedger } from './ledger.figures.ts';
import { readWaiting } from './waiting.figures.ts';

/** One figure with the labels that tell it from others of its name. */
interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}
/** The figures of messages: their names outside, what they say, and by what labels. */
export const MESSAGE_FIGURES = {
  vidhuk_ledger_read: { help: '1 where the figures of messages could be read, else 0', labels: [] },
  vidhuk_messages: {
    help: 'Messages planned in the last 24 hours, by where they stand',
    labels: ['template', 'channel', 'state'],
  },
  vidhuk_messages_due: { help: 'Messages that are due and that no provider has taken', labels: ['channel', 'lane'] },
  vidhuk_messages_oldest_due_seconds: {
    help: 'For how long the first of the due messages has been waiting',
    labels: ['channel', 'lane'],
  },
  vidhuk_messages_silent: { help: 'Messages whose attempt was not heard of again', labels: ['channel'] },
  vidhuk_messages_unknown: {
    help: 'Messages of which nobody can tell whether they went, of all time',
    labels: ['channel'],
  },
  vidhuk_messages_taken: { help: 'Messages that providers took in the last 30 minutes', labels: ['channel'] },
  vidhuk_messages_failed: {
    help: 'Messages that failed or were not delivered in the last 30 minutes, by cause',
    labels: ['channel', 'cause'],
  },
  vidhuk_texts_accepted: { help: 'Texts that the provider accepted in the last hour', labels: [] },
  vidhuk_text_receipts: { help: 'Receipts heard in the last hour', labels: [] },
  vidhuk_message_seconds_bucket: {
    help: 'Messages of the last hour by the seconds that a part of their way took, at most `le`',
    labels: ['leg', 'channel', 'le'],
  },
  vidhuk_sms_budget_spent_ratio: {
    help: "Share of the year's money for other texts than codes that is spent",
    labels: ['line'],
  },
  vidhuk_sms_budget_days_left: {
    help: 'Days until that money ends as it goes now; absent where it lasts the year',
    labels: ['line'],
  },
  vidhuk_outbox_pending: { help: 'Outbox rows on which a consumer has yet to act', labels: [] },
  vidhuk_outbox_oldest_seconds: { help: 'For how long the first of them has been waiting', labels: [] },
} as const;
/** A figure's name outside. */
type Name = keyof typeof MESSAGE_FIGURES;
/** Samples by the name of their figure. */
export type MessageFigures = Readonly<Partial<Record<Name, readonly Sample[]>>>;

const plain = (value: number): Sample[] => [{ labels: {}, value }];
const channels = <Row extends { channel: string; count: number }>(rows: readonly Row[]): Sample[] =>
  DELIVERY_CHANNELS.map((channel) => ({
    labels: { channel },
    value: rows.filter((row) => row.channel === channel).reduce((sum, { count }) => sum + count, 0),
  }));
const LANES = [
  { lane: 'code', isCode: true },
  { lane: 'other', isCode: false },
] as const;

async function readAll(): Promise<MessageFigures> {
  const at = now();
  const [ledger, waiting, money] = await Promise.all([readLedger(at), readWaiting(at), linesMoney()]);
  const lanes = DELIVERY_CHANNELS.flatMap((channel) =>
    LANES.map(({ lane, isCode }) => {
      const found = waiting.due.find((one) => one.channel === channel && one.isCode === isCode);
      return { labels: { channel, lane }, count: found?.count ?? 0, oldestS: found?.oldestS ?? 0 };
    }),
  );
  const failed = new Map<string, Sample>();
  for (const { channel, cause, count } of ledger.ended.filter(({ isFailed }) => isFailed)) {
    const labels = { channel, cause: causeLabel(cause) };
    const key = `${channel} ${labels.cause}`;
    failed.set(key, { labels, value: count + (failed.get(key)?.value ?? 0) });
  }
  return {
    vidhuk_ledger_read: plain(1),
    vidhuk_messages: ledger.states.map(({ count: value, ...labels }) => ({ labels, value })),
    vidhuk_messages_due: lanes.map(({ labels, count: value }) => ({ labels, value })),
    vidhuk_messages_oldest_due_seconds: lanes.map(({ labels, oldestS: value }) => ({ labels, value })),
    vidhuk_messages_silent: channels(waiting.silent),
    vidhuk_messages_unknown: channels(waiting.unknown),
    vidhuk_messages_taken: channels(ledger.ended.filter(({ isFailed }) => !isFailed)),
    vidhuk_messages_failed: [...failed.values()],
    vidhuk_texts_accepted: plain(ledger.accepted),
    vidhuk_text_receipts: plain(ledger.receipts),
    vidhuk_message_seconds_bucket: ledger.legs.map(({ leg, channel, le, count: value }) => ({
      labels: { leg, channel, le: le === Number.POSITIVE_INFINITY ? '+Inf' : String(le) },
      value,
    })),
    vidhuk_sms_budget_spent_ratio: money.map(({ line, amount, reserve, left }) => ({
      labels: { line },
      value: amount > reserve ? 1 - left / (amount - reserve) : 1,
    })),
    vidhuk_sms_budget_days_left: money.flatMap(({ line, endsOn }) =>
      endsOn === null ? [] : [{ labels: { line }, value: daysBetween(legalDateOf(at), endsOn) }],
    ),
    vidhuk_outbox_pending: plain(waiting.outbox.count),
    vidhuk_outbox_oldest_seconds: plain(waiting.outbox.oldestS),
  };
}

/**
 * The reader of the figures of messages, which are the same in every process: they come from MongoDB alone, for workers listen
 * at no port. What was read holds for `keepsMs` milliseconds, however often they are asked for; while MongoDB is away only
 * `vidhuk_ledger_read` is told, as 0.
 */
export function messageFigures(keepsMs = 15_000): () => Promise<MessageFigures> {
  let last: { at: number; read: Promise<MessageFigures> } | null = null;
  const tryToRead = (): Promise<MessageFigures> =>
    readAll().catch((error: unknown) => {
      log().warn({ err: error }, 'the figures of messages cannot be read');
      return { vidhuk_ledger_read: plain(0) };
    });
  return () => {
    const at = performance.now();
    if (!last || at - last.at >= keepsMs) last = { at, read: tryToRead() };
    return last.read;
  };
}
