import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { startBrowser, visitor } from '../support/browser.ts';
import { casesForFigures } from '../support/figures-sample.ts';
import { itLooksRight } from '../support/looks-right.ts';
import { announce, keepPublished } from '../support/published.ts';
import { useSite } from '../support/site.ts';

const CASES = 240;

describe('story: how the city answers, in figures', function stories() {
  this.timeout(240_000);
  const site = useSite();
  let browser: Browser;
  before(async function begin() {
    this.timeout(120_000);
    browser = await startBrowser();
    const cases = casesForFigures(CASES);
    await keepPublished(cases);
    await announce(cases);
    // Until the prepared page has all of them.
    while (!(await (await fetch(`${site.origin}/statistics`)).text()).includes(`>${CASES}</a>`)) await pause(100);
  });
  after(() => browser.close());

  it('is found from the footer without scripts, opens a topic, and leads from a figure to its cases', async () => {
    const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/help`);
    await page.getByRole('link', { name: 'Статистика' }).click();
    await page.getByRole('heading', { name: 'Статистика звернень', level: 1 }).waitFor();
    await page.waitForLoadState();
    const topics = page.getByRole('table', { name: 'За темою' });
    await topics.getByRole('rowheader', { name: 'Зелень' }).getByRole('link').click();
    await page.waitForURL(/category=nature/);
    await page.waitForLoadState();
    const trees = page.getByRole('table', { name: 'За темою' }).getByRole('row').nth(1);
    const count = Number(await trees.getByRole('link').first().textContent());
    assert.equal(count, CASES / 2);
    await page.goto(`${site.origin}/statistics?district=kyivskyi`);
    const resolved = page.getByRole('table', { name: 'За станом' }).getByRole('row', { name: 'Вирішено' });
    const wanted = await resolved.getByRole('link').textContent();
    await resolved.getByRole('link').click();
    await page.waitForURL(/\/\?status=resolved&district=kyivskyi/);
    await page.getByText(new RegExp(`^${wanted} звернен\\S+ [ув] місті`)).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  });
  it('says the months as a table too, by the keyboard', async () => {
    const { page, leave } = await visitor(browser);
    await page.goto(`${site.origin}/statistics`);
    await page.getByRole('img', { name: /Звернення за місяцем надходження\. Найбільше/ }).waitFor();
    await page.getByText('Показати таблицею').focus();
    await page.keyboard.press('Enter');
    const months = page.getByRole('table', { name: 'За місяцем надходження' });
    await months.waitFor();
    const totals = await months.getByRole('row').locator('td:nth-child(2)').allTextContents();
    assert.equal(
      totals.reduce((sum, total) => sum + Number(total), 0),
      CASES,
    );
    await leave();
  });
  it('narrows by the filters of the map, and shows each that is on with the way back', async () => {
    const { page, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/statistics`);
    await page.getByText('Обрати район, тему або період').click();
    await page.getByLabel('Район', { exact: true }).selectOption({ label: 'Приморський район' });
    await page.getByRole('button', { name: 'Показати числа' }).click();
    await page.getByRole('link', { name: 'Прибрати фільтр: Приморський район' }).waitFor();
    await page
      .getByRole('link', { name: String(CASES / 3), exact: true })
      .first()
      .waitFor();
    await leave();
  });
  itLooksRight(site, () => browser, [
    '/statistics',
    '/en/statistics?category=nature&from=2025-06-01',
    '/statistics?to=2020-01-01',
  ]);
});
