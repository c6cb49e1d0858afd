import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { startBrowser, visitor } from '../support/browser.ts';
import { passSeconds } from '../support/clock.ts';
import { sampleTexts, writeLedger } from '../support/ledger-days.ts';
import { itLooksRight } from '../support/looks-right.ts';
import { useSite } from '../support/site.ts';

describe('story: what the city spends on texts', function stories() {
  this.timeout(60_000);
  const site = useSite();
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
    await writeLedger([...sampleTexts(2026, 2), ...sampleTexts(2025, 12)]);
    passSeconds(3_000); // past whatever this process kept of another test's year
  });
  after(() => browser.close());

  it('is found from the footer without scripts, from year to year, down to the file', async () => {
    const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/help`);
    await page.getByRole('link', { name: 'Витрати на SMS' }).click();
    await page.getByRole('link', { name: '2025' }).click();
    await page.getByRole('heading', { name: 'Усього за 2025 рік' }).waitFor();
    assert.equal(await page.getByRole('link', { name: '2025', exact: true }).getAttribute('aria-current'), 'page');
    const months = page.getByRole('table', { name: 'SMS за 2025 рік і їхня ціна, грн' }).first();
    await months.getByRole('rowheader').nth(12).waitFor(); // a page's end may come after its head
    assert.equal(await months.getByRole('rowheader').count(), 13);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Файл CSV за 2025 рік' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'messages-2025.csv');
    assert.deepEqual(complaints, []);
    await leave();
  });

  itLooksRight(site, () => browser, [
    '/statistics/messages',
    '/statistics/messages?year=2025',
    '/en/statistics/messages?year=2025',
  ]);
});
