import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { carryOutOrders } from '#server/bulk/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { UNDO_MS } from '#shared/domain/bulk.ts';
import { axeFindings } from '../support/browser.ts';
import { passSeconds } from '../support/clock.ts';
import { press, said, toAnswering, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { moveAlong } from '../support/site.ts';

describe('story: one thing for many cases', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  after(() => shiftClock(0));
  const caseOf = (number: string) => mongoose.connection.collection('cases').findOne({ number });

  it('an operator chooses by keys, sees what it would do, takes it back, and orders it again', async () => {
    const numbers = [(await fileOpenly(site)).number, (await fileOpenly(site)).number];
    for (const number of numbers) await moveAlong(number, 'register', { questionGroup: 3 });
    const page = await office.sit('operator');
    await page.getByRole('link', { name: 'Без виконавця' }).click();
    await page.getByRole('rowheader').getByRole('link').nth(1).waitFor();
    await press(page, 'j', 'x', 'j', 'x');
    await said(page, 'Вибрано 2 звернення');
    assert.equal(await page.getByRole('checkbox', { name: 'Вибрати всі показані' }).isChecked(), true);
    assert.deepEqual(await axeFindings(page), []);
    const order = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Передати виконавцю' }).click();
      const dialog = page.getByRole('dialog', { name: 'Передати виконавцю: 2 звернення' });
      await dialog.getByRole('button', { name: 'Перевірити' }).click();
      await dialog.locator('select[aria-invalid]').waitFor();
      await dialog.getByLabel('Виконавець').selectOption({ label: 'КП «Міськсвітло»' });
      await dialog.getByRole('button', { name: 'Перевірити' }).click();
      await dialog.getByText('Буде виконано: 2 звернення.').waitFor();
      await dialog.getByText('SMS ніхто не отримає.').waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await dialog.getByRole('button', { name: 'Виконати' }).click();
      await said(page, 'Передати виконавцю: 2 звернення. Почнемо за десять секунд.');
    };
    await order();
    await press(page, 'z');
    await said(page, 'Дію скасовано, нічого не змінено.');
    passSeconds(UNDO_MS / 1_000 + 1);
    await carryOutOrders();
    for (const number of numbers) assert.equal((await caseOf(number))?.status, 'registered');

    await page.getByRole('checkbox', { name: 'Вибрати всі показані' }).check();
    await order();
    passSeconds(UNDO_MS / 1_000 + 1);
    await carryOutOrders();
    await said(page, 'Виконано: 2 з 2.');
    for (const number of numbers) assert.equal((await caseOf(number))?.status, 'assigned');
  });

  it('an executor answers many by a template, and is told which refuse it', async () => {
    const numbers = [(await fileOpenly(site)).number, (await fileOpenly(site)).number];
    for (const number of numbers) await toAnswering(number);
    const page = await office.sit('roads');
    await page.getByRole('rowheader').getByRole('link').nth(1).waitFor();
    await page.getByRole('checkbox', { name: 'Вибрати всі показані' }).check();
    await page.getByRole('button', { name: 'Відповісти за шаблоном' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Шаблон').selectOption({ label: 'Роботи виконано' });
    const words = dialog.getByLabel('Текст відповіді');
    await dialog.getByRole('button', { name: 'Перевірити' }).click();
    await dialog.getByText('Заповніть усі місця в подвійних дужках').waitFor();
    await words.fill('За зверненням № {номер} роботи виконано: вибоїну засипано.');
    await dialog.getByRole('button', { name: 'Перевірити' }).click();
    await dialog.getByText('Буде виконано: 2 звернення.').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await dialog.getByRole('button', { name: 'Виконати' }).click();
    await said(page, 'Відповісти за шаблоном: 2 звернення. Почнемо за десять секунд.');
    passSeconds(UNDO_MS / 1_000 + 1);
    await carryOutOrders();
    await said(page, 'Виконано: 2 з 2.');
    for (const number of numbers) {
      const answer = await mongoose.connection.collection('answers').findOne({ caseId: (await caseOf(number))?._id });
      assert.ok(answer?.text.replaceAll(/\s/g, '').includes(number), 'each letter has its own number');
    }
  });
});
