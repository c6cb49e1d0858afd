import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { messageHealth, wrongMessages } from '#server/notifications/messages.queries.ts';
import { now } from '#server/platform/clock.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { KEYS } from '../../support/keys.ts';

useKeys(KEYS);

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number): Date => new Date(now().getTime() - hours * HOUR_MS);
/** A row of the ledger, tried so many hours ago. */
const aRow = (state: Delivery['state'], cause: string, hours = 1, over: Partial<Delivery> = {}) => ({
  _id: new Types.ObjectId(),
  eventId: new Types.ObjectId(),
  subject: { kind: 'test', id: 'one' },
  recipient: { kind: 'person', id: 'one' },
  template: 'appeal.answered',
  channel: 'sms',
  round: 1,
  values: { number: '2600123452', due: null, result: 'resolved', link: null },
  state,
  changes: [{ state, at: hoursAgo(hours), cause }],
  notBefore: hoursAgo(hours),
  claimedAt: hoursAgo(hours),
  dueAt: null,
  ...over,
});
const keep = (...rows: object[]) => DeliveryModel.collection.insertMany(rows as never[]);

describe('notifications: how messages fare', () => {
  useDatabase();
  useClock();
  beforeEach(() => DeliveryModel.deleteMany({}));

  it('counts what was tried in the last seven days, and what was held back, by way, state and cause', async () => {
    await keep(
      aRow('delivered', 'receipt'),
      aRow('delivered', 'receipt', 7 * 24 - 1),
      aRow('delivered', 'receipt', 7 * 24 + 1),
      aRow('undelivered', 'receipt-30005'),
      aRow('suppressed', 'not-wanted', 2, { claimedAt: null }),
      aRow('suppressed', 'not-wanted', 3, { claimedAt: null }),
      aRow('suppressed', 'budget-ended', 7 * 24 + 1, { claimedAt: null }),
      aRow('sent', 'provider', 1, { channel: 'email' }),
    );
    const { channels, failures, since, at } = await messageHealth();
    assert.equal(Date.parse(at) - Date.parse(since), 7 * 24 * HOUR_MS);
    const [sms, email] = ['sms', 'email'].map((way) => channels.find(({ channel }) => channel === way));
    assert.deepEqual(
      new Map(sms?.states.map(({ state, count }) => [state, count])),
      new Map([
        ['delivered', 2],
        ['undelivered', 1],
        ['suppressed', 2],
      ]),
    );
    assert.deepEqual([sms?.total, email?.total], [5, 1]);
    assert.deepEqual(failures, [
      { channel: 'sms', cause: 'not-wanted', count: 2 },
      { channel: 'sms', cause: 'receipt-30005', count: 1 },
    ]);
  });

  it('counts as due what has its job in the queue already, since when the oldest waits, and apart what waits for its hour', async () => {
    const open = { claimedAt: null };
    const oldest = aRow('queued', 'relay', 2, { ...open, dueAt: hoursAgo(-1) });
    await keep(
      aRow('planned', 'event', 1, { ...open, dueAt: hoursAgo(1) }),
      oldest,
      aRow('planned', 'quiet-hours', -5, { ...open, dueAt: hoursAgo(-5) }),
      aRow('sending', 'attempt', 9, { dueAt: hoursAgo(-1) }),
      aRow('delivered', 'receipt', 9),
    );
    const { queue } = await messageHealth();
    assert.deepEqual(queue, { due: 2, oldestSince: oldest.notBefore.toISOString(), later: 1 });
    await DeliveryModel.deleteMany({});
    assert.deepEqual((await messageHealth()).queue, { due: 0, oldestSince: null, later: 0 });
  });

  it('lists what went wrong page by page, with how many there are of each', async () => {
    await keep(
      ...[1, 2, 3].map((hours) => aRow('undelivered', 'receipt-30005', hours)),
      aRow('unknown', 'not-listed'),
      aRow('delivered', 'receipt'),
    );
    const first = await wrongMessages({ state: 'undelivered', limit: 2 });
    assert.deepEqual(first.counts, { unknown: 1, undelivered: 3, failed: 0 });
    assert.deepEqual([first.total, first.items.length], [3, 2]);
    const rest = await wrongMessages({ state: 'undelivered', limit: 2, cursor: first.next ?? '' });
    assert.deepEqual([rest.items.length, rest.next], [1, null]);
    assert.equal(new Set([...first.items, ...rest.items].map(({ id }) => id)).size, 3);
  });
});
