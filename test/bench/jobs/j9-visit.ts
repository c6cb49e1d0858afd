import type { Browser, Page } from 'playwright-core';
import { SCREENS } from '../../support/browser.ts';

/** A slow phone: 150 ms to the server and back, 1.6 Mbit a second, a processor four times slower than this one. */
const SLOW = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };
const CPU_TIMES_SLOWER = 4;
/** How long a page lies still before it counts as loaded, in milliseconds. */
const STILL_MS = 1_000;
const PATIENCE_MS = 120_000;

/** What the first visit of a page came to. */
export interface Visit {
  /** When its largest part and anything at all was painted, in milliseconds. */
  lcpMs: number;
  fcpMs: number;
  /** What the largest part is, such as `P` or `IMG`. */
  largest: string;
  /** Bytes over the wire: of all, and of scripts that had come when anything was painted. */
  bytes: number;
  scriptBytes: number;
  /** Each file that was fetched: its path, bytes, and when the last of them came. */
  files: { path: string; bytes: number; endMs: number; type: string }[];
}
interface Painted {
  lcp: number;
  largest: string;
  fcp: number;
  origin: number;
}
/** Runs in the page before anything else. */
const watchPaints = (): void => {
  const seen = { lcp: 0, largest: '' };
  Object.assign(globalThis, { seenPaints: seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element })[])
      Object.assign(seen, { lcp: entry.startTime, largest: entry.element?.tagName ?? '' });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
};
const readPaints = (page: Page): Promise<Painted> =>
  page.evaluate(() => ({
    ...(globalThis as unknown as { seenPaints: { lcp: number; largest: string } }).seenPaints,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    origin: performance.timeOrigin,
  }));

/** Opens a page as somebody does who was never here, on a slow phone; `ready` is what stands in it when it is whole. */
export async function firstVisit(browser: Browser, address: string, ready: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: SCREENS.phone,
    deviceScaleFactor: 2,
    isMobile: true,
    locale: 'uk-UA',
  });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    await cdp.send('Network.emulateNetworkConditions', SLOW);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
    const files = new Map<string, Visit['files'][number] & { begunAt: number }>();
    let [monotonic, wall, heardAt] = [0, 0, performance.now()];
    cdp.on('Network.requestWillBeSent', ({ requestId, timestamp, wallTime, request, type }) => {
      if (monotonic === 0) [monotonic, wall] = [timestamp, wallTime * 1_000];
      const { pathname } = new URL(request.url);
      files.set(requestId, { path: pathname, bytes: 0, endMs: Number.POSITIVE_INFINITY, type: type ?? '', begunAt: 0 });
      heardAt = performance.now();
    });
    cdp.on('Network.dataReceived', () => {
      heardAt = performance.now();
    });
    cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      const file = files.get(requestId);
      if (file) Object.assign(file, { bytes: encodedDataLength, endMs: wall + (timestamp - monotonic) * 1_000 });
      heardAt = performance.now();
    });
    await page.addInitScript(watchPaints);
    await page.goto(address, { waitUntil: 'load', timeout: PATIENCE_MS });
    await page.locator(ready).first().waitFor({ timeout: PATIENCE_MS });
    while (performance.now() - heardAt < STILL_MS) await page.waitForTimeout(STILL_MS / 5);
    const { lcp, fcp, largest, origin } = await readPaints(page);
    const fetched = [...files.values()].map(({ begunAt: _, endMs, ...file }) => ({ ...file, endMs: endMs - origin }));
    const sum = (some: Visit['files']): number => some.reduce((all, { bytes }) => all + bytes, 0);
    return {
      lcpMs: lcp,
      fcpMs: fcp,
      largest,
      bytes: sum(fetched),
      scriptBytes: sum(fetched.filter(({ type, endMs }) => type === 'Script' && endMs <= fcp)),
      files: fetched,
    };
  } finally {
    await context.close();
  }
}
