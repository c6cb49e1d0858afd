import assert from 'node:assert/strict';
import type { Worker } from 'node:worker_threads';
import mongoose from 'mongoose';
import { beginCaseIndex } from '#server/case-index.begin.ts';
import { type CaseIndexThread, keepCaseIndexThread } from '#server/register/case-index/case-index.thread.ts';
import { useCity } from '../../../support/api.ts';
import { aDraft } from '../../../support/appeals.ts';
import { mongodbUri } from '../../../support/database.ts';
import { until } from '../../../support/until.ts';

describe('case index: its thread', function threads() {
  this.timeout(60_000);
  const city = useCity();
  const begun: Worker[] = [];
  let index: CaseIndexThread;
  before(async () => {
    await city.api.post('/api/v1/appeals', aDraft());
    index = keepCaseIndexThread(() => {
      const worker = beginCaseIndex({ mongodbUri: mongodbUri(mongoose.connection.name), logLevel: 'silent' });
      begun.push(worker);
      return worker;
    });
  });
  after(() => index.close());
  const counted = async (): Promise<boolean> => (await index.counts([{ all: [] }]))?.[0] === 1;

  it('answers nothing before it was told to read, and all once it has', async () => {
    assert.equal(await index.counts([{ all: [] }]), null);
    index.reload();
    await until(counted);
  });
  it('is begun anew when it ends; whoever waits is let go meanwhile, and it reads again by itself', async () => {
    const asked = index.counts([{ all: [] }]);
    await begun[0]?.terminate();
    assert.ok([null, 1].includes((await asked)?.[0] ?? null));
    assert.equal(await index.counts([{ all: [] }]), null);
    await until(counted);
    assert.equal(begun.length, 2);
  });
});
