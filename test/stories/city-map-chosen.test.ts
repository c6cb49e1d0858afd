import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { announce, aPublishedCase, keepPublished } from '../support/published.ts';
import { useSite } from '../support/site.ts';
import { until } from '../support/until.ts';

const chosen = aPublishedCase({ at: [30.7, 46.44], status: 'resolved', receivedAt: new Date('2026-01-01T08:00:00Z') });
const cases = [...Array.from({ length: 11 }, () => aPublishedCase()), chosen];

describe('story: an address of the map with one case chosen', function stories() {
  this.timeout(90_000);
  const site = useSite();
  let browser: Browser;
  before(async () => {
    await keepPublished(cases);
    await announce(cases);
    await until(async () => (await (await fetch(site.origin)).text()).includes('12 звернень у місті'));
    browser = await startBrowser();
  });
  after(() => browser.close());

  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const said of ['_id', 'number'] as const)
      it(`shows where it lies and what it says, first: by ${said}, ${screen}`, async () => {
        const guest = await visitor(browser, { viewport });
        const { page } = guest;
        await page.goto(`${site.origin}/?case=${chosen[said]}`);
        await page.locator('.mark.grown .pin.resolved').waitFor();
        await page.locator('#cases[aria-busy="false"]').waitFor();
        const first = page.locator('#cases li.case-card').first();
        assert.equal(await first.getAttribute('data-case'), chosen.number);
        assert.equal(await first.locator('a[aria-current="true"]').count(), 1);
        const [pin, map] = await Promise.all(
          ['.mark.grown', '.canvas'].map((part) => page.locator(part).boundingBox()),
        );
        assert.ok(
          pin && map && Math.abs(pin.x + pin.width / 2 - (map.x + map.width / 2)) < 2,
          'in the middle of the map',
        );
        await page.waitForURL(new RegExp(`z=16&lng=30\\.7&lat=46\\.44&case=${chosen.number}$`));
        await guest.leave();
        assert.deepEqual(guest.complaints, []);
      });
});
