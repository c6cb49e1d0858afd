import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { axeFindings, SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { passSeconds } from '../support/clock.ts';
import { sampleTexts, writeLedger } from '../support/ledger-days.ts';
import { useSite } from '../support/site.ts';

describe('story: what the city spends on texts', function stories() {
  this.timeout(60_000);
  const site = useSite();
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
    await writeLedger([...sampleTexts(2026, 2), ...sampleTexts(2025, 12)]);
    passSeconds(31);
  });
  after(() => browser.close());

  it('is found from the footer without scripts, from year to year, down to the file', async () => {
    const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/help`);
    await page.getByRole('link', { name: 'Витрати на SMS' }).click();
    await page.getByRole('link', { name: '2025' }).click();
    await page.getByRole('heading', { name: 'Усього за 2025 рік' }).waitFor();
    await page.waitForLoadState(); // what follows counts, and a heading is there before the rest has come
    assert.equal(await page.getByRole('link', { name: '2025', exact: true }).getAttribute('aria-current'), 'page');
    const months = page.getByRole('table', { name: 'SMS за 2025 рік і їхня ціна, грн' }).first();
    assert.equal(await months.getByRole('rowheader').count(), 13);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Файл CSV за 2025 рік' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'messages-2025.csv');
    assert.deepEqual(complaints, []);
    await leave();
  });

  for (const [name, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has nothing for axe to find on a ${name}, ${colorScheme}, and is no wider than it`, async () => {
        const { page, complaints, leave } = await visitor(browser, { viewport, colorScheme });
        for (const path of [
          '/statistics/messages',
          '/statistics/messages?year=2025',
          '/en/statistics/messages?year=2025',
        ]) {
          await page.goto(site.origin + path);
          assert.deepEqual(await axeFindings(page), [], path);
          const [wide, screen] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            document.documentElement.clientWidth,
          ]);
          assert.equal(wide, screen, path);
          // biome-ignore lint/style/noProcessEnv: whoever wants to look at it says where the pictures go
          const folder = process.env.VIDHUK_PICTURES;
          if (folder)
            await page.screenshot({
              path: `${folder}/${name}-${colorScheme}-${path.replace(/\W/g, '_')}.png`,
              fullPage: true,
            });
        }
        assert.deepEqual(complaints, []);
        await leave();
      });
});
