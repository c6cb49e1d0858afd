import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchCity } from '../city.ts';
import { median, quantile, ratioOf } from '../figures.ts';
import type { Heard } from '../load/live-clients.ts';
import type { Result } from '../results.ts';
import { casesToChange } from './j6-changes.ts';
import { type LiveSite, sendBare, startCrowd, startSites } from './j6-crowd.ts';

const ROUNDS = 5;
const WHOLE = { scale: 100_000, sockets: 10_000 };
const SMALL = 2_000;
/** Cases that change in a round, each so many times; all of them once in a second. */
const [CASES, TIMES, EVERY_MS] = [40, 3, 25];
/** Frames of such a round: the product tells four times a second at the most. */
const FRAMES = TIMES * 4;
const [ASK_EVERY_MS, ASKED_FOR_MS] = [10, 2_500];
const SETTLE_MS = 1_500;
const KB = 1_024;

type Name = 'ours' | 'naive' | 'floor';
const NAMES: readonly Name[] = ['ours', 'naive', 'floor'];

/** Asks for a page at a steady rate until told to stop; times in milliseconds, each from when it was due. */
function askSteadily(address: string): () => Promise<number[]> {
  const times: number[] = [];
  const flying: Promise<void>[] = [];
  const timer = setInterval(() => {
    const began = performance.now();
    const asked = fetch(address)
      .then((answer) => answer.arrayBuffer())
      .then(() => void times.push(performance.now() - began));
    flying.push(asked);
  }, ASK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await Promise.all(flying);
    return times;
  };
}

/** J6: what open maps cost, and how soon all of them hear. */
export async function j6(result: Result, city: BenchCity): Promise<void> {
  const sockets = city.scale >= WHOLE.scale ? WHOLE.sockets : SMALL;
  const sites = await startSites(city);
  const addresses = NAMES.map((name) => sites[name].base + (name === 'floor' ? '#bare' : ''));
  const crowd = await startCrowd(city, sockets, addresses);
  const changing = await casesToChange(CASES);
  for (const [nth, name] of NAMES.entries()) {
    const before = await sites[name].figures();
    await crowd.open(nth);
    await pause(SETTLE_MS);
    const after = await sites[name].figures();
    result.figure(`${name}: KB of memory a socket`, (after.rss - before.rss) / sockets / KB);
  }
  const frame = `42${JSON.stringify(['map.changed', { areas: changing.areas.slice(0, CASES / 4) }])}`;
  const tell = async (name: Name): Promise<void> => {
    if (name !== 'floor') return changing.change(name, TIMES, EVERY_MS);
    for (let n = 0; n < FRAMES; n += 1) {
      await sendBare(sites.floor, frame);
      await pause((CASES * EVERY_MS) / 4);
    }
  };
  /** One frame to everybody: from the first map that hears it to the last. */
  const spread = async (name: Name, nth: number): Promise<number> => {
    await crowd.reset(nth);
    if (name === 'floor') await sendBare(sites.floor, frame);
    else await changing.change(name, 1, 1);
    const { firstMs, lastMs, frames } = await crowd.heard(nth);
    return ((lastMs - firstMs) / frames) * sockets;
  };
  const cpu = { ours: [], naive: [], floor: [] } as Record<Name, number[]>;
  const perFrame = { ours: [], naive: [], floor: [] } as Record<Name, number[]>;
  const spreads = { ours: [], naive: [], floor: [] } as Record<Name, number[]>;
  const heard = {} as Record<Name, Heard>;
  const asked = { before: [] as number[], during: [] as number[] };
  const p99 = async (site: LiveSite, during: () => Promise<unknown>): Promise<number> => {
    const stop = askSteadily(`${site.base}/`);
    await during();
    return quantile(await stop(), 0.99);
  };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (let turn = 0; turn < NAMES.length; turn += 1) {
      const nth = (round + turn) % NAMES.length;
      const name = NAMES[nth] ?? 'ours';
      await crowd.reset(nth);
      const before = await sites[name].figures();
      await tell(name);
      heard[name] = await crowd.heard(nth);
      const used = (await sites[name].figures()).cpuS - before.cpuS;
      const last = await spread(name, nth);
      if (round === 0) continue;
      cpu[name].push((used / heard[name].events) * 1e6);
      perFrame[name].push((used / heard[name].frames) * 1e6);
      spreads[name].push(last);
      if (name !== 'ours') continue;
      asked.before.push(await p99(sites.ours, () => pause(ASKED_FOR_MS)));
      asked.during.push(await p99(sites.ours, () => tell('ours')));
    }
  await changing.restore();
  assert.equal(heard.ours.events, heard.naive.events, 'maps heard of other changes than of those in their sight');

  for (const name of NAMES) {
    result.figure(`${name}: µs of processor for a change in sight`, median(cpu[name]));
    result.figure(`${name}: µs of processor a frame`, median(perFrame[name]));
    result.figure(`${name}: frames in a round`, heard[name].frames);
    result.times(`${name}: from the first to the last map`, spreads[name]);
  }
  const rival = ratioOf(cpu.naive, cpu.ours);
  const floor = ratioOf(perFrame.floor, perFrame.ours);
  const last = ratioOf(spreads.ours, spreads.floor);
  const pages = ratioOf(asked.during, asked.before);
  result.ratio('naive', 'processor for a change in sight', rival);
  result.ratio('floor', 'frames for the same processor', floor);
  result.ratio('floor', 'time until the last map', last);
  result.ratio('floor', 'p99 of a page during / before', pages);
  result.times('page before', asked.before);
  result.times('page during', asked.during);
  const memory = result.found.figures['ours: KB of memory a socket'] ?? Number.NaN;
  result.target('naive processor for a change', { bar: '≥ 5', isMet: rival.ratio >= 5, measured: rival });
  result.target('frames for the same processor', {
    bar: '≥ 0.75 of bare ws',
    isMet: floor.ratio >= 0.75,
    measured: floor,
  });
  result.target('time until the last map', { bar: '≤ 1.5 of bare ws', isMet: last.ratio <= 1.5, measured: last });
  result.target('memory', { bar: '≤ 20 KB a socket', isMet: memory <= 20, measured: `${memory.toFixed(1)} KB` });
  result.target('p99 of a page during a broadcast', { bar: '≤ 1.3', isMet: pages.ratio <= 1.3, measured: pages });
  result.target('sockets', { bar: '10,000', isMet: sockets >= WHOLE.sockets, measured: String(sockets) }, WHOLE.scale);
}
