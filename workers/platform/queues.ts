import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, type JobsOptions, Queue, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { log } from '#server/platform/log.ts';
import { oncePerOutage } from './outage.ts';
import { type Pace, paceIn } from './pace.ts';

/** What a job is once it is over or given up: gone. MongoDB remembers, and a kept job would block its own queueing again. */
const FORGET = { removeOnComplete: true, removeOnFail: true } as const;

const CONTACT_MS = 2_000;
/** A job whose process was killed is taken up again after 15 s at the most; a live process renews its lock by itself. */
const LOCKS = { lockDuration: 10_000, stalledInterval: 5_000 } as const;

/** A job to add; one whose id is in the queue already is not added again. */
export interface NewJob<Data> {
  data: Data;
  opts: JobsOptions & { jobId: string };
}
/** The way into a queue. */
export interface QueueEntry<Data> {
  /** Adds all of them, or throws: at once where Redis is away, for the caller has a sweep. */
  add(jobs: readonly NewJob<Data>[]): Promise<void>;
  /** How many jobs wait in it. */
  waiting(): Promise<number>;
}
/** Handles a job; what it returns is logged as the outcome. */
export type Handler<Data> = (job: Pick<Job<Data>, 'data'>) => Promise<string>;
/** A worker that runs. */
export interface QueueWorker {
  /** How many jobs it works on at once from now on. */
  atOnce(most: number): void;
  /** Lets it finish what it has begun. */
  close(): Promise<void>;
}
/** How many at once in one process. */
export type WorkerPace = Pick<WorkerOptions, 'concurrency'>;

/** The queues of one deployment in one Redis. */
export interface Queues {
  entry<Data>(name: string): QueueEntry<Data>;
  /** Starts a worker. It outlives a Redis that is away or wiped. */
  worker<Data>(name: string, handle: Handler<Data>, pace?: WorkerPace): QueueWorker;
  /** What keeps all workers of a queue together within so many a second; `prepared` hears how long each made ready for its turn. */
  pace(name: string, perSecond: number, prepared: (ms: number) => void): Pace;
  /** Lets go of Redis, after the workers were closed. */
  close(): Promise<void>;
}

/** Two deployments that share a Redis are kept apart by the names of their databases. */
export const prefixOf = (databaseName: string): string => `vidhuk-${databaseName}`;

/** Connects to Redis, twice: who adds must not wait for it, who works must. */
export function queuesIn(redisUrl: string, prefix: string): Queues {
  const outage = oncePerOutage('redis');
  const connect = (mayWait: boolean): Redis =>
    new Redis(redisUrl, {
      maxRetriesPerRequest: mayWait ? null : 1,
      enableOfflineQueue: mayWait,
      connectTimeout: CONTACT_MS,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    })
      .on('error', outage.trouble)
      .on('ready', outage.over);
  const forEntries = connect(false);
  const forWorkers = connect(true);
  /** A process that has just begun waits for its first contact rather than take Redis for away. */
  const firstContact = Promise.race([
    new Promise<void>((resolve) => void forEntries.once('ready', resolve)),
    sleep(CONTACT_MS, undefined, { ref: false }),
  ]);
  const queues = new Map<string, Queue>();

  /** A queue asks Redis for its version when it is made; one that was cut off then stays useless and is made anew. */
  async function queueOf(name: string): Promise<Queue> {
    await firstContact;
    if (forEntries.status !== 'ready') throw new Error('redis is away');
    const queue = queues.get(name) ?? new Queue(name, { connection: forEntries, prefix, defaultJobOptions: FORGET });
    if (!queues.has(name)) queue.on('error', outage.trouble);
    queues.set(name, queue);
    await queue.waitUntilReady().catch((cause: unknown) => {
      queues.delete(name);
      throw cause;
    });
    return queue;
  }
  return {
    entry: (name) => ({
      async add(jobs) {
        if (jobs.length === 0) return;
        const queue = await queueOf(name);
        await queue.addBulk(jobs.map((job) => ({ name, ...job })));
      },
      waiting: async () => (await queueOf(name)).count(),
    }),
    worker<Data>(name: string, handle: Handler<Data>, pace: WorkerPace = {}) {
      const running = new Set<Promise<string>>();
      const keep: Handler<Data> = (job) => {
        const run = handle(job).finally(() => running.delete(run));
        running.add(run);
        return run;
      };
      const worker = new Worker<Data>(name, keep, { connection: forWorkers, prefix, ...LOCKS, ...pace })
        .on('error', outage.trouble)
        .on('completed', (job, outcome) => log().debug({ queue: name, job: job.id, outcome }, 'a job is done'))
        .on('failed', (job, err) =>
          log().warn({ queue: name, job: job?.id, tries: job?.attemptsMade, err }, 'a job failed'),
        );
      return {
        atOnce(most) {
          worker.concurrency = most;
        },
        async close() {
          await worker.pause(true);
          await Promise.allSettled(running);
          // BullMQ would wait for a Redis that is away; what was begun is finished all the same, and the ledgers know of it.
          const isAway = forWorkers.status !== 'ready';
          await Promise.race([worker.close(isAway), sleep(CONTACT_MS, undefined, { ref: false })]);
        },
      };
    },
    pace: (name, perSecond, prepared) => paceIn(forEntries, `${prefix}:pace:${name}`, { perSecond, prepared }),
    async close() {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      forEntries.disconnect();
      forWorkers.disconnect();
    },
  };
}
