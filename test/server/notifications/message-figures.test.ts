import assert from 'node:assert/strict';
import mongoose, { Types } from 'mongoose';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { dueDeliveries, MESSAGE_FIGURES, messageFigures, planDeliveries } from '#server/notifications/index.ts';
import { now } from '#server/platform/clock.ts';
import { connectDatabase, database } from '#server/platform/database.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { DeliveryState } from '#shared/domain/delivery.ts';
import { passSeconds, setClock, useClock } from '../../support/clock.ts';
import { mongodbUri, useDatabase } from '../../support/database.ts';
import { anEvent, aRecipient, useTestAudience } from '../../support/texts.ts';

type Change = readonly [state: DeliveryState, secondsAgo: number, cause: string];
const PLAN = 'event';

describe('notifications: the figures of messages', () => {
  const name = useDatabase();
  useClock();
  before(useTestAudience);
  beforeEach(async () => {
    await Promise.all([DeliveryModel.deleteMany(), OutboxModel.deleteMany()]);
  });
  const ago = (seconds: number): Date => new Date(now().getTime() - seconds * 1_000);
  /** A row of the ledger that has come this way. */
  async function aRow(changes: readonly Change[], over: Partial<Delivery> = {}): Promise<void> {
    const [state] = changes.at(-1) ?? ['planned'];
    const notBefore = ago(changes[0]?.[1] ?? 0);
    await DeliveryModel.create({
      eventId: new Types.ObjectId(),
      subject: { kind: 'test', id: 'a' },
      recipient: { kind: 'person', id: String(new Types.ObjectId()) },
      template: 'appeal.answered',
      channel: 'sms',
      round: 1,
      values: { number: null, due: null, result: null, link: null },
      state,
      changes: changes.map(([to, seconds, cause]) => ({ state: to, at: ago(seconds), cause })),
      notBefore,
      dueAt: ['planned', 'queued', 'sending'].includes(state) ? notBefore : null,
      ...over,
    });
  }
  /** The samples of one figure, each as its labels in their order and its value. */
  async function told(figure: keyof typeof MESSAGE_FIGURES): Promise<Record<string, number>> {
    const { [figure]: samples = [] } = await messageFigures(0)();
    const { labels } = MESSAGE_FIGURES[figure];
    return Object.fromEntries(
      samples.map((sample) => [labels.map((label) => sample.labels[label]).join(' '), sample.value]),
    );
  }
  const some = (counts: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

  it('count what was planned in a day by template, channel and state, and nothing older', async () => {
    await aRow([['planned', 60, PLAN]]);
    await aRow([
      ['planned', 60, PLAN],
      ['suppressed', 60, 'not-wanted'],
    ]);
    await aRow([['planned', 60, PLAN]], { channel: 'email', template: 'appeal.filed' });
    await aRow([['planned', 86_401, PLAN]]);
    assert.deepEqual(await told('vidhuk_messages'), {
      'appeal.answered sms planned': 1,
      'appeal.answered sms suppressed': 1,
      'appeal.filed email planned': 1,
    });
  });

  it('tell how many are due and since when, codes apart, and let rest what waits for the morning', async () => {
    await aRow([['planned', 400, PLAN]]);
    await aRow([
      ['planned', 90, PLAN],
      ['queued', 80, 'relay'],
    ]);
    await aRow([['planned', 7, PLAN]], { recipient: { kind: 'phone-code', id: 'c' }, template: 'otp' });
    await aRow([['planned', 5_000, 'quiet-hours']], { notBefore: ago(-3_600), dueAt: ago(-3_600) });
    await aRow([
      ['planned', 900, PLAN],
      ['accepted', 800, 'provider'],
    ]);
    assert.deepEqual(some(await told('vidhuk_messages_due')), { 'sms code': 1, 'sms other': 2 });
    const oldest = await told('vidhuk_messages_oldest_due_seconds');
    assert.deepEqual(
      Object.entries(oldest).map(([labels, seconds]) => [labels, Math.round(seconds / 10) * 10]),
      [
        ['sms code', 10],
        ['sms other', 400],
        ['email code', 0],
        ['email other', 0],
      ],
    );
  });

  it('count one that a busy provider does not take from its first attempt on', async () => {
    await aRow(
      [
        ['planned', 3_000, PLAN],
        ['sending', 2_900, 'attempt'],
        ['queued', 2_899, 'twilio-20429'],
        ['sending', 30, 'attempt'],
        ['queued', 29, 'twilio-20429'],
      ],
      { attempts: 2, notBefore: ago(-600), dueAt: ago(-600) },
    );
    assert.equal(Math.round(((await told('vidhuk_messages_oldest_due_seconds'))['sms other'] ?? 0) / 100), 29);
  });

  it('list what nobody can tell, of all time, and what fell silent', async () => {
    await aRow(
      [
        ['planned', 400 * 86_400, PLAN],
        ['unknown', 399 * 86_400, 'not-listed'],
      ],
      {},
    );
    await aRow(
      [
        ['planned', 300, PLAN],
        ['sending', 290, 'attempt'],
      ],
      { claimedAt: ago(290) },
    );
    await aRow(
      [
        ['planned', 20, PLAN],
        ['sending', 10, 'attempt'],
      ],
      { claimedAt: ago(10) },
    );
    assert.deepEqual(await told('vidhuk_messages_unknown'), { sms: 1, email: 0 });
    assert.deepEqual(await told('vidhuk_messages_silent'), { sms: 1, email: 0 });
  });

  it('tell failures of the last half hour by a cause out of a fixed set', async () => {
    const failing = (cause: string, seconds: number, state: DeliveryState = 'failed') =>
      aRow([
        ['planned', seconds + 60, PLAN],
        [state, seconds, cause],
      ]);
    await failing('twilio-21614', 60);
    await failing('twilio-21614', 1_700);
    await failing('receipt-30003', 60, 'undelivered');
    await failing('+380671234567 is not a number', 60);
    await failing('twilio-99999', 60);
    await failing('twilio-21614', 1_900);
    await aRow([
      ['planned', 90, PLAN],
      ['accepted', 60, 'provider'],
      ['delivered', 50, 'receipt'],
    ]);
    assert.deepEqual(await told('vidhuk_messages_failed'), {
      'sms twilio-21614': 2,
      'sms receipt-30003': 1,
      'sms other': 2,
    });
    assert.deepEqual(await told('vidhuk_messages_taken'), { sms: 1, email: 0 });
  });

  it('count receipts and what was accepted in the last hour', async () => {
    const way: Change[] = [
      ['planned', 4_000, PLAN],
      ['accepted', 3_700, 'provider'],
      ['sent', 3_500, 'receipt'],
      ['delivered', 100, 'receipt'],
    ];
    await aRow(way);
    await aRow([
      ['planned', 200, PLAN],
      ['accepted', 100, 'provider'],
    ]);
    assert.deepEqual([await told('vidhuk_text_receipts'), await told('vidhuk_texts_accepted')], [{ '': 2 }, { '': 1 }]);
  });

  it('time the way to the provider and to the phone, save what the night held back', async () => {
    await aRow([
      ['planned', 100, PLAN],
      ['accepted', 97, 'provider'],
      ['delivered', 57, 'receipt'],
    ]);
    await aRow([
      ['planned', 36_000, 'quiet-hours'],
      ['accepted', 60, 'provider'],
    ]);
    const buckets = await told('vidhuk_message_seconds_bucket');
    const of = (leg: string) => [2, 5, 30, 60, '+Inf'].map((le) => buckets[`${leg} sms ${le}`]);
    assert.deepEqual(of('to_provider'), [0, 1, 1, 1, 1]);
    assert.deepEqual(of('to_phone'), [0, 0, 0, 1, 1]);
  });

  it('tell of events that nobody has acted on, until somebody does', async () => {
    const { rowId } = await anEvent([aRecipient()]);
    passSeconds(200);
    assert.deepEqual(await told('vidhuk_outbox_pending'), { '': 1 });
    assert.ok(((await told('vidhuk_outbox_oldest_seconds'))[''] ?? 0) >= 200);
    await planDeliveries(rowId);
    assert.deepEqual(await told('vidhuk_outbox_pending'), { '': 0 });
    assert.deepEqual(some(await told('vidhuk_messages_due')), { 'sms other': 1 });
  });

  it('are read once in a while, however often they are asked for', async () => {
    const read = messageFigures(60_000);
    await read();
    await aRow([['planned', 60, PLAN]]);
    assert.deepEqual((await read()).vidhuk_messages, []);
  });

  it('say so where they cannot be read, and nothing else', async () => {
    await mongoose.disconnect();
    const figures = await messageFigures(0)();
    await connectDatabase(mongodbUri(name));
    assert.deepEqual(figures, { vidhuk_ledger_read: [{ labels: {}, value: 0 }] });
  });

  it('walk a day of the ledger and its open rows, not a year, and so does the relay', async () => {
    setClock('2026-03-03T08:00:00Z');
    const year = Array.from({ length: 2_000 }, (_, n) => ({
      changes: [{ state: 'planned', at: ago(86_400 * (2 + (n % 300))), cause: PLAN }],
      state: 'delivered',
      channel: 'sms',
      eventId: new Types.ObjectId(),
      dueAt: null,
    }));
    await DeliveryModel.collection.insertMany(year as never[]);
    await aRow([['planned', 60, PLAN]]);
    await database().command({ profile: 2 });
    await messageFigures(0)();
    const due: string[] = [];
    for await (const { id } of dueDeliveries(now())) due.push(id);
    await database().command({ profile: 0 });
    assert.equal(due.length, 1);
    const walked = await database()
      .collection('system.profile')
      .find({ ns: `${name}.deliveries` })
      .toArray();
    assert.equal(walked.length, 5 + 3, 'the ledger, what waits, and the money of each line');
    for (const { docsExamined, command } of walked)
      assert.ok(docsExamined <= 2, `${docsExamined} of ${JSON.stringify(command).slice(0, 200)}`);
  });
});
