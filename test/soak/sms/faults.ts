import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { database } from '#server/platform/database.ts';
import type { Draw } from '#server/seeds/bulk/random.ts';
import type { OwnServer } from '../../support/throw-away.ts';
import type { KeptProcess } from './kept-process.ts';
import type { Stage } from './stage.ts';

/** Whom a fault befalls: faults of one lane come one after another, those of two lanes as they fall. */
export type Lane = 'processes' | 'databases' | 'provider';
/** How long faults last. `brief` is for a test: no process is held for longer than an attempt has its text. */
export type Pace = 'brief' | 'long';
interface Blow {
  stage: Stage;
  draw: Draw;
  pace: Pace;
}
/** Something that goes wrong and is over when this resolves. */
export interface Fault {
  kind: string;
  lane: Lane;
  strike(blow: Blow): Promise<void>;
}

/** So many milliseconds of chance, fewer where the pace is brief. */
const last = ({ draw, pace }: Blow, leastMs: number, mostMs: number): Promise<void> =>
  sleep(draw.between(leastMs, mostMs) / (pace === 'brief' ? 4 : 1));
/** Longer than an attempt has its text (60 s), in a long soak now and then. */
const isOverlong = ({ draw, pace }: Blow): boolean => pace === 'long' && draw.chance(0.25);

async function killed(blow: Blow, ...those: KeptProcess[]): Promise<void> {
  await Promise.all(those.map((one) => one.kill9()));
  await last(blow, 0, 4_000);
  await Promise.all(those.map((one) => one.start()));
}
const aWorker = ({ draw, stage }: Blow): KeptProcess => draw.pick(stage.workers);
async function frozen(blow: Blow, one: KeptProcess | OwnServer, isLong: boolean): Promise<void> {
  one.signal('SIGSTOP');
  try {
    await (isLong ? last(blow, 65_000, 80_000) : last(blow, 1_000, 6_000));
  } finally {
    one.signal('SIGCONT');
  }
}
async function wiped({ stage }: Blow): Promise<void> {
  const redis = new Redis(stage.databases.addresses().REDIS_URL);
  try {
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
}
async function powerCut(blow: Blow, server: OwnServer): Promise<void> {
  const port = server.port();
  await server.kill9();
  await last(blow, 0, 4_000);
  await server.restart();
  if (server.port() !== port) throw new Error('a stranger took the port of a database: begin again');
}
/** The only member hands its office on to nobody, and is elected again when it may be. */
const steppedDown = async ({ draw }: Blow): Promise<void> => {
  const seconds = draw.between(1, 4);
  await database().admin().command({ replSetStepDown: seconds, secondaryCatchUpPeriodSecs: 0, force: true });
  await sleep(seconds * 1_000);
};
const moody = async (blow: Blow, moods: object, leastMs = 1_000, mostMs = 6_000): Promise<void> => {
  await blow.stage.provide(moods);
  await last(blow, leastMs, mostMs);
  await blow.stage.provide();
};
/** A provider that does this to some creations, one after another. */
const some = (create: string, most: number) => async (blow: Blow) =>
  moody(blow, { create, times: blow.draw.between(2, most) }, 2_000, 6_000);

const BLOWS: Readonly<Record<Lane, Readonly<Record<string, Fault['strike']>>>> = {
  processes: {
    'a worker killed': (blow) => killed(blow, aWorker(blow)),
    'all workers killed': (blow) => killed(blow, ...blow.stage.workers),
    'web killed': (blow) => killed(blow, blow.stage.web),
    'web and a worker killed': (blow) => killed(blow, blow.stage.web, aWorker(blow)),
    'a worker held still': (blow) => frozen(blow, aWorker(blow), isOverlong(blow)),
  },
  databases: {
    'Redis wiped': wiped,
    'Redis held still': (blow) => frozen(blow, blow.stage.databases.redis(), false),
    'Redis killed': (blow) => powerCut(blow, blow.stage.databases.redis()),
    'Redis wiped and killed': async (blow) => {
      await wiped(blow);
      await powerCut(blow, blow.stage.databases.redis());
    },
    'mongod killed': (blow) => powerCut(blow, blow.stage.databases.mongod()),
    'mongod held still': (blow) => frozen(blow, blow.stage.databases.mongod(), false),
    'mongod stepped down': steppedDown,
  },
  provider: {
    'provider killed': (blow) => killed(blow, blow.stage.provider),
    'provider answers 429': some('busy', 30),
    'provider answers 500': some('broken', 8),
    'provider answers 500 and took it': some('broken-after-taking', 8),
    'connection cut before taking': some('reset', 8),
    'connection cut after taking': some('reset-after-taking', 8),
    'no answer though it took it': some('silent-after-taking', 5),
    'provider slower than the time-out': (blow) => moody(blow, { delayMs: blow.draw.between(10_500, 15_000) }),
    'provider slower than the lease': (blow) =>
      moody(blow, { delayMs: blow.pace === 'long' ? blow.draw.between(62_000, 150_000) : 12_000 }, 500, 1_500),
    'the list of messages breaks': (blow) => moody(blow, { list: blow.draw.pick(['broken', 'reset']) }),
    'callbacks lost': (blow) => moody(blow, { callbacks: 'off' }),
    'callbacks repeated': (blow) => moody(blow, { callbacks: 'doubled' }),
    'callbacks shuffled': (blow) => moody(blow, { callbacks: 'shuffled' }),
    'callbacks late': (blow) => moody(blow, { callbacks: 'late' }),
    'phones out of reach': (blow) => moody(blow, { ending: blow.draw.pick(['undelivered', 'failed']) }, 500, 2_000),
  },
};
/** Every kind of fault. */
export const FAULTS: readonly Fault[] = (Object.keys(BLOWS) as Lane[]).flatMap((lane) =>
  Object.entries(BLOWS[lane]).map(([kind, strike]) => ({ kind, lane, strike })),
);
