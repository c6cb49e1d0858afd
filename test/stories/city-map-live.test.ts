import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { caseNumber } from '#shared/domain/case-number.ts';
import { SCREENS } from '../support/browser.ts';
import { type FiledCase, fileOpenly } from '../support/desk-cases.ts';
import { announce, aPublishedCase, keepPublished } from '../support/published.ts';
import { usePublishedCity } from '../support/published-city.ts';
import { moveAlong } from '../support/site.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-03-01T08:00:00Z');
/** Twelve cases that lie apart from each other when the map is near, and together when it is far. */
const cases = Array.from({ length: 12 }, (_, i) =>
  aPublishedCase({
    number: caseNumber(2025, i),
    at: [30.725 + (i % 4) * 0.006, 46.468 + Math.floor(i / 4) * 0.006],
    receivedAt: new Date(FIRST - i * DAY_MS),
  }),
);
const NEAR = '/?z=14&lng=30.735&lat=46.476';
/** How long news may take on a machine that does much else, in milliseconds; alone it takes about one second. */
const SOON_MS = 5_000;
const MARKS = '.mark[aria-hidden="false"]';

/** What stood on the page when it was looked at first. */
interface Watched {
  marks: { mark: Element; box: DOMRect }[];
  list: string | undefined;
  scroll: number;
  shifted: number;
}

describe('story: the map while cases come and go', function stories() {
  this.timeout(90_000);
  const { site, come } = usePublishedCity(cases);
  const enter = async (path: string, viewport: { width: number; height: number }): Promise<Page> => {
    const { page } = await come({ viewport });
    const watched = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await page.goto(site.origin + path);
    await page.locator('.canvas.awake').waitFor();
    await watched;
    await page.waitForTimeout(500); // the map has come to rest, and the server knows what it shows
    return page;
  };
  const pins = (page: Page) => page.locator(`${MARKS} .pin`).count();
  const inClusters = (page: Page) =>
    page.locator(`${MARKS} .cluster b`).evaluateAll((all) => all.reduce((sum, b) => sum + Number(b.textContent), 0));
  /** Remembers what a reader has before their eyes: every mark by itself, the list, and how far the page is scrolled. */
  const watchEverything = (page: Page) =>
    page.evaluate((marks) => {
      const watched: Watched = {
        marks: [...document.querySelectorAll(marks)].map((mark) => ({ mark, box: mark.getBoundingClientRect() })),
        list: document.querySelector('.cards')?.innerHTML,
        scroll: scrollY,
        shifted: 0,
      };
      new PerformanceObserver((seen) => {
        for (const shift of seen.getEntries()) watched.shifted += (shift as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift' });
      Object.assign(globalThis, { watched });
    }, MARKS);
  /** How that differs now. */
  const jumped = (page: Page) =>
    page.evaluate(() => {
      const { marks, list, scroll, shifted } = (globalThis as unknown as { watched: Watched }).watched;
      return {
        marks: marks.filter(({ mark, box }) => {
          const now = mark.getBoundingClientRect();
          return !mark.isConnected || now.x !== box.x || now.y !== box.y;
        }).length,
        list: document.querySelector('.cards')?.innerHTML !== list,
        scroll: scrollY - scroll,
        shifted,
      };
    });
  const STILL = { marks: 0, list: false, scroll: 0, shifted: 0 };
  const publish = ({ number }: FiledCase) => moveAlong(number, 'publish', { publication: { state: 'anonymised' } });
  const hide = ({ number }: FiledCase) => moveAlong(number, 'hide', { reasonCode: 'safety' });
  /** How long it takes until a number is as it should be, in milliseconds. */
  const tookUntil = async (read: () => Promise<number>, wanted: number): Promise<number> => {
    const startedAt = performance.now();
    await until(async () => (await read()) === wanted);
    const tookMs = Math.round(performance.now() - startedAt);
    assert.ok(tookMs < SOON_MS, `${tookMs} ms`);
    return tookMs;
  };

  it('shows a case that is published and takes back one that is hidden, and nothing else moves', async function near() {
    const page = await enter(NEAR, SCREENS.desk);
    const before = await pins(page);
    assert.equal(before, 12);
    const filed = await fileOpenly(site);
    await watchEverything(page);
    await publish(filed);
    const came = await tookUntil(() => pins(page), before + 1);
    await page.getByRole('button', { name: 'Є зміни — оновити список' }).waitFor();
    assert.deepEqual(await jumped(page), STILL);
    await hide(filed);
    const went = await tookUntil(() => pins(page), before);
    await page.getByRole('button', { name: 'Є зміни — оновити список' }).waitFor({ state: 'detached' });
    assert.deepEqual(await jumped(page), STILL);
    if (this.test) this.test.title += ` (came after ${came} ms, went after ${went} ms)`;
  });
  it('counts it in the cluster that it belongs to, on a phone that shows the whole city', async () => {
    const page = await enter('/', SCREENS.phone);
    const before = await inClusters(page);
    const clusters = await page.locator(`${MARKS}:has(.cluster)`).count();
    assert.ok(before > 5 && clusters > 0, `${before} in ${clusters}`);
    const filed = await fileOpenly(site, {
      place: { address: 'вул. Водопровідна, 3', point: { type: 'Point', coordinates: [30.731, 46.474] } },
    });
    await publish(filed);
    await tookUntil(() => inClusters(page), before + 1);
    assert.equal(await page.locator(`${MARKS}:has(.cluster)`).count(), clusters);
    await hide(filed);
    await tookUntil(() => inClusters(page), before);
  });
  it('counts what stands on a later page of the list, under the eyes of whoever reads the first', async () => {
    const page = await enter('/', SCREENS.phone);
    await page.getByText('Скільки в кожному районі').click();
    await page.getByRole('row', { name: 'Приморський район 12' }).waitFor();
    await watchEverything(page);
    const older = [
      aPublishedCase({ number: caseNumber(2025, 99), at: [30.731, 46.474], receivedAt: new Date(FIRST - 40 * DAY_MS) }),
    ];
    await keepPublished(older);
    await announce(older);
    await page.getByText('13 звернень у місті').waitFor();
    await page.getByRole('row', { name: 'Приморський район 13' }).waitFor();
    const { list, scroll, shifted } = await jumped(page);
    assert.deepEqual({ list, scroll, shifted }, { list: false, scroll: 0, shifted: 0 });
  });
});
