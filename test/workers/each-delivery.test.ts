import assert from 'node:assert/strict';
import { messagesPerJob } from '#shared/jobs/delivery.ts';
import { eachDelivery } from '#workers/platform/each-delivery.ts';

const [A, B, C] = ['a', 'b', 'c'].map((sign) => sign.repeat(24)) as [string, string, string];

describe('jobs of several messages', () => {
  it('hold what leaves in a fiftieth of a second, one at the least and twenty at the most', () => {
    assert.deepEqual([1, 10, 99, 100, 250, 1_000, 5_000].map(messagesPerJob), [1, 1, 1, 2, 5, 20, 20]);
  });
  it('are handled message by message, and say how they ended', async () => {
    const outcomes = new Map([
      [A, 'accepted'],
      [B, 'held'],
      [C, 'accepted'],
    ]);
    const handle = eachDelivery(async (id) => outcomes.get(id) ?? assert.fail());
    assert.equal(await handle({ data: { deliveryIds: [A, B, C] } }), 'accepted 2, held 1');
  });
  it('fail where one message does, after the others were handled', async () => {
    const done: string[] = [];
    const handle = eachDelivery(async (id) => {
      if (id === A) throw new Error('the database is away');
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push(id);
      return 'accepted';
    });
    await assert.rejects(handle({ data: { deliveryIds: [A, B, C] } }), /away/);
    assert.deepEqual(done, [B, C]);
  });
  it('are refused where they name no message, or something else', async () => {
    const handle = eachDelivery(() => assert.fail());
    for (const deliveryIds of [[], ['nonsense']]) await assert.rejects(handle({ data: { deliveryIds } }));
  });
});
