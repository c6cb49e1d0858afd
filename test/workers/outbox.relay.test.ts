import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { deliveriesOf } from '#server/notifications/index.ts';
import { database as connected } from '#server/platform/database.ts';
import { useClock } from '../support/clock.ts';
import { mongodbUri, redisUrl, useDatabase } from '../support/database.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { useSimulator } from '../support/simulator.ts';
import { anEvent, aRecipient, useTestAudience } from '../support/texts.ts';
import { startTexts } from '../support/texts-at-work.ts';
import { until } from '../support/until.ts';
import { useWire } from '../support/wire.ts';

/** A Redis database of this file's alone, for it is wiped. */
const OURS = 9;
const aNumber = numbersOf('63');
/** An event of which one phone is told. */
const tellPhone = async (phone = aNumber()) => ({ phone, ...(await anEvent([aRecipient({}, phone)])) });

describe('outbox: from what was committed to the phone', () => {
  const database = useDatabase();
  useClock();
  const simulator = useSimulator();
  let atWork: ReturnType<typeof startTexts> | null = null;
  const start = (over: object = {}) => {
    atWork = startTexts({ redisUrl: redisUrl(OURS), database, simulatorUrl: simulator.url, ...over });
  };
  const stop = async () => {
    await atWork?.close();
    atWork = null;
  };
  before(useTestAudience);
  afterEach(stop);
  const arrived = (phone: string) => until(async () => (await simulator.texts(phone)).at(-1));

  it('goes at once, without waiting for a sweep', async () => {
    start({ pace: { sweepMs: 3_600_000, patienceMs: 3_600_000 } });
    const { phone: first } = await tellPhone();
    await arrived(first);
    const { phone, subjectId } = await tellPhone();
    await arrived(phone);
    const line = await until(async () => {
      const [found] = await deliveriesOf({ kind: 'test', id: subjectId });
      return found?.state === 'accepted' && found;
    });
    assert.equal(line.template, 'appeal.answered');
  });

  it('goes later where nobody carried it when it was committed', async () => {
    const { phone } = await tellPhone();
    start();
    await arrived(phone);
  });

  it('loses and doubles nothing when Redis is wiped again and again', async () => {
    const redis = new Redis(redisUrl(OURS));
    start();
    const phones = Array.from({ length: 60 }, aNumber);
    for (const [i, phone] of phones.entries()) {
      await tellPhone(phone);
      if (i % 10 === 9) await redis.flushdb();
    }
    for (const phone of phones) await arrived(phone);
    await redis.flushdb();
    await sleep(1_000); // two patiences, in which whatever was to go twice would go
    const texts = await simulator.texts();
    for (const phone of phones) assert.equal(texts.filter(({ to }) => to === phone).length, 1, phone);
    await redis.quit();
  });

  it('outlives a change stream that was killed', async () => {
    start({ pace: { sweepMs: 3_600_000, patienceMs: 3_600_000 } });
    const { phone: first } = await tellPhone();
    await arrived(first);
    const admin = mongoose.connection.getClient().db('admin');
    const { cursor } = await until(async () => {
      const [stream] = await admin
        .aggregate([
          { $currentOp: { allUsers: true, idleCursors: true } },
          { $match: { 'command.$db': database, 'command.collection': '$cmd.aggregate', cursor: { $exists: true } } },
        ])
        .toArray();
      return stream;
    });
    await connected().command({ killCursors: '$cmd.aggregate', cursors: [cursor.cursorId] });
    const { phone } = await tellPhone();
    await arrived(phone);
  });

  it('sends each text once when several relays and workers carry the same', async () => {
    start();
    const others = [1, 2].map(() => startTexts({ redisUrl: redisUrl(OURS), database, simulatorUrl: simulator.url }));
    const phones = Array.from({ length: 20 }, aNumber);
    await Promise.all(phones.map(tellPhone));
    for (const phone of phones) await arrived(phone);
    await sleep(600);
    for (const phone of phones) assert.equal((await simulator.texts(phone)).length, 1, phone);
    await Promise.all(others.map((other) => other.close()));
  });
});

describe('outbox: while a part is away', () => {
  const mongo = useWire(mongodbUri('any'));
  const redis = useWire(redisUrl());
  const database = useDatabase(() => mongo.address);
  useClock();
  const simulator = useSimulator();
  let atWork: ReturnType<typeof startTexts>;
  before(() => {
    useTestAudience();
    atWork = startTexts({ redisUrl: `redis://${redis.address}`, database, simulatorUrl: simulator.url });
  });
  after(() => atWork.close());
  const arrived = (phone: string) => until(async () => (await simulator.texts(phone)).at(-1));
  /** Ten texts that were committed, each to a phone of its own, arrive and none comes twice. */
  const allArrive = async (phones: readonly string[]) => {
    for (const phone of phones) await arrived(phone);
    await sleep(1_000);
    for (const phone of phones) assert.equal((await simulator.texts(phone)).length, 1, phone);
  };

  it('keeps what is committed while Redis is away, and sends it when it is back', async () => {
    const { phone: before } = await tellPhone();
    await arrived(before);
    redis.cut();
    const phones = await Promise.all(Array.from({ length: 10 }, async () => (await tellPhone()).phone));
    await sleep(300);
    assert.deepEqual(await simulator.texts(phones[0]), []);
    redis.mend();
    await allArrive(phones);
  });

  it('goes on when MongoDB was away in the middle of it', async () => {
    const phones = await Promise.all(Array.from({ length: 10 }, async () => (await tellPhone()).phone));
    mongo.cut();
    await sleep(300);
    mongo.mend();
    const { phone } = await until(() => tellPhone().catch(() => null));
    await allArrive([...phones, phone]);
  });

  it('can be stopped while Redis is away', async () => {
    redis.cut();
    await sleep(100);
    await atWork.close();
    redis.mend();
  });
});
