import assert from 'node:assert/strict';
import { SCREENS } from '../support/browser.ts';
import { aPublishedCase } from '../support/published.ts';
import { usePublishedCity } from '../support/published-city.ts';

const chosen = aPublishedCase({ at: [30.7, 46.44], status: 'resolved', receivedAt: new Date('2026-01-01T08:00:00Z') });
const cases = [...Array.from({ length: 11 }, () => aPublishedCase()), chosen];

describe('story: an address of the map with one case chosen', function stories() {
  this.timeout(90_000);
  const { site, come } = usePublishedCity(cases);

  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const said of ['_id', 'number'] as const)
      it(`shows where it lies and what it says, first: by ${said}, ${screen}`, async () => {
        const { page } = await come({ viewport });
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
      });
});
