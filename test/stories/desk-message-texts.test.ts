import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { Page } from 'playwright-core';
import { sms } from '#shared/texts/uk/sms.ts';
import { SCREENS } from '../support/browser.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { looksRight } from '../support/looks-right.ts';

describe('story: the words of texts at the desk', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const editions = () => mongoose.connection.collection('sms_wordings').find().sort({ _id: 1 }).toArray();
  const openText = async (page: Page, event: string) => {
    await page.getByRole('button', { name: `Змінити текст «${event}»` }).click();
    return page.getByRole('dialog');
  };

  it('a text is measured and priced as it is typed, and cannot be saved while it is too long', async () => {
    const page = await office.sit('administrator');
    await page.getByRole('link', { name: 'Тексти SMS' }).click();
    await page.getByRole('cell', { name: sms['appeal.answered'], exact: true }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/desk/message-texts');
    await looksRight(page, 'the list');
    const dialog = await openText(page, 'Є відповідь');
    const measure = dialog.locator('.sms-measure');
    assert.match((await measure.textContent()) ?? '', /65 з 70Частин1Ціна0,60 грн/);
    const area = dialog.getByLabel('Текст', { exact: true });
    await area.fill('Шановний заявнику! За зверненням прийнято рішення: {result}. Читайте {where}');
    await dialog.getByText('У тексті має бути {number}.').waitFor();
    assert.match((await measure.textContent()) ?? '', /з 134Частин2Ціна1,20 грн/, 'two parts cost twice');
    await dialog.getByRole('button', { name: 'Зберегти редакцію' }).click();
    await dialog.getByRole('alert').waitFor();
    assert.equal(await area.getAttribute('aria-invalid'), 'true');
    await looksRight(page, 'the form with errors');
    await area.fill('Є відповідь на : {result}. {where}');
    await area.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(15, 15));
    await dialog.getByRole('button', { name: '{number}' }).click();
    assert.equal(await area.inputValue(), 'Є відповідь на {number}: {result}. {where}');
    await dialog.getByText('Є відповідь на 2600123452: роз’яснено. omr.gov.ua/c/7KQ2M4P').waitFor();
    await dialog.getByText('Текст можна зберегти.').waitFor();
    await dialog.getByLabel('Чому змінюєте').fill('Коротше й простіше');
    await dialog.getByRole('button', { name: 'Зберегти редакцію' }).click();
    await said(page, 'Нова редакція SMS «Є відповідь» діє.');
    await page.getByRole('cell', { name: 'Є відповідь на {number}: {result}. {where}' }).waitFor();
    assert.deepEqual(
      (await editions()).map(({ template, version, note }) => [template, version, note]),
      [['appeal.answered', 1, 'Коротше й простіше']],
    );
  });

  it('earlier words come back as a new edition, from a phone too', async () => {
    const page = await office.sit('administrator', { viewport: SCREENS.phone });
    await page.goto(`${site.origin}/desk/message-texts`);
    await page.getByRole('cell', { name: 'Є відповідь на {number}: {result}. {where}' }).waitFor();
    await looksRight(page, 'the list on a phone');
    const dialog = await openText(page, 'Є відповідь');
    await dialog.getByText('Редакції тексту').click();
    await dialog.getByText('Коротше й простіше').waitFor();
    await dialog.getByText(/Редакція 1, .*Дмитро Савчук/).waitFor();
    await looksRight(page, 'the form on a phone');
    await dialog.getByRole('button', { name: 'Повернути слова редакції 0' }).click();
    assert.equal(await dialog.getByLabel('Текст', { exact: true }).inputValue(), sms['appeal.answered']);
    await dialog.getByRole('button', { name: 'Зберегти редакцію' }).click();
    await said(page, 'Нова редакція SMS «Є відповідь» діє.');
    const [, back] = await editions();
    assert.deepEqual([back?.version, back?.text, back?.note], [2, sms['appeal.answered'], 'Повернуто редакцію 0']);
  });

  it('who was slower is told so, and whoever may not keep the texts does not find them', async () => {
    const page = await office.sit('administrator');
    await page.goto(`${site.origin}/desk/message-texts`);
    const dialog = await openText(page, 'Звернення повернуто авторові');
    const text = 'Звернення {number} виправте: {where}';
    const row = { _id: 'appeal.returned/000001' as never, template: 'appeal.returned', version: 1, text };
    await mongoose.connection
      .collection('sms_wordings')
      .insertOne({ ...row, savedById: '0'.repeat(24), savedAt: new Date(), note: '' });
    await dialog.getByLabel('Текст', { exact: true }).fill('Звернення {number} повернуто: {where}');
    await dialog.getByRole('button', { name: 'Зберегти редакцію' }).click();
    await dialog.getByText('Хтось уже змінив цей текст.').waitFor();
    await dialog.getByRole('button', { name: 'Скасувати' }).click();
    await page.getByRole('cell', { name: text }).waitFor();

    const other = await office.sit('operator');
    await other.goto(`${site.origin}/desk/message-texts`);
    await other.getByRole('navigation', { name: 'Списки' }).waitFor();
    assert.equal(await other.getByRole('link', { name: 'Тексти SMS' }).count(), 0);
    assert.equal(await other.getByRole('heading', { name: 'Тексти SMS' }).count(), 0);
  });
});
