import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { database } from '#server/platform/database.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile, ratioOf } from '../figures.ts';
import { HttpLine } from '../load/http-line.ts';
import { type Load, type Loader, msEach, mustBe, portOf, type Run, startLoader } from '../load/load.ts';
import { inMs, type Result } from '../results.ts';
import { interleaved, timed } from '../rounds.ts';
import { until } from '../until.ts';
import { aCaseOnTheMap, casesOn, filtered, type TileQuestion, tilesOver, unfiltered } from './j2-tiles.ts';

const ROUNDS = 5;
const MILLION = 1_000_000;
/** The rival answers no tile with more cases than this: it would take minutes for one. */
const MOST_AT_NAIVE = 20_000;
const MANY = 64;
/** Tiles a second that people who pan ask for, all together. */
const RATES = { unfiltered: 100, filtered: 20 };
const KB = 1_024;
const MIB = 2 ** 20;
const AT_EASE = { RATE_LIMIT_SCALE: '1000000' };
const FLIPS = 10;
/** A tile that is not right by then never will be. */
const PATIENCE = { withinMs: 60_000, everyMs: 10 };
/** The tile over the middle of the city, from far away. */
const MIDDLE = '/api/v1/map/10/599/362';

const counted = async (site: Site, path: string): Promise<number> => casesOn(await site.get(path));
const asking = (site: Site, paths: readonly string[], more: Partial<Load>): Load => ({
  port: portOf(site),
  method: 'GET',
  paths,
  headers: { 'accept-encoding': 'br' },
  connections: MANY,
  forMs: 3_000,
  ...more,
});

/**
 * What is answered there, one after another; nothing is read of it yet, for whoever asks has a machine of their own. The line is
 * new each time: one that lay idle while the other side was asked would be closed by the server.
 */
