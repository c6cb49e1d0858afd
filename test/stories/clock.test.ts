import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { axeFindings, SCREENS, startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { useSite } from '../support/site.ts';

for (const javaScriptEnabled of [true, false])
  describe(`story: the deadline calculator, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(60_000);
    const site = useSite();
    let browser: Browser;
    let guest: Visitor;
    before(async () => {
      browser = await startBrowser();
    });
    after(() => browser.close());
    beforeEach(async () => {
      guest = await visitor(browser, { javaScriptEnabled });
      await guest.page.goto(`${site.origin}/clock`);
    });
    afterEach(async () => {
      await guest.leave();
      assert.deepEqual(guest.complaints, []);
    });

    it('chooses a term and a day, and reads the last day on the same page', async () => {
      const { page } = guest;
      await page.getByLabel('Що порахувати').selectOption('appeal.month');
      await page.getByLabel('Від якого дня').fill('2026-07-24');
      await page.getByLabel('За мирним').check();
      await page.getByRole('button', { name: 'Порахувати строк' }).click();
      const answer = page.getByRole('region', { name: 'Відповідь на звернення' });
      assert.match((await answer.textContent()) ?? '', /25.серпня.2026, вівторок.*День незалежності України/s);
      assert.equal(await page.getByLabel('Від якого дня').inputValue(), '2026-07-24');
    });
    it('is asked for the hour only of an urgent request, and told of it when it is left out', async () => {
      const { page } = guest;
      const hour = page.getByLabel('О котрій годині');
      assert.equal(await hour.isVisible(), false);
      await page.getByLabel('Що порахувати').selectOption('info.urgent');
      assert.equal(await hour.isVisible(), true);
      await page.getByLabel('Від якого дня').fill('2026-03-28');
      await page.getByRole('button', { name: 'Порахувати строк' }).click();
      assert.match((await page.getByRole('alert').textContent()) ?? '', /вкажіть ще й годину/);
      await page.getByLabel('О котрій годині').fill('10:00');
      await page.getByRole('button', { name: 'Порахувати строк' }).click();
      await page.getByText('30 березня 2026, понеділок, 11:00').waitFor();
    });
    it('works by keyboard alone', async () => {
      const { page } = guest;
      await page.getByLabel('Що порахувати').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('03022026');
      await page.keyboard.press('Enter');
      await page.getByText('2 квітня 2026, четвер').first().waitFor();
    });
    if (javaScriptEnabled)
      for (const [name, viewport] of Object.entries(SCREENS))
        it(`has nothing for axe to find on a ${name}, asked, answered or wrong`, async () => {
          const { page } = guest;
          await page.setViewportSize(viewport);
          for (const query of ['', '?rule=appeal.max45&receivedOn=2026-03-04', '?rule=&receivedOn=x']) {
            await page.goto(`${site.origin}/clock${query}`);
            await page.getByText('Усі строки й що вони означають').click();
            assert.deepEqual(await axeFindings(page), []);
          }
        });
  });
