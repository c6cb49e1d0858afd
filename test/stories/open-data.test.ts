import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { makeSnapshot } from '#server/open-data/index.ts';
import { axeFindings, SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { aPublishedCase, keepPublished } from '../support/published.ts';
import { useSite } from '../support/site.ts';

describe('story: open data', function stories() {
  this.timeout(60_000);
  const site = useSite();
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
    await keepPublished(Array.from({ length: 30 }, () => aPublishedCase()));
  });
  after(() => browser.close());

  it('is found from the footer without scripts, down to the file', async () => {
    const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/help`);
    await page.getByRole('link', { name: 'Відкриті дані' }).click();
    await page.getByText('Файли ще збираються').waitFor();
    await makeSnapshot();
    await page.reload();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Таблиця CSV' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'appeals-2026-03-03.csv');
    assert.deepEqual(complaints, []);
    await leave();
  });

  for (const [name, viewport] of Object.entries(SCREENS))
    it(`has nothing for axe to find on a ${name}, and is no wider than it`, async () => {
      const { page, complaints, leave } = await visitor(browser, { viewport });
      for (const path of ['/open-data', '/en/open-data']) {
        await page.goto(site.origin + path);
        assert.deepEqual(await axeFindings(page), [], path);
        const [wide, screen] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.equal(wide, screen, path);
        // biome-ignore lint/style/noProcessEnv: whoever wants to look at it says where the pictures go
        const folder = process.env.VIDHUK_PICTURES;
        if (folder) await page.screenshot({ path: `${folder}/${name}${path.replace(/\W/g, '_')}.png`, fullPage: true });
      }
      assert.deepEqual(complaints, []);
      await leave();
    });
});
