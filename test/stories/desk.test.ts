import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { DepartmentModel } from '#server/catalogue/index.ts';
import { SAMPLE_SCAN } from '#server/seeds/sample-scan.ts';
import {
  numbersIn,
  openToWork,
  panelOf,
  passwordOf,
  press,
  ROADS,
  said,
  toAnswering,
  useOffice,
  useStaffedSite,
} from '../support/desk.ts';
import { aBrowser } from '../support/pages.client.ts';
import { digits } from '../support/resident.steps.ts';
import { moveAlong } from '../support/site.ts';

const ANSWER = 'Ділянка належить державі, тому місто не може її полагодити.';
/** A number as it is written on pages. */
const spaced = (number = '') => new RegExp([number.slice(0, 4), number.slice(4, 7), number.slice(7)].join('\\s'));

describe('story: the desk', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const alert = (page: Page) => page.getByRole('alert');
  const file = () => aBrowser(site).file();

  it('lets staff in without scripts, and says kindly that the desk itself needs them', async () => {
    const page = await office.come({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/desk`);
    await page.getByLabel('Логін').fill('operator');
    await page.getByLabel('Пароль').fill('not this one');
    await page.getByRole('button', { name: 'Увійти' }).click();
    await alert(page).getByText('Логін або пароль не підходить').waitFor();
    assert.equal(await page.getByLabel('Логін').inputValue(), 'operator');
    await page.getByLabel('Пароль').fill(passwordOf(site, 'operator'));
    await page.getByRole('button', { name: 'Увійти' }).click();
    await page.getByText('Робочий стіл потребує скриптів').waitFor();
  });

  it('registers and assigns by keys alone, and goes on to the next case', async () => {
    const wanted = [await file(), await file()].sort();
    const page = await office.sit('operator');
    await page.getByRole('table').waitFor();
    const shown = await numbersIn(page);
    assert.deepEqual(shown.slice(-2).sort(), wanted);
    await press(page, 'j', 'Enter');
    await page.getByRole('heading', { level: 2, name: /^2600/ }).waitFor();
    await panelOf(page).getByLabel('Група питань').waitFor();
    await press(page, 's', 'Control+Enter');
    await said(page, 'Звернення зареєстровано.');
    await press(page, 'e', 'Control+Enter');
    await said(page, 'Звернення передано виконавцю.');
    assert.deepEqual(await numbersIn(page), shown, 'nothing moved in the list');
    await press(page, 'j', 'Enter');
    await page.getByRole('heading', { level: 2, name: spaced(shown[1]) }).waitFor();
    await press(page, 'Escape');
    await page.waitForURL(/\/desk$/);
    assert.equal(digits(await page.evaluate(() => document.activeElement?.textContent ?? '')), shown[1]);
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: /^2600/ }).waitFor();
    await press(page, '.');
    await page
      .getByRole('rowheader')
      .getByRole('link', { name: spaced(shown[0]) })
      .waitFor({ state: 'detached' });
  });

  it('asks of a refusal how to contest it, and of the head the signed paper; both on a phone', async () => {
    const number = await file();
    await toAnswering(number);
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const executor = await office.sit('roads', phone);
    await openToWork(executor, 'У виконавців', number);
    await executor.getByRole('button', { name: 'Підготувати відповідь' }).click();
    await executor.getByRole('button', { name: 'Подати на підпис' }).click();
    await executor.getByText('Заповніть це поле.').nth(1).waitFor();
    await executor.getByLabel('Відмовлено').check();
    await executor.getByLabel('Текст відповіді').fill(ANSWER);
    assert.match(await executor.getByLabel('Як оскаржити відмову').inputValue(), /статті 16 і 17/);
    await executor.getByRole('button', { name: 'Подати на підпис' }).click();
    await said(executor, 'подано на підпис');

    const head = await office.sit('head', phone);
    await openToWork(head, 'На підпис', number);
    await head.getByText(ANSWER).waitFor();
    await head.getByRole('button', { name: 'Підписати відповідь' }).click();
    const signed = panelOf(head);
    await signed.getByText('Додайте файл підпису або скан підписаного листа.').waitFor();
    const sheet = { name: 'skan.pdf', mimeType: 'application/pdf' };
    await signed.getByLabel('Підписаний файл або скан').setInputFiles({ ...sheet, buffer: Buffer.from('%PDF-1.7') });
    await signed.getByText('Файл пошкоджено').waitFor();
    await signed.getByLabel('Підписаний файл або скан').setInputFiles({ ...sheet, buffer: SAMPLE_SCAN });
    await signed.getByText('Скан додано').waitFor();
    await head.getByRole('button', { name: 'Підписати відповідь' }).click();
    await said(head, 'Відповідь підписано');
    await head.getByText(/№ \d+\/2026-вих від 3.березня.2026, підписано: Марина Шевчук/).waitFor();
    const isTooWide = await head.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(isTooWide, false);
  });

  it('sends an answer back with a reason, and the executor finds the earlier text in the form', async () => {
    const number = await file();
    await toAnswering(number);
    await moveAlong(number, 'draft', { answer: { text: ANSWER, result: 'explained' } });
    const head = await office.sit('head');
    await openToWork(head, 'На підпис', number);
    await head.getByRole('button', { name: 'На доопрацювання' }).click();
    await panelOf(head).getByLabel('Відповідь не по суті').check();
    await panelOf(head).getByRole('button', { name: 'На доопрацювання' }).click();
    await said(head, 'повернуто на доопрацювання');
    const executor = await office.sit('roads');
    await openToWork(executor, 'У виконавців', number);
    await executor.getByText('Повернуто на доопрацювання: відповідь не по суті').waitFor();
    await press(executor, 'r');
    assert.equal(await executor.getByLabel('Текст відповіді').inputValue(), ANSWER);
  });

  it('says why a complaint cannot go to those it complains of', async () => {
    const contested = { kind: 'complaint', 'contested.decision': 'Відмова ремонтувати дорогу' };
    const number = await aBrowser(site).file({ ...contested, 'contested.departmentId': ROADS });
    await moveAlong(number, 'register', { questionGroup: 3 });
    const page = await office.sit('operator');
    await openToWork(page, 'Без виконавця', number);
    await press(page, 'e', 'Control+Enter');
    await alert(page).getByText('Скаргу не можна передати тому, на кого скаржаться').waitFor();
    const above = await DepartmentModel.findOne({ parentId: null }).lean();
    await panelOf(page)
      .getByLabel('Виконавець')
      .selectOption({ label: above?.uk ?? '' });
    await press(page, 'Control+Enter');
    await said(page, 'передано виконавцю');
  });

  it('takes an appeal from a caller; a session that ended in the middle loses nothing', async () => {
    const page = await office.sit('operator');
    await press(page, 'c');
    await page.getByRole('heading', { name: 'Нове звернення' }).waitFor();
    await page.getByRole('button', { name: 'Прийняти звернення' }).click();
    await alert(page).getByRole('link', { name: 'Тема' }).waitFor(); // reading all of them does not wait
    const wrong = (await alert(page).getByRole('link').allTextContents()).join('\n');
    for (const field of ['Тема', 'Суть звернення', 'Прізвище', 'Ім’я', 'Місце проживання', 'Спосіб зв’язку'])
      assert.ok(wrong.includes(field), field);
    await page.getByLabel('Тема').selectOption({ label: 'Дерева та зелені насадження' });
    await page.getByLabel('Суть звернення').fill('Гілка впала на тротуар, прошу прибрати її.');
    await page.getByLabel('Прізвище').fill('Коваль');
    await page.getByLabel('Ім’я', { exact: true }).fill('Іван');
    await page.getByLabel('Місце проживання').fill('Одеса, вул. Канатна, 1');
    await page.getByLabel('Мобільний телефон').fill('067 123 45 67');
    await page.getByLabel('Заявник просить SMS').check();

    await page.getByRole('link', { name: 'Усі відкриті' }).click();
    await page.getByRole('table').waitFor();
    await press(page, 'c');
    assert.equal(await page.getByLabel('Прізвище').inputValue(), 'Коваль');

    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Прийняти звернення' }).click();
    const again = page.getByRole('dialog', { name: 'Сеанс завершено' });
    await again.getByLabel('Логін').fill('operator');
    await again.getByLabel('Пароль').fill('not this one');
    await press(page, 'Enter');
    await again.getByText('Логін або пароль не підходить').waitFor();
    await again.getByLabel('Пароль').fill(passwordOf(site, 'operator'));
    await press(page, 'Enter');
    await page.getByRole('heading', { name: 'Звернення прийнято' }).waitFor();
    assert.match((await page.locator('.read-aloud').textContent()) ?? '', /Відповідь до3.квітня.2026/);
    const number = digits(await page.locator('.read-aloud .number').textContent());
    const code = (await page.locator('.read-aloud .code').textContent()) ?? '';

    const caller = await office.come();
    await caller.goto(`${site.origin}/appeals/${number}`);
    await caller.getByLabel('Код доступу').fill(code);
    await caller.getByRole('button', { name: 'Відкрити звернення' }).click();
    await caller.getByText('Гілка впала на тротуар').waitFor();
    await page.getByRole('link', { name: 'Відкрити звернення' }).click();
    await panelOf(page).getByRole('button', { name: 'Зареєструвати' }).waitFor();
    await page.getByText('+380 67 123 45 67').waitFor();
  });

  it('leaves single keys alone for those who do not want them', async () => {
    const page = await office.sit('operator');
    await press(page, '?');
    const keys = page.getByRole('dialog', { name: 'Клавіші' });
    await keys.getByLabel('Вмикати дії однією клавішею').uncheck();
    await press(page, 'Escape');
    await keys.waitFor({ state: 'detached' });
    await press(page, 'c');
    assert.equal(await page.getByRole('heading', { name: 'Нове звернення' }).count(), 0);
    await page.reload();
    await page.getByRole('table').waitFor();
    await press(page, 'c');
    assert.equal(await page.getByRole('heading', { name: 'Нове звернення' }).count(), 0);
  });

  it('speaks English at its English address, and says of a case that is not there that it is not', async () => {
    const page = await office.sit('operator');
    await page.goto(`${site.origin}/en/desk/cases/${'0'.repeat(24)}?view=open`);
    await page.getByText('There is no such appeal, or it was not passed to you.').waitFor();
    await page.getByRole('link', { name: 'Українською' }).click();
    await page.getByText('Такого звернення немає, або його вам не передано.').waitFor();
  });

  it('shows a long list page by page, each case once', async () => {
    const browser = aBrowser(site);
    for (let i = 0; i < 60; i++) await browser.file();
    const page = await office.sit('operator');
    await page.getByRole('table').waitFor();
    assert.equal((await numbersIn(page)).length, 50);
    await page.getByRole('button', { name: 'Показати ще' }).click();
    await page.getByRole('rowheader').nth(50).waitFor();
    const shown = await numbersIn(page);
    assert.equal(new Set(shown).size, shown.length);
    const [, count = ''] =
      /^Нові (\d+)$/.exec((await page.getByRole('link', { name: /^Нові/ }).textContent()) ?? '') ?? [];
    assert.equal(shown.length, Number(count));

    const line = () => page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex ?? 0);
    for (const key of ['j', 'ArrowDown']) await page.keyboard.press(key);
    assert.equal(await line(), 2);
    await page.keyboard.press('Tab');
    assert.equal(await line(), 0, 'the list is one stop of the Tab key');
  });
});
