import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { unit } from '#server/seeds/city.ts';
import { SCREENS, startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { useStaffedSite } from '../support/desk.ts';
import { looksRight } from '../support/looks-right.ts';
import { aBrowser } from '../support/pages.client.ts';
import { moveAlong } from '../support/site.ts';
import { openCase, signIn, signOut } from '../support/staff.steps.ts';

const WIDE = { width: 1920, height: 1080 };

describe('story: a desk that everyone can use', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  let browser: Browser;
  let somebody: Visitor;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    await somebody.leave();
    assert.deepEqual(somebody.complaints, []);
  });

  for (const [screen, viewport] of Object.entries({ ...SCREENS, wide: WIDE }))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has nothing that axe would find: ${screen}, ${colorScheme}`, async () => {
        somebody = await visitor(browser, { viewport, colorScheme });
        const { page } = somebody;
        const number = await aBrowser(site).file();
        await moveAlong(number, 'register', { questionGroup: 3 });
        await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
        await page.goto(`${site.origin}/desk`);
        await looksRight(page, 'the door');
        await page.getByRole('button', { name: 'Увійти' }).click();
        await page.getByRole('alert').waitFor();
        await looksRight(page, 'the door with errors');
        await signIn(page, site, 'operator');
        await looksRight(page, 'a list');
        await page.getByRole('link', { name: /^На підпис/ }).click();
        await page.locator('.empty').waitFor();
        await looksRight(page, 'an empty list');
        await page.goto(`${site.origin}/desk/new`);
        await page.getByLabel('Скарга').check();
        await page.getByRole('button', { name: 'Прийняти звернення' }).click();
        await page.getByRole('alert').waitFor();
        await looksRight(page, 'a new appeal with errors');
        await page.goto(`${site.origin}/desk?view=open`);
        await page.getByRole('table').waitFor();
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
        await looksRight(page, 'the keys');
        await page.keyboard.press('Escape');
        await signOut(page);
        await signIn(page, site, 'roads');
        await openCase(page, 'У виконавців', number);
        await page.getByRole('button', { name: /^Взяти в роботу/ }).click();
        await page.getByRole('button', { name: /^Підготувати відповідь/ }).click();
        await page.getByLabel('Відмовлено').check();
        await page.getByRole('button', { name: 'Подати на підпис' }).click();
        await page.getByRole('alert').waitFor();
        await looksRight(page, 'a case with an answer that was refused');
      });

  it('shows where the focus is, all over a list and a case', async () => {
    const number = await aBrowser(site).file();
    somebody = await visitor(browser, { viewport: SCREENS.desk });
    const { page } = somebody;
    await signIn(page, site, 'operator');
    await openCase(page, 'Нові', number);
    await page.getByRole('button', { name: 'Зареєструвати' }).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const seen = new Set<string>();
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      const { what, isRinged } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const ringed = (element.matches('[data-case]') && element.closest('tr')) || element;
        const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
        return {
          what: element.id || element.textContent || '',
          isRinged: element === document.body || (outlineStyle !== 'none' && outlineWidth !== '0px'),
        };
      });
      assert.ok(isRinged, what);
      seen.add(what);
    }
    for (const part of ['questionGroup', 'Зареєструвати', 'Клавіші'])
      assert.ok(
        [...seen].some((what) => what.startsWith(part)),
        part,
      );
  });
});
