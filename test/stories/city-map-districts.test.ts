import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings, SCREENS, type visitor } from '../support/browser.ts';
import { aPublishedCase } from '../support/published.ts';
import { usePublishedCity } from '../support/published-city.ts';

const cases = [
  ...Array.from({ length: 5 }, (_, i) => aPublishedCase({ at: [30.725 + i * 0.006, 46.47], status: 'in_work' })),
  aPublishedCase({ at: [30.72, 46.4], districtCode: 'kyivskyi', status: 'in_work' }),
  aPublishedCase({ at: [30.721, 46.4], districtCode: 'kyivskyi', status: 'resolved' }),
  aPublishedCase({ at: null, districtCode: null }),
];
/** The table as it is read: a line a row. */
const rows = (page: Page) =>
  page
    .locator('.by-district tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join(' ')));

for (const javaScriptEnabled of [true, false])
  describe(`story: the districts of the list, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(90_000);
    const { site, come } = usePublishedCity(cases);
    const enter = async (path: string, options: Parameters<typeof visitor>[1] = {}): Promise<Page> => {
      const { page } = await come({ javaScriptEnabled, ...options });
      await page.goto(site.origin + path);
      if (javaScriptEnabled) await page.locator('.canvas.awake').waitFor();
      return page;
    };

    it('counts by the filters that are on, and a number leads to what it counted', async () => {
      const page = await enter('/?status=in_work');
      await page.getByText('Скільки в кожному районі').click();
      assert.deepEqual(await rows(page), ['Приморський район 5', 'Київський район 1']);
      await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      await page.getByRole('row', { name: 'Київський район' }).getByRole('link').click();
      await page.getByRole('link', { name: 'Прибрати фільтр: Київський район' }).waitFor();
      assert.match(page.url(), /\?status=in_work&district=kyivskyi$/);
      await page.getByText('1 звернення в місті').waitFor();
      assert.deepEqual(await page.locator('#district').inputValue(), 'kyivskyi');
      if (!javaScriptEnabled) return;
      assert.deepEqual(
        await page.evaluate(() => [
          'isSamePage' in globalThis,
          document.querySelector<HTMLDetailsElement>('.by-district')?.open,
          document.activeElement?.id,
        ]),
        [true, true, 'list'],
      );
    });
    for (const [screen, viewport] of Object.entries(SCREENS))
      it(`can be read and pressed, for axe too: ${screen}`, async () => {
        const page = await enter('/', { viewport });
        await page.getByText('Скільки в кожному районі').click();
        assert.deepEqual(await rows(page), ['Приморський район 5', 'Київський район 2', 'Район не вказано 1']);
        const { height = 0 } = (await page.locator('.by-district td a').first().boundingBox()) ?? {};
        assert.ok(height >= 44, `${height} px`);
        if (javaScriptEnabled) assert.deepEqual(await axeFindings(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      });
  });
