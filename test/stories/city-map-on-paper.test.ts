import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { SCREENS } from '../support/browser.ts';
import { aPublishedCase } from '../support/published.ts';
import { usePublishedCity } from '../support/published-city.ts';

const cases = [
  ...Array.from({ length: 12 }, (_, i) => aPublishedCase({ at: [30.725 + i * 0.004, 46.47], status: 'in_work' })),
  aPublishedCase({ at: [30.72, 46.4], districtCode: 'kyivskyi', status: 'resolved' }),
];
/** A sheet of A4 within its margins, in pixels. */
const SHEET = { width: 658, height: 987 };
const CONTROLS = 'form, button, .button, .chips, .moves a, .leaflet-control a, summary, .way, nav';

for (const javaScriptEnabled of [true, false])
  describe(`story: the map printed, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(90_000);
    const { site, come } = usePublishedCity(cases);
    /** Opens an address and puts it on a sheet. */
    const print = async (path: string): Promise<Page> => {
      const { page } = await come({ javaScriptEnabled, viewport: SCREENS.desk });
      await page.goto(site.origin + path);
      if (javaScriptEnabled) await page.locator('.canvas.awake').waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(SHEET);
      return page;
    };

    it('has the map, the filters in words, the counts and the cases, and nothing to press', async () => {
      const page = await print('/?status=in_work');
      const map = page.locator(javaScriptEnabled ? '.canvas' : 'img.on-paper');
      const box = (await map.boundingBox()) ?? assert.fail('no map');
      assert.ok(box.width > 300 && box.width <= SHEET.width && box.height <= SHEET.height / 2, JSON.stringify(box));
      await page.getByText(/^Станом на 3\sберезня\s2026\. Фільтри: В роботі\. З них надруковано 10\.$/).waitFor();
      await page.getByText('12 звернень у місті').waitFor();
      assert.ok(await page.getByRole('rowheader', { name: 'Приморський район' }).isVisible());
      assert.equal(await page.locator('.case-card:visible').count(), 10);
      const seen = page.locator(CONTROLS).filter({ visible: true });
      assert.deepEqual(await seen.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML)), []);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        'nothing is cut at the edge',
      );
      assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
    });
    it('says that no filter is on', async () => {
      const page = await print('/');
      await page.getByText(/^Станом на 3\sберезня\s2026\. Фільтрів немає\. З них надруковано 10\.$/).waitFor();
    });
    if (!javaScriptEnabled) return;
    it('shows the part of the map that was seen, and all of it', async () => {
      const { page } = await come({ viewport: SCREENS.desk });
      await page.goto(`${site.origin}/?z=14&lng=30.735&lat=46.47`);
      await page.locator('#cases[aria-busy="false"]').waitFor();
      const marks = '.mark[aria-hidden="false"]';
      const before = await page.locator(marks).count();
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(SHEET);
      const map = (await page.locator('.canvas').boundingBox()) ?? assert.fail('no map');
      const boxes = await Promise.all((await page.locator(marks).all()).map((mark) => mark.boundingBox()));
      assert.ok(before > 2 && boxes.length === before, `${boxes.length} of ${before} marks`);
      for (const box of boxes) {
        const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
        assert.ok(x >= map.x && x <= map.x + map.width, `${x} is on the sheet`);
      }
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize(SCREENS.desk);
      assert.equal(await page.locator(marks).count(), before);
      assert.match(page.url(), /z=14&lng=30\.735&lat=46\.47/);
    });
  });
