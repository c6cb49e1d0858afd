import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings } from '../support/browser.ts';
import { panelOf, press, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { type FiledCase, fileOpenly } from '../support/desk-cases.ts';
import { moveAlong } from '../support/site.ts';

const WIDE = { width: 1920, height: 1080 };

describe('story: colleagues at one case', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const looksRight = async (page: Page, name: string) => {
    assert.deepEqual(await axeFindings(page), [], name);
  };
  const openOf = async (page: Page, { id }: FiledCase) => {
    await page.goto(`${site.origin}/desk/cases/${id}`);
    await page.getByRole('heading', { name: 'Внутрішні нотатки' }).waitFor();
    await page.getByRole('button', { name: /^Написати нотатку/ }).waitFor();
  };
  const named = (page: Page, count: number) => page.getByRole('link', { name: `Вас згадали ${count}` }).waitFor();
  const alsoOpen = (page: Page, name: RegExp) => page.locator('.presence').getByText(name).waitFor();

  it('leave each other notes by the keyboard, name each other, and see who else is there', async () => {
    const filed = await fileOpenly(site);
    const operator = await office.sit('operator');
    const controller = await office.sit('controller', { viewport: WIDE });
    await named(controller, 0);
    await openOf(operator, filed);
    await press(operator, 'm');
    const field = operator.getByLabel('Нотатка для колег');
    await operator.keyboard.type('Телефонував майстер. @nobody та @executor, гляньте.');
    await press(operator, 'Control+Enter');
    await operator.getByText('Працівника @nobody немає.').waitFor();
    await operator.getByText('@executor не має доступу до цього звернення').waitFor();
    assert.equal(await field.evaluate((at) => at === document.activeElement), true);
    await looksRight(operator, 'note-refused');
    await press(operator, 'Control+A');
    await operator.keyboard.type('Телефонував майстер: буде завтра о дев’ятій.');
    await press(operator, 'Tab');
    await operator.locator('select:focus').selectOption('controller');
    await press(operator, 'Tab');
    await press(operator, 'Enter');
    assert.match(await field.inputValue(), /^Телефонував.* @controller $/);
    await press(operator, 'Control+Enter');
    await said(operator, 'Нотатку залишено.');
    await looksRight(operator, 'note-left');

    await named(controller, 1);
    await controller.getByRole('link', { name: /^Вас згадали/ }).focus();
    await press(controller, 'Enter');
    await controller.getByText('не прочитано').waitFor();
    await controller.getByText('1 непрочитана').waitFor();
    await looksRight(controller, 'mentions');
    await controller.getByRole('link', { name: /^Звернення 2/ }).focus();
    await press(controller, 'Enter');
    await controller.getByText('Внутрішня нотатка, заявник не бачить').waitFor();
    await named(controller, 0);
    await controller.getByText('прочитано', { exact: true }).waitFor();
    await alsoOpen(controller, /^Також відкрито: .+, з 10:\d\d$/);
    await alsoOpen(operator, /^Також відкрито: Наталія Гончар, з 10:\d\d$/);
    await looksRight(controller, 'mention-open');
    await looksRight(operator, 'also-open');
    await press(controller, 'Escape');
    await operator.locator('.presence:empty').waitFor({ state: 'attached' });
  });

  it('change and withdraw their own, and nothing of it reaches the applicant', async () => {
    const filed = await fileOpenly(site);
    const page = await office.sit('operator');
    await openOf(page, filed);
    await press(page, 'm');
    await page.keyboard.type('Чернеткова думка');
    await press(page, 'Control+Enter');
    await said(page, 'Нотатку залишено.');
    await page.getByRole('button', { name: /^Змінити нотатку/ }).press('Enter');
    await press(page, 'Control+A');
    await page.keyboard.type('Виважена думка');
    await press(page, 'Control+Enter');
    await said(page, 'Нотатку змінено.');
    await page.getByText(/змінено о 10:\d\d/).waitFor();
    await page.getByRole('button', { name: /^Відкликати нотатку, / }).press('Enter');
    await looksRight(page, 'withdrawing');
    await press(page, 'Enter');
    await said(page, 'Нотатку відкликано.');
    assert.equal(await page.getByText(/Виважена|Чернеткова/).count(), 0);
    await page.getByText('Відкликано внутрішню нотатку').waitFor();
    await looksRight(page, 'withdrawn');
    const applicant = await office.come();
    await applicant.goto(`${site.origin}/appeals/${filed.number}`);
    assert.equal(await applicant.getByText(/нотатк/i).count(), 0);
  });

  it('are shown cases that may be about the same, and merge them themselves', async () => {
    const text = 'На розі біля аптеки яма завглибшки з долоню, об’їжджати небезпечно.';
    const first = await fileOpenly(site, { text });
    await moveAlong(first.number, 'register', { questionGroup: 3 });
    const again = await fileOpenly(site, { text: 'Біля аптеки на розі досі яма, об’їжджати її небезпечно.' });
    await moveAlong(again.number, 'register', { questionGroup: 3 });
    const page = await office.sit('operator', { viewport: WIDE });
    await openOf(page, again);
    await page.getByRole('heading', { name: 'Можливо, про те саме' }).waitFor();
    const spaced = first.number.replace(/(\d{4})(\d{3})(\d{3})/, '$1\u00a0$2\u00a0$3');
    const line = page.locator('.like-cases li').filter({ hasText: new RegExp(spaced.replace(/\s/g, '\\s')) });
    await line.getByText('той самий заявник, те саме місце, схожий текст, та сама категорія, сьогодні').waitFor();
    await looksRight(page, 'alike');
    await line.getByRole('button', { name: /^Об’єднати/ }).press('Enter');
    const number = panelOf(page).getByLabel('Номер звернення, з яким об’єднуємо');
    assert.equal(await number.inputValue(), first.number);
    assert.equal(await number.evaluate((at) => at === document.activeElement), true);
    await looksRight(page, 'merging');
    await press(page, 'Control+Enter');
    await page.getByText('Об’єднано зі зверненням').waitFor();
  });

  it('look right on a small screen', async () => {
    const filed = await fileOpenly(site);
    const page = await office.sit('operator', { viewport: { width: 390, height: 844 } });
    await openOf(page, filed);
    await page.getByRole('button', { name: /^Написати нотатку/ }).click();
    await page.getByLabel('Нотатка для колег').fill('Дзвонив заявник.');
    await looksRight(page, 'note-small');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    await page.getByRole('button', { name: 'Скасувати' }).click();
    await page.goto(`${site.origin}/desk/mentions`);
    await page.getByRole('heading', { name: 'Вас згадали' }).waitFor();
    await looksRight(page, 'mentions-small');
  });
});
