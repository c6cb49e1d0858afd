import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { makeSnapshot } from '#server/open-data/index.ts';
import { freePort } from '#server/standalone/ports.ts';
import type { BenchCity } from '../city.ts';
import { median, ratioOf } from '../figures.ts';
import { inMs, type Result } from '../results.ts';
import { interleaved, timed } from '../rounds.ts';

const ROUNDS = 5;
/** The rivals write so many rows at the most: what a row costs them does not depend on how many there are. */
const MOST_OF_RIVALS = 100_000;
const FIRST_BYTES = 20;
const MEGABYTE = 1_048_576;
const POLL_MS = 50;
/** `monitorEventLoopDelay` counts its own interval in, in milliseconds. */
const OWN_INTERVAL_MS = 10;
const FILE = '/open-data/appeals.csv';

const open = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, { agent: false }, resolve).once('error', reject);
  });
/** What was received: how much, its digest, and that of as much of it as a rival writes. */
interface Received {
  bytes: number;
  digest: string;
}
async function download(url: string, upTo = Number.POSITIVE_INFINITY): Promise<Received> {
  const answer = await open(url);
  assert.equal(answer.statusCode, 200, url);
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    if (bytes < upTo) digest.update(chunk.subarray(0, upTo - bytes));
    bytes += chunk.length;
  }
  return { bytes, digest: digest.digest('hex') };
}
/** Receives without looking: what the reading costs this process is not to be what is measured. */
async function drain(url: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of (await open(url)) as AsyncIterable<Buffer>) bytes += chunk.length;
  return bytes;
}
async function figuresOf(base: string): Promise<{ rssMb: number; lagP99Ms: number }> {
  const text = await (await fetch(`${base}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    rssMb: read('process_resident_memory_bytes') / MEGABYTE,
    lagP99Ms: read('nodejs_eventloop_lag_p99_seconds') * 1_000 - OWN_INTERVAL_MS,
  };
}
async function firstByte(url: string): Promise<number> {
  const { ms, answer } = await timed(async () => {
    const found = await open(url);
    await new Promise((resolve) => found.once('data', resolve));
    return found;
  });
  answer.destroy();
  return ms;
}

/** How memory grows and the event loop waits while the whole file goes out; each is looked at by itself. */
async function burden(result: Result, base: string): Promise<void> {
  const before = (await figuresOf(base)).rssMb;
  let [most, isOver] = [before, false];
  const polling = (async () => {
    while (!isOver) {
      most = Math.max(most, (await figuresOf(base)).rssMb);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })();
  for (let n = 0; n < 3; n += 1) await drain(`${base}${FILE}`);
  isOver = true;
  await polling;
  result.figure('memory of the web process before, MB', before);
  result.figure('and at the most while the file goes out, MB', most);
  result.target('memory', {
    bar: '≤ 64 MB more',
    isMet: most - before <= 64,
    measured: `${Math.round(most - before)} MB`,
  });

  await figuresOf(base); // each look begins the figure anew
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const idle = (await figuresOf(base)).lagP99Ms;
  for (let n = 0; n < 3; n += 1) await drain(`${base}${FILE}`);
  const { lagP99Ms } = await figuresOf(base);
  result.figure('event-loop delay p99 when nothing is asked, ms', idle);
  result.figure('and while the file goes out, ms', lagP99Ms);
  result.target('event-loop delay p99', { bar: '≤ 20 ms', isMet: lagP99Ms <= 20, measured: inMs(lagP99Ms) });
}
async function speed(result: Result, base: string, rival: string, rows: number): Promise<void> {
  const slice = Math.min(rows, MOST_OF_RIVALS);
  const { times } = await interleaved(
    {
      ours: () => drain(`${base}${FILE}`),
      naive: () => drain(`${rival}/naive.csv?limit=${slice}`),
      bare: () => drain(`${rival}/bare.csv?limit=${slice}`),
    },
    ROUNDS,
  );
  const perRow = (found: readonly number[], count: number): number[] => found.map((ms) => ms / count);
  const [ours, naive, bare] = [perRow(times.ours, rows), perRow(times.naive, slice), perRow(times.bare, slice)];
  result.times(`${rows} rows, ours`, times.ours);
  result.times(`${slice} rows, naive`, times.naive);
  result.times(`${slice} rows, bare cursor`, times.bare);
  for (const [who, each] of Object.entries({ ours, naive, bare }))
    result.figure(`thousand rows a second, ${who}`, 1 / median(each));
  const [overNaive, overBare] = [ratioOf(naive, ours), ratioOf(bare, ours)];
  result.ratio('naive', 'a row', overNaive);
  result.ratio('floor', 'rows a second', overBare);
  result.target('rows a second', { bar: '≥ 4.5 times the naive', isMet: overNaive.ratio >= 4.5, measured: overNaive });
  result.target('rows a second against the bare cursor', {
    bar: '≥ 4',
    isMet: overBare.ratio >= 4,
    measured: overBare,
  });
  const theirs = await download(`${rival}/bare.csv?limit=${slice}`);
  assert.deepEqual(await download(`${rival}/naive.csv?limit=${slice}`), theirs);
  assert.equal((await download(`${base}${FILE}`, theirs.bytes)).digest, theirs.digest, 'all write the same rows');
}

/** J8: all published appeals as a file, against a mongoose cursor through Express and the bare driver's cursor. */
export async function j8(result: Result, city: BenchCity): Promise<void> {
  const { ms, answer } = await timed(makeSnapshot);
  result.figure('thousand rows a second, making all three files', answer.rows / ms);
  result.figure('rows', answer.rows);
  const [port, rivalPort] = [await freePort(), await freePort()];
  const [base, rival] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${rivalPort}`];
  await city.run('dist/web.js', { PORT: String(port), PUBLIC_URL: base });
  await city.run('test/bench/naive/export-server.ts', { PORT: String(rivalPort) });
  await new Promise((resolve) => setTimeout(resolve, 3_000)); // the case index has loaded by then, or loads beside
  await burden(result, base);
  const waits: number[] = [];
  for (let n = 0; n < FIRST_BYTES; n += 1) waits.push(await firstByte(`${base}${FILE}`));
  result.times('first byte', waits);
  result.target('first byte', { bar: '≤ 100 ms', isMet: median(waits) <= 100 });
  await speed(result, base, rival, answer.rows);
}
