import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { database } from '#server/platform/database.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile, ratioOf } from '../figures.ts';
import type { Inserting } from '../load/insert-load.ts';
import { type Load, type Loader, msEach, mustBe, portOf, type Run, startLoader } from '../load/load.ts';
import type { Result } from '../results.ts';
import { interleaved } from '../rounds.ts';
import { aFiledCase, assertWhole, BODY, clearFiled, naiveRoom } from './j1-filed.ts';

const ROUNDS = 5;
const MANY = 64;
const FOR_MS = 3_000;
const LONE_FOR_MS = 1_500;
const MILLION = 1_000_000;
/** After so many filings the process is killed. */
const KILL_AFTER = 300;
/** No office files as much from one address as a bench. */
const AT_EASE = { RATE_LIMIT_SCALE: '1000000' };

type Side = 'ours' | 'naive' | 'floor' | 'indexed' | 'lone' | 'loneFloor';
type Runs = Record<Side, Run[]>;

/** Filings, each with a key of its own, as the product's own clients send them. */
const filing = (site: Site, connections: number, first: number): Load => ({
  port: portOf(site),
  method: 'POST',
  paths: ['/api/v1/appeals'],
  headers: { 'content-type': 'application/json', 'idempotency-key': 'bench-filing-#N#' },
  body: BODY,
  first,
  connections,
  forMs: connections === 1 ? LONE_FOR_MS : FOR_MS,
  keepIds: true,
});

/** All sides in turn, round by round; what they did is in the order of the rounds, the first of which warms up. */
async function rounds(city: BenchCity, ours: Site, load: Loader<Load>, inserts: Loader<Inserting>): Promise<Runs> {
  const naive = await city.naive();
  const document = await aFiledCase(ours);
  const runs: Runs = { ours: [], naive: [], floor: [], indexed: [], lone: [], loneFloor: [] };
  let first = 1;
  const noted = (side: Side, status: number | null, go: () => Promise<Run>) => async (): Promise<void> => {
    const run = await go();
    if (status !== null) mustBe(status, run);
    runs[side].push(run);
    first += run.times.length + MANY;
  };
  const insert = (callers: number, forMs: number, into: Pick<Inserting, 'collection' | 'unique'>) => () =>
    inserts.run({ uri: city.mongodbUri, document, callers, forMs, ...into });
  const bare = { collection: 'bench_floor' };
  await interleaved(
    {
      ours: noted('ours', 201, () => load.run(filing(ours, MANY, first))),
      naive: noted('naive', 201, () => load.run({ ...filing(naive, MANY, first), paths: ['/appeals'], body: BODY })),
      floor: noted('floor', null, insert(MANY, FOR_MS, bare)),
      indexed: noted('indexed', null, insert(MANY, FOR_MS, { collection: 'cases', unique: 'number' })),
      lone: noted('lone', 201, () => load.run(filing(ours, 1, first))),
      loneFloor: noted('loneFloor', null, insert(1, LONE_FOR_MS, bare)),
    },
    ROUNDS,
  );
  return runs;
}

function judge(result: Result, runs: Runs): void {
  const each = (side: Side): number[] => runs[side].slice(1).map(msEach);
  const late = (side: Side): number[] => runs[side].slice(1).map(({ times }) => quantile(times, 0.99));
  const all = (side: Side): number[] => runs[side].slice(1).flatMap(({ times }) => times);
  for (const [side, words] of [
    ['ours', `filing, ${MANY} at once`],
    ['naive', `filing at the naive, ${MANY} at once`],
    ['floor', `bare insertOne, ${MANY} at once`],
    ['indexed', `bare insertOne among the cases, ${MANY} at once`],
    ['lone', 'filing alone'],
    ['loneFloor', 'bare insertOne alone'],
  ] as const) {
    result.times(words, all(side));
    result.figure(`${words}, a second`, 1_000 / quantile(each(side), 0.5));
  }
  const [rival, tail] = [ratioOf(each('naive'), each('ours')), ratioOf(late('naive'), late('ours'))];
  result.ratio('naive', 'filings a second', rival);
  result.target('filings a second', { bar: '≥ 3 times the naive', isMet: rival.ratio >= 3 });
  result.ratio('naive', 'p99 of filing', tail);
  result.target('p99 of filing', { bar: 'a third of the naive’s: ≥ 3', isMet: tail.ratio >= 3 });
  for (const [what, ours, floor, bar, scale] of [
    [`filing against bare insertOne, ${MANY} at once`, 'ours', 'floor', 1.3, 0],
    ['filing against bare insertOne, alone', 'lone', 'loneFloor', 0.5, 0],
    ['filing against bare insertOne among a million cases with their indexes', 'ours', 'indexed', 0.9, MILLION],
  ] as const) {
    const ratio = ratioOf(each(floor), each(ours));
    result.ratio('floor', what, ratio);
    result.target(what, { bar: `≥ ${bar}`, isMet: ratio.ratio >= bar }, scale);
  }
}

/** What was acknowledged before the process was killed in the middle of it is there, and what is there is whole. */
async function kill(result: Result, city: BenchCity, load: Loader<Load>): Promise<void> {
  const since = new mongoose.Types.ObjectId();
  const site = await city.web('operator', AT_EASE);
  const running = load.run({ ...filing(site, MANY, 50_000_000), forMs: 60_000 });
  while (
    (await database()
      .collection('cases')
      .countDocuments({ _id: { $gte: since } })) < KILL_AFTER
  )
    await pause(50);
  await site.process.kill9();
  const { ids, broken } = await running;
  if (broken !== MANY || ids.length === 0) throw new Error(`${ids.length} were filed, ${broken} connections broke`);
  const { lost, torn, kept } = await assertWhole(since, ids);
  result.figure('acknowledged before kill -9', ids.length);
  result.figure('kept, not acknowledged', kept - ids.length + lost);
  result.target('lost after kill -9', { bar: 'none', isMet: lost === 0, measured: String(lost) });
  result.target('half-written after kill -9', { bar: 'none', isMet: torn === 0, measured: String(torn) });
}

/** J1: filing an appeal against a naive server that writes a number, the appeal, its history and a queued text, and against the bare driver. */
export async function j1(result: Result, city: BenchCity): Promise<void> {
  const since = new mongoose.Types.ObjectId();
  const [load, inserts] = [await startLoader<Load>('http-load.ts'), await startLoader<Inserting>('insert-load.ts')];
  try {
    await naiveRoom();
    const ours = await city.web('operator', AT_EASE);
    const runs = await rounds(city, ours, load, inserts);
    judge(result, runs);
    const filed = [...runs.ours, ...runs.lone].flatMap(({ ids }) => ids);
    const answered = [...runs.ours, ...runs.lone].reduce((sum, { times }) => sum + times.length, 0);
    if (filed.length !== answered) throw new Error(`${answered} answers of 201 named ${filed.length} appeals`);
    const counted = await database().collection('naive_history').countDocuments();
    const rivals = runs.naive.reduce((sum, { times }) => sum + times.length, 0);
    if (counted !== rivals) throw new Error(`the naive answered ${rivals} times and wrote ${counted}`);
    const { lost, torn } = await assertWhole(since, filed);
    result.target('every answer of 201 is in the store, whole', {
      bar: 'all',
      isMet: lost + torn === 0,
      measured: `${filed.length - lost - torn} of ${filed.length}`,
    });
    await kill(result, city, load);
  } finally {
    load.close();
    inserts.close();
    await clearFiled(since);
  }
}
