import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { axeFindings } from '../support/browser.ts';
import {
  numbersIn,
  openToWork,
  panelOf,
  press,
  said,
  toAnswering,
  useOffice,
  useStaffedSite,
} from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';

describe('story: templates at the desk', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const answersOf = async (number: string) => {
    const found = await mongoose.connection.collection('cases').findOne({ number });
    return mongoose.connection.collection('answers').find({ caseId: found?._id }).toArray();
  };

  it('a refusal without the way to contest it is kept out of use, and its versions stay', async () => {
    const page = await office.sit('administrator');
    const clean = async (): Promise<void> => assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('link', { name: 'Шаблони' }).click();
    await page.getByRole('button', { name: 'Додати шаблон' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Назва').fill('Відмова: чужа територія');
    await dialog.getByLabel('Для чого').selectOption('answer');
    await dialog.getByLabel('Відмовлено').check();
    await dialog.getByLabel('Текст').fill('Підстав немає (ст. 7 Закону), звернення № ');
    await dialog.getByRole('button', { name: '{номер}' }).click();
    await dialog.getByLabel('Як оскаржити відмову').fill('Можна оскаржити.');
    await dialog.getByText('що оскаржити можна до суду').waitFor();
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    await dialog.getByRole('alert').waitFor();
    assert.equal(await dialog.locator('[aria-invalid]').count(), 1, 'the way to contest it is marked');
    await clean();
    await dialog.getByLabel('Як оскаржити відмову').fill('До міського голови або до суду.');
    await dialog.getByText('Обов’язкове за законом є.').waitFor();
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    await said(page, 'Шаблон «Відмова: чужа територія» збережено.');
    await clean();
    await page.getByRole('button', { name: 'Змінити шаблон «Відмова: чужа територія»' }).click();
    await dialog.getByLabel('Текст').fill('Підстав немає, оскільки територія чужа (ст. 7 Закону).');
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    await said(page, 'Шаблон «Відмова: чужа територія» збережено.');
    await page.getByRole('button', { name: 'Змінити шаблон «Відмова: чужа територія»' }).click();
    await dialog.getByText('Попередні редакції').click();
    await dialog.getByText('Підстав немає (ст. 7 Закону), звернення № {номер}').waitFor();
    await clean();
  });

  it('an executor opens a case, replies by a template and goes on with six keys beside the words', async () => {
    const [first, second] = [(await fileOpenly(site)).number, (await fileOpenly(site)).number];
    for (const number of [first, second]) await toAnswering(number);
    const page = await office.sit('roads');
    await page.getByRole('rowheader').getByRole('link').nth(1).waitFor();
    const order = await numbersIn(page);
    assert.deepEqual([...order].sort(), [first, second].sort());
    await press(page, 'j', 'Enter');
    await panelOf(page).waitFor();
    await press(page, 'r');
    await page.getByLabel('Шаблон').waitFor();
    const nth = (await page.getByLabel('Шаблон').locator('option').allTextContents())
      .findIndex((option) => option.includes('Роботи виконано'))
      .toString();
    await press(page, nth);
    const words = page.getByLabel('Текст відповіді');
    assert.equal(await words.evaluate((area) => area === document.activeElement), true);
    assert.deepEqual(await axeFindings(page), []);
    await page.keyboard.type('вибоїну засипано й ущільнено');
    await press(page, 'Control+Enter');
    await said(page, 'Проєкт відповіді подано на підпис.');
    await press(page, 'j');
    const [answer] = await answersOf(order[0] ?? '');
    assert.match(answer?.text, /роботи виконано: вибоїну засипано й ущільнено\./);
    assert.equal(answer?.result, 'resolved');
    assert.equal(answer?.template.version, 1);
    const focused = await page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\D/g, ''));
    assert.equal(focused, order[1], 'the next case is a press of Enter away');
  });

  it('what somebody typed is replaced only when they say so', async () => {
    const { number } = await fileOpenly(site);
    await toAnswering(number);
    const page = await office.sit('roads');
    await openToWork(page, 'Мої', number);
    await press(page, 'r');
    const words = page.getByLabel('Текст відповіді');
    await words.fill('Моя власна відповідь на це звернення.');
    await page.getByLabel('Шаблон').focus();
    await press(page, '1');
    await page.getByText('У полі вже є текст.').waitFor();
    assert.equal(await words.inputValue(), 'Моя власна відповідь на це звернення.');
    await page.getByRole('button', { name: /^Замінити шаблоном/ }).click();
    assert.match(await words.inputValue(), /зверненням? №/);
  });
});