async function bodies(site: Site, paths: readonly string[]): Promise<string[]> {
  const line = new HttpLine(portOf(site));
  const all: string[] = [];
  for (const path of paths) {
    const { status, body } = await line.send(`GET ${path} HTTP/1.1\r\nHost: city\r\nAccept-Encoding: identity\r\n\r\n`);
    assert.equal(status, 200, path);
    all.push(body);
  }
  line.close();
  return all;
}
/** The same tiles of both, one after another; how many cases each shows is the same. */
async function against(
  result: Result,
  what: string,
  bar: number,
  { ours, naive, asked }: { ours: Site; naive: Site; asked: TileQuestion[] },
): Promise<void> {
  const fair: TileQuestion[] = [];
  for (const question of asked) if ((await counted(ours, question.ours)) <= MOST_AT_NAIVE) fair.push(question);
  assert.ok(fair.length > 0, 'every tile holds too many cases for the rival');
  const { times, answers } = await interleaved(
    {
      ours: () =>
        bodies(
          ours,
          fair.map((question) => question.ours),
        ),
      naive: () =>
        bodies(
          naive,
          fair.map((question) => question.naive),
        ),
    },
    ROUNDS,
  );
  const counts = answers.ours.map((body) => casesOn(JSON.parse(body)));
  assert.deepEqual(
    counts,
    answers.naive.map((body) => JSON.parse(body).length),
    'both show as many cases on each tile',
  );
  const ratio = ratioOf(times.naive, times.ours);
  result.times(`${fair.length} ${what}, ours`, times.ours);
  result.times(`${fair.length} ${what}, naive`, times.naive);
  result.figure(
    `cases on these ${what}`,
    counts.reduce((sum, count) => sum + count, 0),
  );
  result.ratio('naive', what, ratio);
  result.target(what, { bar: `≥ ${bar} times the naive`, isMet: ratio.ratio >= bar }, MILLION);
}
/** How late answers are at a steady rate, whoever was slow before them. */
async function steady(
  result: Result,
  load: Loader<Load>,
  site: Site,
  { what, asked, bar, rate }: { what: string; asked: readonly TileQuestion[]; bar: number; rate: number },
): Promise<void> {
  const paths = asked.map(({ ours }) => ours);
  const runs: Run[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const run = await load.run(asking(site, paths, { perSecond: rate }));
    mustBe(200, run);
    if (round > 0) runs.push(run);
  }
  const p99s = runs.map(({ times }) => quantile(times, 0.99));
  result.times(
    `${what} at ${rate} a second`,
    runs.flatMap(({ times }) => times),
  );
  const p99 = quantile(p99s, 0.5);
  const measured = `${inMs(p99)} (rounds ${inMs(Math.min(...p99s))} to ${inMs(Math.max(...p99s))})`;
  result.target(`${what}, p99`, { bar: `≤ ${bar} ms`, isMet: p99 <= bar, measured }, MILLION);
}
/** One tile again and again, against a server that has nothing but its bytes. */
async function cached(result: Result, city: BenchCity, load: Loader<Load>, site: Site, path: string): Promise<void> {
  const floor = await city.raw(site.base + path);
  const runs: Record<'ours' | 'floor', Run[]> = { ours: [], floor: [] };
  await interleaved(
    {
      ours: async () => void runs.ours.push(await load.run(asking(site, [path], {}))),
      floor: async () => void runs.floor.push(await load.run(asking(floor, ['/'], {}))),
    },
    ROUNDS,
  );
  const each = (side: 'ours' | 'floor'): number[] => runs[side].slice(1).map(msEach);
  const ratio = ratioOf(each('floor'), each('ours'));
  const what = 'a cached tile against a raw http Buffer';
  result.ratio('floor', what, ratio);
  result.target(what, { bar: '≥ 0.8', isMet: ratio.ratio >= 0.8 });
}
/** The largest of the answers as they travel. */
async function size(result: Result, load: Loader<Load>, site: Site, asked: readonly TileQuestion[]): Promise<void> {
  let most = 0;
  for (const { ours: path } of asked) {
    const { bytes, times } = await load.run(asking(site, [path], { connections: 1, forMs: 50 }));
    most = Math.max(most, bytes / times.length / KB);
  }
  const what = 'the largest answer, brotli';
  result.target(what, { bar: '≤ 15 KB', isMet: most <= 15, measured: `${most.toFixed(1)} KB` }, MILLION);
}
/** A case is taken off the map and put back: how long after the commit the tile says so. */
async function freshness(result: Result, site: Site): Promise<void> {
  const cases = database().collection('cases');
  const { path, id } = await aCaseOnTheMap();
  const before = await counted(site, path);
  assert.ok(before > 0, 'the case is not on its tile');
  const found = await cases.findOne({ _id: new mongoose.Types.ObjectId(id) });
  assert.ok(found);
  const set = (state: string, kind: 'appeal.hidden' | 'appeal.published'): Promise<void> =>
    transaction(async ({ session, record }) => {
      await cases.updateOne({ _id: found._id }, { $set: { 'publication.state': state } }, { session });
      const subject = { kind: 'case', id: String(found._id) };
      await record([{ kind, subject, actorId: null, facts: { publicStatus: 'received' } }]);
    });
  const shows = (count: number): Promise<void> =>
    until(`the tile has ${count} cases`, async () => (await counted(site, path)) === count, PATIENCE);
  const [gone, back]: [number[], number[]] = [[], []];
  for (let n = 0; n < FLIPS; n += 1) {
    await set('none', 'appeal.hidden');
    gone.push((await timed(() => shows(before - 1))).ms);
    await set(found.publication.state, 'appeal.published');
    back.push((await timed(() => shows(before))).ms);
  }
  result.times('a hidden case is off its tile', gone);
  result.times('a published case is on its tile', back);
  const most = Math.max(...gone, ...back);
  result.target('fresh on the map', { bar: '≤ 1 s', isMet: most <= 1_000, measured: inMs(most) });
}
/** From the start of a process until it shows as many cases there as one that runs. */
async function start(result: Result, city: BenchCity, cases: number): Promise<void> {
  const began = performance.now();
  const site = await city.web('operator', AT_EASE);
  while ((await counted(site, MIDDLE)) < cases) await pause(20);
  const ms = performance.now() - began;
  await site.process.stop();
  const what = 'on the map from process start';
  result.target(what, { bar: '≤ 3 s', isMet: ms <= 3_000, measured: inMs(ms) }, MILLION);
  result.times(what, [ms]);
}

/** J2: what a view of the map asks for, gathered and by itself, against documents found in a box and turned into JSON one by one. */
export async function j2(result: Result, city: BenchCity): Promise<void> {
  const load = await startLoader<Load>('http-load.ts');
  try {
    const [ours, naive] = [await city.web('operator', AT_EASE), await city.naive()];
    const [few, many] = [await tilesOver('points'), await tilesOver('clusters')];
    const cases = await counted(ours, MIDDLE);
    assert.ok(cases > 0, 'no case is on the map');
    await against(result, 'tiles of single cases', 30, { ours, naive, asked: unfiltered(few) });
    await against(result, 'tiles of clusters', 200, { ours, naive, asked: unfiltered(many) });
    await against(result, 'tiles by a filter', 200, { ours, naive, asked: await filtered(many) });
    const all = [...many, ...few];
    const [plain, sieved] = [unfiltered(all), await filtered(all)];
    await steady(result, load, ours, { what: 'any tile', asked: plain, bar: 5, rate: RATES.unfiltered });
    await steady(result, load, ours, { what: 'any tile by a filter', asked: sieved, bar: 30, rate: RATES.filtered });
    await cached(result, city, load, ours, unfiltered(few)[0]?.ours ?? MIDDLE);
    await size(result, load, ours, [...plain, { ours: MIDDLE, naive: '' }]);
    const [, resident = '0'] = /process_resident_memory_bytes (\d+)/.exec(await ours.text('/metrics')) ?? [];
    result.figure('resident memory of the web process, MiB', Number(resident) / MIB);
    await freshness(result, ours);
    await start(result, city, cases);
  } finally {
    load.close();
  }
}
