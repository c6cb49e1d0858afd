import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { withLease } from '#server/platform/lease.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';

const MINUTE_MS = 60_000;
/** Work that is at it until the test lets it end. */
const heldWork = () => {
  let end = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const work = (): Promise<void> => {
    begin();
    return held;
  };
  return { work, begun, end };
};
const idle = async (): Promise<void> => undefined;

describe('platform: leases', () => {
  useClock();
  useDatabase();

  it('let one of two in, and the other when it is done', async () => {
    const { work, begun, end } = heldWork();
    const first = withLease('one', MINUTE_MS, work);
    await begun;
    assert.equal(await withLease('one', MINUTE_MS, () => assert.fail('both ran')), false);
    end();
    assert.equal(await first, true);
    assert.equal(await withLease('one', MINUTE_MS, idle), true);
  });

  it('let one of many in that come at once', async () => {
    const { work, end } = heldWork();
    const said = { begun: 0, refused: 0 };
    const come = async (): Promise<void> => {
      const hasRun = await withLease('many', MINUTE_MS, () => {
        said.begun += 1;
        return work();
      });
      if (!hasRun) said.refused += 1;
    };
    const all = Promise.all(Array.from({ length: 10 }, come));
    await until(async () => said.begun + said.refused === 10);
    assert.deepEqual(said, { begun: 1, refused: 9 });
    end();
    await all;
  });

  it('of other names do not mind each other', async () => {
    const { work, begun, end } = heldWork();
    const first = withLease('this', MINUTE_MS, work);
    await begun;
    assert.equal(await withLease('that', MINUTE_MS, idle), true);
    end();
    await first;
  });

  it('of one that died are taken over when they run out, not before', async () => {
    const until = new Date(now().getTime() + MINUTE_MS);
    await mongoose.connection
      .collection<{ _id: string }>('leases')
      .insertOne({ _id: 'dead', holder: 'x', until } as never);
    assert.equal(await withLease('dead', MINUTE_MS, () => assert.fail('it was held')), false);
    passSeconds(60);
    assert.equal(await withLease('dead', MINUTE_MS, idle), true);
  });

  it('are given back by work that fails, and its error goes on', async () => {
    await assert.rejects(
      withLease('fails', MINUTE_MS, () => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(await withLease('fails', MINUTE_MS, idle), true);
  });

  it('that were taken over are not given back by who was late', async () => {
    const [late, next] = [heldWork(), heldWork()];
    const first = withLease('late', MINUTE_MS, late.work);
    await late.begun;
    passSeconds(61);
    const second = withLease('late', MINUTE_MS, next.work);
    await next.begun;
    late.end();
    await first;
    assert.equal(await withLease('late', MINUTE_MS, () => assert.fail('the second holds it')), false);
    next.end();
    await second;
  });
});
