import { setTimeout as pause } from 'node:timers/promises';
import { Types } from 'mongoose';
import { loadCharters } from '#server/petitions/index.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile, ratioOf } from '../figures.ts';
import type { Inserting } from '../load/insert-load.ts';
import { type Load, type Loader, msEach, mustBe, portOf, type Run, startLoader } from '../load/load.ts';
import { inMs, type Result } from '../results.ts';
import { interleaved } from '../rounds.ts';
import {
  aSignature,
  clearSigned,
  NAIVE_BODY,
  naiveRoom,
  type Petitions,
  petitionsBeside,
  recounted,
  signing,
} from './j3-signers.ts';

const ROUNDS = 5;
const PAIRS = 8;
const MANY = 64;
const FOR_MS = 3_000;
const PAIR_MS = 2_000;
/** More than are signed in one run. */
const ENOUGH = 30_000;
const SPREAD = 1_000;
/** After so many signatures everything is killed. */
const KILL_AFTER = 2_000;
/** A count that is not right by then never will be. */
const PATIENCE_MS = 60_000;
const AT_EASE = { RATE_LIMIT_SCALE: '1000000' };

const asked = (site: Site, more: Partial<Load>): Load => ({
  port: portOf(site),
  method: 'POST',
  paths: ['/'],
  headers: { 'content-type': 'application/json' },
  connections: MANY,
  forMs: FOR_MS,
  keepIds: true,
  ...more,
});
/** How long after the last signature the count that is shown is the number of those in the store, in milliseconds. */
async function settled(site: Site, { hot }: Petitions): Promise<number> {
  const began = performance.now();
  const there = await recounted(hot);
  for (;;) {
    const { count } = await site.get<{ count: { signatures: number } }>(`/api/v1/petitions/${hot.number}`);
    const ms = performance.now() - began;
    if (count.signatures === there) return ms;
    if (ms > PATIENCE_MS) throw new Error(`${count.signatures} are shown and ${there} signed`);
    await pause(20);
  }
}

