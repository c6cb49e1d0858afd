import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { priorityOf } from '#shared/jobs/priority.ts';
import { queuesIn } from '#workers/platform/queues.ts';
import { redisUrl } from '../support/database.ts';
import { until } from '../support/until.ts';

const QUEUE = 'texts';
type Job = { n: number };

describe('queues: jobs in Redis', () => {
  const queues = queuesIn(redisUrl(), `test-${randomBytes(6).toString('hex')}`);
  after(() => queues.close());
  const aJob = (n: number, isCode = false) => ({
    data: { n },
    opts: { ...priorityOf(isCode), jobId: `text-${n}` },
  });
  /** Runs a worker until so many jobs are done; answers them in their order. */
  const work = async (jobs: number): Promise<number[]> => {
    const done: number[] = [];
    const note = async ({ data }: { data: Job }) => {
      done.push(data.n);
      return 'done';
    };
    const worker = queues.worker<Job>(QUEUE, note, { concurrency: 1 });
    await until(async () => done.length >= jobs);
    await worker.close();
    return done;
  };

  it('lets one-time codes overtake whatever else waits', async () => {
    const entry = queues.entry<Job>(QUEUE);
    await entry.add([aJob(1), aJob(2), aJob(3)]);
    await entry.add([aJob(4, true), aJob(5, true)]);
    assert.deepEqual(await work(5), [4, 5, 1, 2, 3]);
  });
  it('adds no job that is there, and one that is over again', async () => {
    const entry = queues.entry<Job>(QUEUE);
    await entry.add([aJob(1), aJob(1)]);
    await entry.add([aJob(1), aJob(2)]);
    assert.deepEqual(await work(2), [1, 2]);
    await entry.add([aJob(1)]);
    assert.deepEqual(await work(1), [1]);
  });
  it('says at once that Redis is away', async () => {
    const away = queuesIn('redis://127.0.0.1:9', 'nobody');
    await assert.rejects(away.entry<Job>(QUEUE).add([aJob(1)]), /redis is away/);
    await away.close();
  });
});
