import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openToWork, panelOf, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { looksRight } from '../support/looks-right.ts';

describe('story: the classifier and the resolution', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('an operator says who wrote, and gives the case to an executor and a helper with dates of their own', async () => {
    const { number } = await fileOpenly(site);
    const page = await office.sit('operator');
    const kept = async () => mongoose.connection.collection('cases').findOne({ number });
    await openToWork(page, 'Нові', number);
    const panel = panelOf(page);
    await panel.getByText('Класифікація заявника').click();
    await panel.getByLabel('Ознака надходження').selectOption('2.4');
    await panel.getByLabel('Стать').selectOption('4.2');
    await panel.getByLabel('Соціальний стан').selectOption('8.1');
    await panel.getByLabel('7.5. учасник бойових дій').check();
    await panel.getByLabel('7.13. багатодітна').check();
    await looksRight(page);
    await panel.getByRole('button', { name: 'Зареєструвати' }).click();
    await said(page, 'Звернення зареєстровано.');
    const { recurrence, sex, socialStatus, authorCategories } = (await kept())?.classification ?? {};
    assert.deepEqual([recurrence, sex, socialStatus, authorCategories], ['2.4', '4.2', '8.1', ['7.5', '7.13']]);

    await panel.getByText('Резолюція').click();
    const [main, helper] = [panel.getByLabel('Виконавець'), panel.getByRole('group', { name: 'Співвиконавець 1' })];
    await main.selectOption({ index: 1 });
    await panel.getByLabel('Внутрішній строк').fill('2030-01-01');
    await helper.getByLabel('Підрозділ').selectOption({ index: 2 });
    await helper.getByLabel('Його строк').fill('2030-01-02');
    await panel.getByLabel('Текст резолюції').fill('Прошу перевірити разом і доповісти.');
    await panel.getByRole('button', { name: 'Передати виконавцю' }).click();
    await panel.locator('.error').first().waitFor();
    assert.equal(await panel.locator('[aria-invalid]').count(), 2, 'both dates lie after the term of law');
    await looksRight(page);
    const dueOn = String((await kept())?.dueOn);
    await panel.getByLabel('Внутрішній строк').fill(dueOn);
    await helper.getByLabel('Його строк').fill(dueOn);
    await panel.getByRole('button', { name: 'Передати виконавцю' }).click();
    await said(page, 'Звернення передано виконавцю.');
    const executors = (await kept())?.executors as { role: string; dueOn: string }[];
    assert.deepEqual(
      executors.map(({ role, dueOn: until }) => [role, until]),
      [
        ['main', dueOn],
        ['co', dueOn],
      ],
    );
    await page.getByText('Прошу перевірити разом і доповісти.').waitFor();
  });
});