/** Signing the hot petition against the rival and the bare driver, round by round. */
async function storm(
  result: Result,
  city: BenchCity,
  {
    ours,
    petitions,
    load,
    inserts,
  }: { ours: Site; petitions: Petitions; load: Loader<Load>; inserts: Loader<Inserting> },
): Promise<void> {
  const naive = await city.naive();
  const naiveId = await naiveRoom();
  mustBe(201, await load.run(asked(ours, { ...signing([petitions.hot], 200), connections: 4 })));
  const document = await aSignature();
  const runs: Record<'ours' | 'naive' | 'floor', Run[]> = { ours: [], naive: [], floor: [] };
  const late: number[] = [];
  let first = 10_000_000;
  const { mongodbUri: uri } = city;
  await interleaved(
    {
      ours: async () => {
        const run = await load.run(asked(ours, signing([petitions.hot], ENOUGH)));
        late.push(await settled(ours, petitions));
        runs.ours.push(run);
      },
      naive: async () => {
        runs.naive.push(
          await load.run(asked(naive, { paths: [`/petitions/${naiveId}/sign`], body: NAIVE_BODY, first })),
        );
        first += 1_000_000;
      },
      floor: async () => {
        runs.floor.push(await inserts.run({ uri, collection: 'bench_floor', document, callers: MANY, forMs: FOR_MS }));
      },
    },
    ROUNDS,
  );
  for (const run of [...runs.ours, ...runs.naive]) mustBe(201, run);
  const each = (side: keyof typeof runs): number[] => runs[side].slice(1).map(msEach);
  for (const [side, words] of [
    ['ours', 'signing'],
    ['naive', 'signing at the naive'],
    ['floor', 'bare insertOne'],
  ] as const) {
    result.times(
      `${words}, ${MANY} at once`,
      runs[side].slice(1).flatMap(({ times }) => times),
    );
    result.figure(`${words}, ${MANY} at once, a second`, 1_000 / quantile(each(side), 0.5));
  }
  const [rival, floor] = [ratioOf(each('naive'), each('ours')), ratioOf(each('floor'), each('ours'))];
  result.ratio('naive', 'signatures a second', rival);
  result.target('signatures a second', { bar: '≥ 15 times the naive', isMet: rival.ratio >= 15 });
  result.ratio('floor', 'signing against bare insertOne', floor);
  result.target('signing against bare insertOne', { bar: '≥ 1.3', isMet: floor.ratio >= 1.3 });
  const most = Math.max(...late);
  result.times('the count is right after the last signature', late);
  result.target('the count is a recount', { bar: '≤ 2 s', isMet: most <= 2_000, measured: inMs(most) });
}
/** The same storm under one petition and under a thousand, in alternating pairs. */
async function spread(result: Result, ours: Site, { hot, spread }: Petitions, load: Loader<Load>): Promise<void> {
  const runs: Record<'hot' | 'spread', Run[]> = { hot: [], spread: [] };
  const run = async (side: 'hot' | 'spread', petitions: Petitions['spread']): Promise<void> => {
    const done = await load.run(asked(ours, { ...signing(petitions, ENOUGH), forMs: PAIR_MS }));
    mustBe(201, done);
    runs[side].push(done);
  };
  await interleaved({ hot: () => run('hot', [hot]), spread: () => run('spread', spread) }, PAIRS);
  const each = (side: keyof typeof runs): number[] => runs[side].slice(1).map(msEach);
  const ratio = ratioOf(each('spread'), each('hot'));
  result.ratio('floor', 'one hot petition against a thousand', ratio);
  result.target('one hot petition against a thousand', { bar: '≥ 0.9', isMet: ratio.ratio >= 0.9 });
}
/** The page of the hot petition, against a server that has nothing but its bytes. */
async function reading(
  result: Result,
  city: BenchCity,
  ours: Site,
  { hot }: Petitions,
  load: Loader<Load>,
): Promise<void> {
  const path = `/petitions/${hot.number}`;
  await ours.text(path);
  const floor = await city.raw(ours.base + path);
  const runs: Record<'ours' | 'floor', Run[]> = { ours: [], floor: [] };
  const read = (site: Site, paths: string[]): Load =>
    asked(site, { method: 'GET', paths, headers: { 'accept-encoding': 'br' }, keepIds: false });
  await interleaved(
    {
      ours: async () => void runs.ours.push(await load.run(read(ours, [path]))),
      floor: async () => void runs.floor.push(await load.run(read(floor, ['/']))),
    },
    ROUNDS,
  );
  for (const run of [...runs.ours, ...runs.floor]) mustBe(200, run);
  const each = (side: keyof typeof runs): number[] => runs[side].slice(1).map(msEach);
  const ratio = ratioOf(each('floor'), each('ours'));
  result.figure('pages of the hot petition a second', 1_000 / quantile(each('ours'), 0.5));
  result.ratio('floor', 'reading the hot petition against a raw http Buffer', ratio);
  result.target('reading the hot petition against a raw http Buffer', { bar: '≥ 0.8', isMet: ratio.ratio >= 0.8 });
}
/** Web and worker are killed in the middle: what was acknowledged is there once, and the count that is shown comes to be a recount. */
async function killed(
  result: Result,
  city: BenchCity,
  { worker, petitions, load }: { worker: { kill9(): Promise<unknown> }; petitions: Petitions; load: Loader<Load> },
): Promise<void> {
  const web = await city.web('operator', AT_EASE);
  const before = await recounted(petitions.hot);
  const running = load.run(asked(web, { ...signing([petitions.hot], ENOUGH), forMs: 60_000 }));
  while ((await recounted(petitions.hot)) < before + KILL_AFTER) await pause(20);
  await Promise.all([web.process.kill9(), worker.kill9()]);
  const { ids } = await running;
  const [again] = await Promise.all([city.web('operator', AT_EASE), city.run('dist/work.js', {})]);
  const found = await SignatureModel.countDocuments({ _id: { $in: ids.map((id) => new Types.ObjectId(id)) } });
  result.figure('acknowledged before kill -9', ids.length);
  result.target('lost after kill -9', {
    bar: 'none',
    isMet: found === ids.length,
    measured: String(ids.length - found),
  });
  result.times('the count is right after a restart', [await settled(again, petitions)]);
  const distinct = await SignatureModel.distinct('keys', { _id: { $in: ids.map((id) => new Types.ObjectId(id)) } });
  result.target('signed twice', {
    bar: 'none',
    isMet: distinct.length === ids.length * 2,
    measured: String(ids.length * 2 - distinct.length),
  });
}

/** J3: a viral petition, against `$inc` in a transaction, the bare driver, a thousand petitions, and a Buffer. */
export async function j3(result: Result, city: BenchCity): Promise<void> {
  const since = new Types.ObjectId();
  const [load, inserts] = [await startLoader<Load>('http-load.ts'), await startLoader<Inserting>('insert-load.ts')];
  try {
    await loadCharters();
    const petitions = await petitionsBeside(SPREAD);
    const [ours, worker] = [await city.web('operator', AT_EASE), await city.run('dist/work.js', {})];
    await storm(result, city, { ours, petitions, load, inserts });
    await reading(result, city, ours, petitions, load);
    await spread(result, ours, petitions, load);
    await ours.process.stop();
    await killed(result, city, { worker, petitions, load });
  } finally {
    load.close();
    inserts.close();
    await clearSigned(since);
  }
}
