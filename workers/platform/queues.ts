import { type Job, Queue, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { log } from '#server/platform/log.ts';
import { oncePerOutage } from './outage.ts';

/** What a job is once it is over or given up: gone. MongoDB remembers, and a kept job would block its own queueing again. */
const FORGET = { removeOnComplete: true, removeOnFail: true } as const;

/** The queues of one deployment in one Redis. */
export interface Queues {
  /** A queue to add to. While Redis is away adding fails at once: the caller has a sweep. */
  queue<Data>(name: string): Queue<Data>;
  /** Starts a worker. It outlives a Redis that is away or wiped. */
  worker<Data>(name: string, handle: Handler<Data>, options?: WorkerPace): Worker<Data>;
  /** Lets go of Redis, after the workers were closed. */
  close(): Promise<void>;
}
/** Handles a job; what it returns is logged as the outcome. */
export type Handler<Data> = (job: Pick<Job<Data>, 'data'>) => Promise<string>;
/** How many at once, and how many in how many milliseconds over all workers together. */
export type WorkerPace = Pick<WorkerOptions, 'concurrency' | 'limiter'>;

/** Two deployments that share a Redis are kept apart by the names of their databases. */
export const prefixOf = (databaseName: string): string => `vidhuk-${databaseName}`;

/** Connects to Redis, for queues and for workers: the first must not wait for it, the second must. */
export function queuesIn(redisUrl: string, prefix: string): Queues {
  const heard = oncePerOutage('redis');
  const connect = (mayWait: boolean): Redis =>
    new Redis(redisUrl, {
      maxRetriesPerRequest: mayWait ? null : 1,
      enableOfflineQueue: mayWait,
      connectTimeout: 2_000,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    })
      .on('error', heard.trouble)
      .on('ready', heard.over);
  const forQueues = connect(false);
  const forWorkers = connect(true);
  const queues: Queue[] = [];

  return {
    queue<Data>(name: string) {
      const made = new Queue<Data>(name, {
        connection: forQueues,
        prefix,
        skipWaitingForReady: true,
        defaultJobOptions: FORGET,
      });
      made.on('error', heard.trouble);
      queues.push(made as Queue);
      return made;
    },
    worker<Data>(name: string, handle: Handler<Data>, pace: WorkerPace = {}) {
      const made = new Worker<Data>(name, (job) => handle(job), { connection: forWorkers, prefix, ...pace });
      made.on('error', heard.trouble);
      made.on('completed', (job, outcome) => log().debug({ queue: name, job: job.id, outcome }, 'a job is done'));
      made.on('failed', (job, err) =>
        log().warn({ queue: name, job: job?.id, attempt: job?.attemptsMade, err }, 'a job failed'),
      );
      return made;
    },
    async close() {
      await Promise.allSettled(queues.map((queue) => queue.close()));
      forQueues.disconnect();
      forWorkers.disconnect();
    },
  };
}
