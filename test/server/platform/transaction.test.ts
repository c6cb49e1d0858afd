import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { EventModel } from '#server/history/event.model.ts';
import { recordEvent } from '#server/history/index.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { KEYS } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';

const things = () => mongoose.connection.collection('things');
const write = async (tx: Transaction, id: string): Promise<void> => {
  await things().insertOne({ name: id }, { session: tx.session });
  const subject = { kind: 'thing', id };
  const rest = { from: null, to: 'made', reasonCode: null, docDigest: null, facts: {} };
  await recordEvent(tx, { kind: 'thing.made', subject, actorId: null, ...rest });
};
/** How many documents, events and outbox rows there are of a thing. */
const left = (id: string): Promise<number[]> =>
  Promise.all([
    things().countDocuments({ name: id }),
    EventModel.countDocuments({ 'subject.id': id }),
    OutboxModel.countDocuments({ 'subject.id': id }),
  ]);

describe('platform: transactions', () => {
  useDatabase();
  before(async () => {
    useKeys(KEYS);
    await mongoose.connection.createCollection('things');
  });

  it('keep a document, its event and its outbox row together', async () => {
    await transaction((tx) => write(tx, 'kept'));
    assert.deepEqual(await left('kept'), [1, 1, 1]);
  });

  it('keep none of them where the work fails at its end', async () => {
    await assert.rejects(
      transaction(async (tx) => {
        await write(tx, 'lost');
        throw new Error('at the last moment');
      }),
      /at the last moment/,
    );
    assert.deepEqual(await left('lost'), [0, 0, 0]);
  });

  it('show nothing to others before they are committed', async () => {
    await transaction(async (tx) => {
      await write(tx, 'unseen');
      assert.deepEqual(await left('unseen'), [0, 0, 0]);
    });
    assert.deepEqual(await left('unseen'), [1, 1, 1]);
  });

  it('run the work of the loser of a conflict again, at the moment when it began', async () => {
    await things().insertOne({ name: 'counter', count: 0 });
    const moments: number[][] = [];
    const count = async (i: number): Promise<void> => {
      await transaction(async ({ session, at }) => {
        moments[i] = [...(moments[i] ?? []), at.getTime()];
        const row = await things().findOne({ name: 'counter' }, { session });
        await things().updateOne({ name: 'counter' }, { $set: { count: Number(row?.count) + 1 } }, { session });
      });
    };
    await Promise.all(Array.from({ length: 8 }, (_, i) => count(i)));
    assert.equal((await things().findOne({ name: 'counter' }))?.count, 8);
    assert.ok(moments.flat().length > 8, 'nobody met a conflict');
    for (const those of moments) assert.equal(new Set(those).size, 1);
  });

  it('answer what the work answers', async () => assert.equal(await transaction(async () => 42), 42));
});
