// node --expose-gc --import tsx test/bench/map-memory.ts [CASES]: what the map takes of memory, and how quickly it is put in order and answers, with synthetic cases.
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Visibility } from '#server/map/case-question.ts';
import { PublishedCases } from '#server/map/published-cases.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import { project } from '#shared/domain/map/mercator.ts';

const [, , said = '1000000'] = process.argv;
const NOW = Date.parse('2026-03-03T08:00:00Z');
const MB = 1e6;
const visibility: Visibility = {
  nowMs: NOW,
  today: '2026-03-03',
  isShownCategory: () => true,
  isHiddenDistrict: () => false,
  branchOf: (code) => new Set([code]),
};
const buffers = (): number => process.memoryUsage().arrayBuffers / MB;
/** Milliseconds of this process alone, whoever else uses the machine. */
const worked = (): number => process.cpuUsage().user / 1_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Half of them about thirty hot places, half anywhere, as a city's are. */
const near = (middle: number, reach: number): number =>
  middle + (Math.random() + Math.random() + Math.random() - 1.5) * reach;
const hot = Array.from({ length: 30 }, () => [near(30.72, 0.12), near(46.46, 0.09)] as const);
const place = (n: number): [number, number] => {
  const [lng, lat] = (n % 2 === 0 ? hot[n % hot.length] : undefined) ?? [30.72, 46.46];
  const reach = n % 2 === 0 ? 0.01 : 0.12;
  return [Number(near(lng, reach).toFixed(5)), Number(near(lat, reach * 0.7).toFixed(5))];
};

const before = buffers();
const index = new PublishedCases();
let begun = worked();
for (let n = 0; n < Number(said); n++)
  index.append({
    id: n.toString(16).padStart(24, '0'),
    status: PUBLIC_STATUSES[n % PUBLIC_STATUSES.length] ?? 'received',
    categoryCode: `topic-${n % 40}`,
    districtCode: `district-${n % 4}`,
    point: place(n),
    receivedAt: new Date(NOW - (n % 300) * 86_400_000 - (n % 86_400) * 1_000),
    visibleFrom: new Date(0),
    dueOn: n % 5 === 0 ? '2026-02-20' : null,
  });
say(`taken in: ${Math.round(worked() - begun)} ms`);
let [n, most, longest, last] = [0, 0, 0, performance.now()];
const watch = setInterval(() => {
  if (n++ % 50 === 0) most = Math.max(most, buffers() - before);
  longest = Math.max(longest, performance.now() - last - 1);
  last = performance.now();
}, 1);
const tidied = async (): Promise<number> => {
  begun = worked();
  await index.tidy(visibility);
  return Math.round(worked() - begun);
};
say(`put in order: ${await tidied()} ms`);
// What was put aside is only given back by the second look at it.
for (let look = 0; look < 3; look++) {
  await sleep(200);
  globalThis.gc?.();
}
say(`columns and levels: ${(buffers() - before).toFixed(1)} MB`);
most = 0;
say(
  `put in order anew: ${await tidied()} ms, at most ${most.toFixed(1)} MB meanwhile, longest pause ${longest.toFixed(1)} ms`,
);
clearInterval(watch);

/** What one of many answers takes of this process alone. */
function each(times: number, ask: () => void): string {
  const from = worked();
  for (let n = 0; n < times; n++) ask();
  return ((worked() - from) / times).toFixed(3);
}
const FILTERS: Readonly<Record<string, CaseFilters>> = {
  none: {},
  status: { status: 'in_work' },
  overdue: { overdue: '1' },
  period: { from: '2025-10-01', to: '2026-01-31' },
  all: { status: 'received', category: 'topic-0', district: 'district-0', overdue: '1' },
};
for (const [name, filters] of Object.entries(FILTERS)) {
  for (const z of [10, 12, 14, 16, 18]) {
    const fine = 2 ** (24 - z);
    const [x, y] = project([30.72, 46.46], z);
    const box = { left: (x - 700) * fine, top: (y - 450) * fine, right: (x + 700) * fine, bottom: (y + 450) * fine };
    const tile = { z, x: Math.floor(x / 256), y: Math.floor(y / 256) };
    const view = each(30, () => void index.gather(z, box, filters, visibility));
    const alone = each(30, () => void index.tile(tile, filters, visibility));
    const bytes = brotliCompressSync(JSON.stringify(index.tile(tile, filters, visibility))).length;
    say(`${name} z=${z}: a view of 1400 × 900 ${view} ms, a tile ${alone} ms and ${bytes} bytes (br)`);
  }
  say(`${name}: a page of the list ${each(20, () => void index.page(filters, visibility, { limit: 10 }))} ms`);
}
