import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { makeSnapshot } from '#server/open-data/index.ts';
import { startBrowser, visitor } from '../support/browser.ts';
import { itLooksRight } from '../support/looks-right.ts';
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
      page.getByRole('link', { name: 'Таблиця CSV', exact: true }).click(),
    ]);
    assert.equal(file.suggestedFilename(), 'appeals-2026-03-03.csv');
    const [petitions] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Петиції, таблиця CSV' }).click(),
    ]);
    assert.equal(petitions.suggestedFilename(), 'petitions-2026-03-03.csv');
    assert.deepEqual(complaints, []);
    await leave();
  });

  itLooksRight(site, () => browser, ['/open-data', '/en/open-data']);
});
