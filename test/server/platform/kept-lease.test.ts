import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { keepLease } from '#server/platform/kept-lease.ts';
import { useDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';

const LASTS_MS = 150;
/** Somebody who does the duty whenever they hold its lease. */
function aHolder(lastsMs = LASTS_MS) {
  const holder = { isFit: true, isAtIt: false, begun: 0, close: async (): Promise<void> => undefined };
  const begin = () => {
    holder.isAtIt = true;
    holder.begun += 1;
    return {
      async close() {
        holder.isAtIt = false;
      },
    };
  };
  holder.close = keepLease({ name: 'duty', lastsMs, isFit: () => holder.isFit, begin }).close;
  return holder;
}
const atIt = async (holder: ReturnType<typeof aHolder>) => until(async () => holder.isAtIt);

describe('platform: a lease that is kept', () => {
  useDatabase();
  const open: { close(): Promise<void> }[] = [];
  const holder = (lastsMs?: number) => {
    const one = aHolder(lastsMs);
    open.push(one);
    return one;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });

  it('is one holder’s for as long as it lives, of many that came at once', async () => {
    const all = Array.from({ length: 5 }, () => holder());
    await until(async () => all.some(({ isAtIt }) => isAtIt));
    await sleep(4 * LASTS_MS);
    assert.equal(all.filter(({ isAtIt }) => isAtIt).length, 1);
    assert.equal(
      all.reduce((sum, { begun }) => sum + begun, 0),
      1,
    );
  });

  it('goes to another when it is given back', async () => {
    const first = holder(3_600_000);
    await atIt(first);
    const second = holder();
    await first.close();
    assert.equal(first.isAtIt, false);
    await atIt(second);
  });

  it('goes to another when its holder died, not before it has run out', async () => {
    const leases = mongoose.connection.collection<{ _id: string; holder: string; until: Date }>('leases');
    await leases.insertOne({ _id: 'duty', holder: 'dead', until: new Date(Date.now() + 400) });
    const second = holder();
    await sleep(100);
    assert.equal(second.isAtIt, false);
    await atIt(second);
  });

  it('is given up by who is not fit, and taken again', async () => {
    const only = holder();
    await atIt(only);
    only.isFit = false;
    await until(async () => !only.isAtIt);
    const other = holder();
    await atIt(other);
    await other.close();
    only.isFit = true;
    await atIt(only);
    assert.equal(only.begun, 2);
  });

  it('that somebody else has taken meanwhile ends the duty', async () => {
    const late = holder();
    await atIt(late);
    const until = new Date(Date.now() + 3_600_000);
    await mongoose.connection
      .collection<{ _id: string }>('leases')
      .updateOne({ _id: 'duty' }, { $set: { holder: 'another', until } });
    await sleep(2 * LASTS_MS);
    assert.equal(late.isAtIt, false);
  });
});
