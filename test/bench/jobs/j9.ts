import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { database } from '#server/platform/database.ts';
import { startBrowser } from '../../support/browser.ts';
import type { BenchCity, Site } from '../city.ts';
import { median, ratioOf } from '../figures.ts';
import type { Result } from '../results.ts';
import { interleaved } from '../rounds.ts';
import { type Served, type SpaData, serveAnswers, serveSpa } from '../spa/spa-server.ts';
import { firstVisit, type Visit } from './j9-visit.ts';

const ROUNDS = 5;
const KB = 1_024;
const MANIFEST = 'dist/client/.vite/manifest.json';
/** Letters of a case's text that a list shows. */
const TITLE = 160;

/** Every published case with a point, the newest first, as the rival's map wants them. */
async function allPoints(): Promise<SpaData['points']> {
  const rows = await database()
    .collection('cases')
    .find({ 'publication.state': { $in: ['public', 'anonymised'] }, 'publication.point': { $ne: null } })
    .sort({ receivedAt: -1, _id: -1 })
    .project({ number: 1, status: 1, 'publication.point': 1, 'publication.text': 1 })
    .toArray();
  return rows.map(({ _id, number, status, publication: { point, text } }) => ({
    id: String(_id),
    number,
    status,
    lng: point.coordinates[0],
    lat: point.coordinates[1],
    text: String(text ?? '').slice(0, TITLE),
  }));
}
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** The words of our home page, each block of them a paragraph, and nothing else. */
async function wordsOf(browser: Browser, site: Site): Promise<{ title: string; lead: string; lines: string[] }> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(site.base);
  // biome-ignore lint/performance/useDomNodeTextContent: only what is seen is read
  const said = await page.locator('body').innerText();
  const [title, lead] = await Promise.all(
    ['h1', '.lead'].map(async (part) => (await page.locator(part).first().textContent()) ?? ''),
  );
  await page.close();
  return { title: title ?? '', lead: lead ?? '', lines: said.split('\n').filter((line) => line.trim() !== '') };
}
const floorOf = (lines: readonly string[]): Promise<Served> =>
  serveAnswers({
    '/': {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Відгук</title><meta name="viewport" content="width=device-width, initial-scale=1"></head><body>${lines
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('')}</body></html>`,
    },
  });

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}
/** Bytes of the map's code and styles by brotli, beyond what every page fetches. */
function mapChunkBytes(): number {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
  const closure = (source: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(source)) return seen;
    seen.add(source);
    for (const inner of manifest[source]?.imports ?? []) closure(inner, seen);
    return seen;
  };
  const first = closure('client/main.ts');
  const files = [...closure('client/islands/city-map.ts')]
    .filter((source) => !first.has(source))
    .flatMap((source) => [manifest[source]?.file ?? '', ...(manifest[source]?.css ?? [])]);
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(`dist/client/${file}`)).length, 0);
}

/** J9: the home page on a slow phone, against a single page application and against bare text. */
export async function j9(result: Result, city: BenchCity): Promise<void> {
  const ours = await city.web('operator');
  const browser = await startBrowser();
  const servers: Served[] = [];
  try {
    const { title, lead, lines } = await wordsOf(browser, ours);
    const [spa, floor] = [await serveSpa({ title, lead, points: await allPoints() }), await floorOf(lines)];
    servers.push(spa, floor);
    const visits: Record<'ours' | 'spa' | 'floor', Visit[]> = { ours: [], spa: [], floor: [] };
    const side = (name: keyof typeof visits, base: string, ready: string) => async () => {
      visits[name].push(await firstVisit(browser, `${base}/`, ready));
    };
    await interleaved(
      {
        ours: side('ours', ours.base, '.canvas.awake'),
        spa: side('spa', spa.base, '[data-case]'),
        floor: side('floor', floor.base, 'p'),
      },
      ROUNDS,
    );
    const [a, b, c] = [visits.ours.slice(1), visits.spa.slice(1), visits.floor.slice(1)];
    const of = (some: readonly Visit[], what: 'lcpMs' | 'fcpMs' | 'bytes' | 'scriptBytes') =>
      some.map((one) => one[what]);
    for (const [name, some] of [
      ['ours', a],
      ['single page application', b],
      ['bare text', c],
    ] as const) {
      result.times(`largest paint, ${name}`, of(some, 'lcpMs'));
      result.times(`first paint, ${name}`, of(some, 'fcpMs'));
      result.figure(`KB of the whole visit, ${name}`, median(of(some, 'bytes')) / KB);
    }
    assert.ok(b.every(({ lcpMs }) => lcpMs > 0) && a.every(({ lcpMs }) => lcpMs > 0), 'each visit painted something');
    result.figure('KB of the rival’s script', spa.bytes('/spa.js') / KB);
    result.figure('KB of all points as JSON', spa.bytes('/points.json') / KB);
    const scripts = Math.max(...of(a, 'scriptBytes')) / KB;
    const map = mapChunkBytes() / KB;
    result.figure('KB of scripts before the first paint, ours', scripts);
    result.figure('KB of the map’s code and styles', map);
    const [lcp, bytes, text] = [
      ratioOf(of(b, 'lcpMs'), of(a, 'lcpMs')),
      ratioOf(of(b, 'bytes'), of(a, 'bytes')),
      ratioOf(of(a, 'lcpMs'), of(c, 'lcpMs')),
    ];
    result.ratio('naive', 'largest paint', lcp);
    result.ratio('naive', 'bytes', bytes);
    result.ratio('floor', 'largest paint', text);
    result.target('largest paint', { bar: '≤ 1/3 of the single page application', isMet: lcp.ratio >= 3 });
    result.target('bytes', { bar: '≤ 1/6 of the single page application', isMet: bytes.ratio >= 6 }, 100_000);
    result.target('largest paint against bare text', { bar: '≤ 1.5', isMet: text.ratio <= 1.5, measured: text });
    result.target('scripts before the first paint', {
      bar: '≤ 25 KB',
      isMet: scripts <= 25,
      measured: `${scripts.toFixed(1)} KB`,
    });
    result.target('the map’s code and styles', { bar: '≤ 70 KB', isMet: map <= 70, measured: `${map.toFixed(1)} KB` });
    const own = median(of(a, 'lcpMs'));
    result.target('largest paint, ours', { bar: '≤ 1.8 s', isMet: own <= 1_800 });
    // biome-ignore lint/style/noProcessEnv: for whoever looks for what binds
    if (process.env.VIDHUK_BENCH_FILES)
      for (const { path, bytes: size, endMs, type } of a.at(-1)?.files ?? [])
        process.stdout.write(`  ${path} ${type}: ${size} bytes, there after ${Math.round(endMs)} ms\n`);
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  }
}
