import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import type { Case } from '#server/register/case.model.ts';
import { axeFindings, SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { announce, aPublishedCase, keepPublished } from '../support/published.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';

const cases: Case[] = [
  ...Array.from({ length: 6 }, (_, i) => aPublishedCase({ at: [30.725 + i * 0.006, 46.47], status: 'in_work' })),
  aPublishedCase({ at: [30.74, 46.476], status: 'resolved' }),
];

describe('story: the map in a frame on another site', function stories() {
  this.timeout(90_000);
  const site = useSite();
  let browser: Browser;
  let city: Server;
  /** The city's own page, on a host of its own. */
  const page = (path: string): string =>
    `http://127.0.0.1:${(city.address() as AddressInfo).port}/${encodeURIComponent(path)}`;
  before(async () => {
    city = createServer((req, res) => {
      const path = decodeURIComponent((req.url ?? '/').slice(1));
      res.setHeader('content-type', 'text/html');
      res.end(`<iframe src="${site.origin}${path}" width="100%" height="600" title="map"></iframe>`);
    }).listen(0, '127.0.0.1');
    await once(city, 'listening');
    await keepPublished(cases);
    await announce(cases);
    await until(async () => (await (await fetch(site.origin)).text()).includes('7 звернень у місті'));
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
    city.close();
  });

  it('names who may frame it, sets no cookie, and is the only page that may be framed', async () => {
    const reply = await fetch(`${site.origin}/embed/map`);
    assert.match(reply.headers.get('content-security-policy') ?? '', /frame-ancestors 'self' http:\/\/127\.0\.0\.1:\*/);
    assert.equal(reply.headers.get('x-frame-options'), null);
    assert.equal(reply.headers.get('set-cookie'), null);
    const home = await fetch(site.origin);
    assert.match(home.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  });
  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`shows what its address asks for, and leads to the full page: ${screen}, ${colorScheme}`, async () => {
        const guest = await visitor(browser, { viewport, colorScheme });
        await guest.page.goto(page('/embed/map?status=in_work&z=15&lng=30.737&lat=46.47'));
        const map = guest.page.frameLocator('iframe');
        await map.locator('.canvas.awake').waitFor();
        const pin = map.locator('.mark[aria-hidden="false"] .pin').first();
        assert.equal(await map.locator('.mark[aria-hidden="false"] .pin.resolved').count(), 0);
        await pin.click();
        const open = map.getByRole('link', { name: 'Відкрити звернення' });
        assert.match((await open.getAttribute('href')) ?? '', /\?status=in_work&z=15&.*&case=[0-9a-f]{24}/);
        const [opened] = await Promise.all([guest.page.context().waitForEvent('page'), open.click()]);
        await opened.locator('[aria-current="true"]').waitFor();
        assert.deepEqual(await guest.page.context().cookies(), []);
        await opened.close();
        await guest.page.goto(`${site.origin}/embed/map`);
        await guest.page.locator('.canvas.awake').waitFor();
        assert.deepEqual(await axeFindings(guest.page), []);
        await guest.leave();
        assert.deepEqual(guest.complaints, []);
      });
  it('shows nothing where it may not: on a site that is not named, and of any other page', async () => {
    const guest = await visitor(browser);
    const framed = async (address: string) => {
      await guest.page.goto(address);
      return guest.page.frameLocator('iframe').locator('main').count();
    };
    assert.equal(await framed(page('/embed/map')), 1);
    assert.equal(await framed(page('/embed/map').replace('127.0.0.1', 'localhost')), 0);
    assert.equal(await framed(page('/')), 0);
    await guest.leave();
  });
  it('is a picture with links without scripts', async () => {
    const guest = await visitor(browser, { javaScriptEnabled: false });
    await guest.page.goto(`${site.origin}/embed/map?status=in_work`);
    await guest.page.getByRole('link', { name: 'Наблизити' }).click();
    await guest.page.waitForURL(/\/embed\/map\?status=in_work&z=13/);
    const way = guest.page.getByRole('link', { name: 'Відкрити мапу і список' });
    assert.match((await way.getAttribute('href')) ?? '', /^\/\?status=in_work&z=13/);
    await guest.leave();
  });
});
