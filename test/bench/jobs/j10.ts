import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { database } from '#server/platform/database.ts';
import { aDraft } from '../../support/appeals.ts';
import type { BenchCity, Site } from '../city.ts';
import { quantile } from '../figures.ts';
import { type Loader, startLoader } from '../load/load.ts';
import type { Flow, Kind, Order } from '../mixed/plan.ts';
import { inMs, type Result } from '../results.ts';

/** Callers who find a kind's own maximum, and for how many seconds each kind is asked alone. */
const CALLERS = 32;
const SOLO_S = 5;
/** Alone each kind is measured at half of its own maximum, and the mix comes to half of what the process can do, each kind's part alike: they share it. */
const HALF = 0.5;
/** Those of the spike have a twentieth of their maximum before it, so that the spike is their whole maximum. */
const SPIKE_TIMES = 20;
const SPIKED: readonly string[] = ['home', 'file'];
const SPIKE_S = 10;
/** The database asks for few enough of ids at once. */
const LOT = 10_000;
const MOST_TIMES_SOLO = 3;
const NORMAL_WITHIN_MS = 10_000;
const NORMAL_RUNNING = 5;
const MB = 1_048_576;
/** What the memory may gain from the first part of the mix to its end. */
const FLAT = 1.25;

/** A process that sends requests of several kinds at once, and tells what became of each by its name. */
type Mixed = Loader<Order, Record<string, Flow>>;
/** All kinds of load: prepared, plain, dear, of staff, and filing. */
async function kindsOf(site: Site, authorization: string): Promise<Record<string, Kind>> {
  const cases = await database()
    .collection('cases')
    .find({ 'publication.state': 'public' })
    .project({ number: 1 })
    .limit(50)
    .toArray();
  const get = (paths: readonly string[], headers: Record<string, string> = {}): Kind => ({
    method: 'GET',
    paths,
    headers,
  });
  const topics = (await site.get<{ categories: { code: string }[] }>('/api/v1/catalogue')).categories.slice(0, 20);
  return {
    home: get(['/'], { 'accept-encoding': 'br' }),
    case: get(cases.map(({ number }) => `/appeals/${number}`)),
    tile: get(['/api/v1/map/11/1198/724', '/api/v1/map/12/2397/1447', '/api/v1/map/13/4795/2895']),
    list: get(topics.map(({ code }) => `/?category=${code}`)),
    register: get(['/api/v1/register?view=new', '/api/v1/register?view=answered'], { authorization }),
    file: {
      method: 'POST',
      paths: ['/api/v1/appeals'],
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aDraft()),
    },
  };
}
const total = (counts: Record<string, number>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
const p99Of = ({ times }: Flow): number => quantile(times, 0.99);
const rssOf = async (site: Site): Promise<number> =>
  Number(/^process_resident_memory_bytes (\S+)/m.exec(await site.text('/metrics'))?.[1]) / MB;
/** How many of these ids are no cases. */
async function lost(ids: readonly string[]): Promise<number> {
  let kept = 0;
  for (let at = 0; at < ids.length; at += LOT) {
    const some = ids.slice(at, at + LOT).map((id) => new mongoose.Types.ObjectId(id));
    kept += await database()
      .collection('cases')
      .countDocuments({ _id: { $in: some } });
  }
  return ids.length - kept;
}
/** How long after the load each kind that is read answers again as it does alone, several times running, in milliseconds. */
async function untilNormal(
  load: Mixed,
  site: Site,
  kinds: Record<string, Kind>,
  solo: Record<string, number>,
): Promise<number> {
  const began = performance.now();
  for (let running = 0; running < NORMAL_RUNNING; ) {
    let isNormal = true;
    for (const [name, kind] of Object.entries(kinds)) {
      const found = await load.run({ base: site.base, seconds: 0.05, flows: [{ name, kind, callers: 1 }] });
      const { ok = 0, sent = 0, times = [] } = found[name] ?? {};
      isNormal &&= ok === sent && quantile(times, 0.5) <= MOST_TIMES_SOLO * (solo[name] ?? 0);
    }
    running = isNormal ? running + 1 : 0;
    if (performance.now() - began > 6 * NORMAL_WITHIN_MS) return performance.now() - began;
    await pause(100);
  }
  return performance.now() - began;
}

/**
 * J10: all kinds of load at once, together at half of what a process can do, and in the middle a crowd twenty times as large for the
 * hottest page and for filing. `minutes` is how long.
 */
export async function j10(result: Result, city: BenchCity, minutes: number): Promise<void> {
  const site = await city.web('operator');
  const load = await startLoader<Order, Record<string, Flow>>('../mixed/generator.ts');
  try {
    const kinds = await kindsOf(site, site.headers.authorization ?? '');
    const [rates, solo]: [Record<string, number>, Record<string, number>] = [{}, {}];
    const made: string[] = [];
    const all: Flow[] = [];
    const run = async (
      seconds: number,
      flows: { name: string; kind: Kind; perSecond?: number; callers?: number }[],
    ) => {
      const found = await load.run({ base: site.base, seconds, flows });
      for (const flow of Object.values(found)) {
        made.push(...flow.made);
        all.push(flow);
      }
      return found;
    };
    for (const [name, kind] of Object.entries(kinds)) {
      await run(SOLO_S / 2, [{ name, kind, callers: CALLERS }]); // warms up
      const most = (await run(SOLO_S, [{ name, kind, callers: CALLERS }]))[name];
      const max = (most?.ok ?? 0) / SOLO_S;
      rates[name] = max * (SPIKED.includes(name) ? 1 / SPIKE_TIMES : HALF / Object.keys(kinds).length);
      const alone = (await run(SOLO_S, [{ name, kind, perSecond: max * HALF }]))[name];
      solo[name] = alone ? p99Of(alone) : Number.NaN;
      result.figure(`${name}: its own maximum, a second`, max);
    }
    const mix = (times: number) =>
      Object.entries(kinds).map(([name, kind]) => ({
        name,
        kind,
        perSecond: (rates[name] ?? 0) * (SPIKED.includes(name) ? times : 1),
      }));
    all.length = 0;
    const halfS = (minutes * 60 - SPIKE_S) / 2;
    const before = await run(halfS, mix(1));
    const rssBefore = await rssOf(site);
    const spike = await run(SPIKE_S, mix(SPIKE_TIMES));
    const after = await run(halfS, mix(1));
    const normalMs = await untilNormal(load, site, kinds, solo);
    const rssAfter = await rssOf(site);

    let worst = 0;
    for (const [name] of Object.entries(kinds)) {
      const parts = [before[name], spike[name], after[name]].flatMap((flow) => flow ?? []);
      const times = parts.flatMap((flow) => flow.times);
      const sum = (of: (flow: Flow) => number): number => parts.reduce((found, flow) => found + of(flow), 0);
      result.times(`${name}, in the mix`, times);
      result.figure(`${name}: p99 alone, ms`, solo[name] ?? Number.NaN);
      result.figure(`${name}: p99 in the mix / alone`, quantile(times, 0.99) / (solo[name] ?? Number.NaN));
      const calm = [before[name], after[name]].flatMap((flow) => flow?.times ?? []);
      result.figure(
        `${name}: p99 before and after the crowd / alone`,
        quantile(calm, 0.99) / (solo[name] ?? Number.NaN),
      );
      for (const what of ['sent', 'ok', 'shed', 'unsent'] as const)
        result.figure(
          `${name}: ${what}`,
          sum((flow) => flow[what]),
        );
      for (const why of new Set(parts.flatMap(({ failed }) => Object.keys(failed))))
        result.figure(
          `${name}: failed, ${why}`,
          sum(({ failed }) => failed[why] ?? 0),
        );
      worst = Math.max(worst, quantile(times, 0.99) / (solo[name] ?? Number.NaN));
    }
    const failed = all.reduce((sum, flow) => sum + total(flow.failed), 0);
    const strange = all.reduce((sum, flow) => sum + total(flow.others), 0);
    const gone = await lost(made);
    result.figure('appeals filed', made.length);
    result.figure('appeals lost', gone);
    result.figure('memory before the spike, MB', rssBefore);
    result.figure('memory at the end, MB', rssAfter);
    result.figure('normal again after, ms', normalMs);
    result.figure('without any answer, or cut off', failed);
    result.figure('answers that are neither right nor 503 with Retry-After', strange);
    result.target('p99 in the mix against alone', {
      bar: '≤ 3 for each kind',
      isMet: worst <= MOST_TIMES_SOLO,
      measured: `${worst.toFixed(1)} for the worst`,
    });
    result.target('appeals lost', { bar: 'none', isMet: gone === 0 });
    result.target('memory', {
      bar: `≤ ${FLAT} of what it was before the spike`,
      isMet: rssAfter <= FLAT * rssBefore,
      measured: (rssAfter / rssBefore).toFixed(2),
    });
    result.target('normal again', {
      bar: '≤ 10 s after',
      isMet: normalMs <= NORMAL_WITHIN_MS,
      measured: inMs(normalMs),
    });
    result.target('503 with Retry-After before any timeout', {
      bar: 'each time',
      isMet: failed === 0 && strange === 0,
      measured: `${failed} without any, ${strange} strange`,
    });
  } finally {
    load.close();
  }
}
