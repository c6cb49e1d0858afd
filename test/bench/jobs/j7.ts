import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { CaseModel } from '#server/register/case.model.ts';
import { readStatistics, type Statistics } from '#shared/contract/statistics.ts';
import { announce } from '../../support/published.ts';
import { asRecount, type Recount } from '../../support/statistics-recount.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile, ratioOf } from '../figures.ts';
import { type Load, msEach, mustBe, portOf, type Run, startLoader } from '../load/load.ts';
import { inMs, type Result } from '../results.ts';
import { interleaved, timed } from '../rounds.ts';

const [MILLION, ROUNDS, CALLERS, FOR_MS] = [1_000_000, 5, 16, 2_000];
const CHANGES = 10;
const FILTERED = 40;
/** Between two looks at whether something has arrived. */
const LOOK_MS = 20;
const PATIENCE_MS = 120_000;
/** Nobody asks as much from one address as a bench. */
const AT_EASE = { RATE_LIMIT_SCALE: '1000000' };
const JSON_PATH = readStatistics.path;
const PAGE_PATH = '/statistics';

/** As everybody asks, without a session: the fast lane answers. Null until the cases were read. */
async function figuresAt(base: string): Promise<Statistics | null> {
  const answer = await fetch(base + JSON_PATH);
  if (answer.status === 503) return null;
  assert.equal(answer.status, 200);
  return (await answer.json()) as Statistics;
}
/** Waits until the figures are as wanted; answers how long that took, in milliseconds. */
async function until(base: string, isWanted: (found: Statistics) => boolean): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE_MS) {
    const found = await figuresAt(base);
    if (found && isWanted(found)) return performance.now() - began;
    await pause(LOOK_MS);
  }
  throw new Error('the figures never became as wanted');
}
/** Both count the same, figure by figure; a topic with others below it counts those too, so that leaves are compared. */
async function assertEqual(ours: Site, naive: Site): Promise<void> {
  const found = await figuresAt(ours.base);
  assert.ok(found);
  const mine = asRecount(found);
  const theirs = await naive.get<Recount>('/statistics');
  assert.deepEqual({ ...mine, byCategory: {} }, { ...theirs, byCategory: {} });
  for (const [code, figures] of Object.entries(mine.byCategory))
    assert.deepEqual(figures, theirs.byCategory[code], code);
}

async function rounds(result: Result, city: BenchCity, ours: Site, naive: Site): Promise<void> {
  const load = await startLoader<Load>('http-load.ts');
  const [jsonFloor, pageFloor] = [
    portOf(await city.raw(ours.base + JSON_PATH)),
    portOf(await city.raw(ours.base + PAGE_PATH)),
  ];
  const asking = (port: number, path: string): Load => ({
    port,
    method: 'GET',
    paths: [path],
    headers: { 'accept-encoding': 'br' },
    connections: CALLERS,
    forMs: FOR_MS,
  });
  const sides = {
    json: asking(portOf(ours), JSON_PATH),
    jsonFloor: asking(jsonFloor, JSON_PATH),
    page: asking(portOf(ours), PAGE_PATH),
    pageFloor: asking(pageFloor, PAGE_PATH),
    naive: asking(portOf(naive), '/statistics'),
  };
  type Side = keyof typeof sides;
  const runs: Record<Side, Run[]> = { json: [], jsonFloor: [], page: [], pageFloor: [], naive: [] };
  const go = (side: Side) => async (): Promise<void> => {
    const run = await load.run(sides[side]);
    mustBe(200, run);
    runs[side].push(run);
  };
  await interleaved(
    { json: go('json'), jsonFloor: go('jsonFloor'), page: go('page'), pageFloor: go('pageFloor'), naive: go('naive') },
    ROUNDS,
  );
  load.close();
  const each = (side: Side): number[] => runs[side].slice(1).map(msEach);
  for (const [side, words] of [
    ['json', 'JSON'],
    ['jsonFloor', 'JSON, raw http Buffer'],
    ['page', 'page'],
    ['pageFloor', 'page, raw http Buffer'],
    ['naive', 'JSON, naive'],
  ] as const) {
    result.times(
      `${words}, ${CALLERS} at once`,
      runs[side].slice(1).flatMap(({ times }) => times),
    );
    result.figure(`${words}, answers a second`, 1_000 / quantile(each(side), 0.5));
    const [first] = runs[side];
    if (first) result.figure(`${words}, bytes`, first.bytes / first.times.length);
  }
  const rival = ratioOf(each('naive'), each('json'));
  result.ratio('naive', 'figures', rival);
  result.target('figures', { bar: '≥ 100 times the naive', isMet: rival.ratio >= 100, measured: rival }, MILLION);
  for (const [what, side, floor] of [
    ['JSON against a raw http Buffer', 'json', 'jsonFloor'],
    ['page against a raw http Buffer', 'page', 'pageFloor'],
  ] as const) {
    const own = ratioOf(each(floor), each(side));
    result.ratio('floor', `${what}, answers a second`, own);
    result.target(what, { bar: '≥ 0.80', isMet: own.ratio >= 0.8, measured: own });
  }
}
/** A case is taken out of the public and put back: how long the figures take to follow. The store is as before afterwards. */
async function freshness(result: Result, ours: Site): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < CHANGES; n += 1) {
    const { items } = await ours.get<{ items: { id: string }[] }>('/api/v1/appeals?limit=20');
    const found = await CaseModel.findById(items[n % items.length]?.id).lean();
    assert.ok(found);
    for (const state of ['none', found.publication.state]) {
      const before = (await figuresAt(ours.base))?.total ?? 0;
      await CaseModel.updateOne({ _id: found._id }, { $set: { 'publication.state': state } });
      await announce([found as never]);
      times.push(await until(ours.base, ({ total }) => total !== before));
    }
  }
  result.times('until the figures follow a change', times);
  const last = Math.max(...times);
  result.target('fresh after a change', { bar: 'in ≤ 5 s, each time', isMet: last <= 5_000, measured: inMs(last) });
}
/** Figures of one district each time, which are counted anew. */
async function filtered(result: Result, ours: Site): Promise<void> {
  const found = await figuresAt(ours.base);
  const codes = (found?.byDistrict ?? []).flatMap(({ districtCode }) => districtCode ?? []);
  const times: number[] = [];
  for (let n = 0; n < FILTERED; n += 1) {
    times.push((await timed(() => ours.get(`${JSON_PATH}?district=${codes[n % codes.length]}`))).ms);
  }
  result.times('figures of one district, counted anew', times);
}

/** J7: the public figures out of columns and prepared buffers, against a `$group` for everybody who asks and a raw Buffer. */
export async function j7(result: Result, city: BenchCity): Promise<void> {
  const [ours, naive] = [await city.web('operator', AT_EASE), await city.naive()];
  result.times('from an open port to the first figures', [await until(ours.base, () => true)]);
  await assertEqual(ours, naive);
  await rounds(result, city, ours, naive);
  await filtered(result, ours);
  await freshness(result, ours);
  await assertEqual(ours, naive);
  result.figure('cases counted', (await figuresAt(ours.base))?.total ?? 0);
}
