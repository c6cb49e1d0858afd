import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { caseById } from '#server/register/index.ts';
import { openToWork, panelOf, ROADS, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { looksRight } from '../support/looks-right.ts';
import { moveAlong } from '../support/site.ts';

describe('story: routing rules', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const dialog = (page: Page) => page.getByRole('dialog');
  const press = async (page: Page, name: string, within: Pick<Page, 'getByRole'> = page) => {
    await within.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };

  for (const width of [1280, 1920])
    it(`are written, tried on past cases, switched on and put in order by keyboard at ${width} px`, async () => {
      const [pits, lights] = [`Ями ${width}`, `Решта ${width}`];
      const filed = await fileOpenly(site);
      await moveAlong(filed.number, 'register', { questionGroup: 3 });
      await moveAlong(filed.number, 'assign', { departmentId: ROADS });
      const page = await office.sit('administrator', { viewport: { width, height: width === 1280 ? 800 : 1080 } });
      await page.getByRole('link', { name: 'Правила розподілу' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Правила розподілу' }).waitFor();
      await page.getByRole('button', { name: 'Додати правило' }).waitFor();
      if (width === 1280) await looksRight(page, 'empty');

      await press(page, 'Додати правило');
      await dialog(page).getByLabel('Слова у зверненні').fill('під’їзд\n?!…');
      await press(page, 'Зберегти чернетку', dialog(page));
      await dialog(page).locator('[aria-invalid]').first().waitFor();
      await looksRight(page, `form-${width}`);
      await dialog(page).getByLabel('Назва').fill(pits);
      await dialog(page).getByLabel('Тема').selectOption('streets');
      await dialog(page).getByLabel('Район').selectOption({ index: 1 });
      await dialog(page).getByLabel('Район').selectOption('');
      await dialog(page).getByLabel('Кому передати').selectOption(ROADS);
      await press(page, 'Зберегти чернетку', dialog(page));
      await dialog(page).getByText('«?!…»').waitFor();
      await looksRight(page, `form-word-${width}`);
      await dialog(page).getByLabel('Слова у зверненні').fill('під’їзд\nліхтар у дворі');
      await press(page, 'Зберегти чернетку', dialog(page));
      await said(page, `Збережено: ${pits}.`);

      await press(page, 'Додати правило');
      await dialog(page).getByLabel('Назва').fill(lights);
      await dialog(page).getByLabel('Як надійшло').selectOption('api');
      await dialog(page).getByLabel('Кому передати').selectOption({ index: 1 });
      await press(page, 'Зберегти чернетку', dialog(page));
      await said(page, `Збережено: ${lights}.`);
      await looksRight(page, `list-drafts-${width}`);

      await press(page, `Перевірити й увімкнути: ${pits}`);
      await dialog(page).getByText('Збіг: 100 %.').first().waitFor();
      await looksRight(page, `trial-right-${width}`);
      await press(page, 'Увімкнути правило', dialog(page));
      await said(page, `Увімкнено: ${pits}.`);

      await press(page, `Вище: ${lights}`);
      await said(page, `${lights}: тепер`);
      for (let i = 0; i < 4 && (await page.getByRole('button', { name: `Вище: ${lights}` }).isEnabled()); i += 1) {
        await press(page, `Вище: ${lights}`);
        await page.getByRole('status').getByText(`${lights}: тепер`).waitFor();
      }
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      assert.equal(await focused(), `Нижче: ${lights}`, 'the hand stays on the line that moved');
      await press(page, `Перевірити й увімкнути: ${lights}`);
      await dialog(page).getByText('Більшість таких звернень люди передали іншим.').waitFor();
      await dialog(page).getByRole('table', { name: 'Передано іншим' }).waitFor();
      await looksRight(page, `trial-wrong-${width}`);
      await dialog(page).getByLabel('За скільки останніх днів').selectOption('365');
      await dialog(page).getByText('Більшість таких звернень люди передали іншим.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('row', { name: new RegExp(`${lights}.*Чернетка`) }).waitFor();
      await looksRight(page, `list-${width}`);
      await press(page, `Видалити: ${lights}`);
      await looksRight(page, `removal-${width}`);
      await press(page, 'Видалити', dialog(page));
      await said(page, `Видалено: ${lights}.`);
    });

  for (const width of [1280, 1920])
    it(`suggest an executor above the form, which a person takes by one button, at ${width} px`, async () => {
      const { id, number } = await fileOpenly(site, { categoryCode: 'street-light' });
      const page = await office.sit('operator', { viewport: { width, height: width === 1280 ? 800 : 1080 } });
      await openToWork(page, 'Нові', number);
      const panel = panelOf(page);
      await panel.getByRole('button', { name: 'Зареєструвати' }).click();
      await said(page, 'Звернення зареєстровано.');
      await panel.getByRole('region', { name: 'Підказка за правилами' }).waitFor();
      await panel.getByText('під’їзд').waitFor();
      await looksRight(page, `suggestion-${width}`);
      await press(page, 'Взяти у форму', panel);
      assert.equal(await panel.getByLabel('Виконавець', { exact: true }).inputValue(), ROADS);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'departmentId');
      assert.equal((await caseById(id))?.executors.length, 0, 'nothing is assigned yet');
      await panel.getByText('Уже у формі.').waitFor();
      await looksRight(page, `suggestion-taken-${width}`);
      await press(page, 'Передати виконавцю', panel);
      await said(page, 'Звернення передано виконавцю.');
      assert.equal(String((await caseById(id))?.executors[0]?.departmentId), ROADS);
    });
  it('tells who was late that somebody else has changed the order, and shows it', async () => {
    const [early, late] = [await office.sit('administrator'), await office.sit('administrator')];
    for (const page of [early, late]) {
      await page.goto(`${site.origin}/desk/routing`);
      await page.getByRole('row', { name: /^1 .*Ями 1280/ }).waitFor();
    }
    await press(early, 'Нижче: Ями 1280');
    await said(early, 'Ями 1280: тепер 2-е в черзі.');
    await press(late, 'Вище: Ями 1920');
    await late.getByRole('alert').getByText('Правила щойно змінив хтось інший.').waitFor();
    await late.getByRole('row', { name: /^1 .*Ями 1920/ }).waitFor();
    await looksRight(late, 'late');
  });
  it('says that none fits, and is kept by nobody who may not', async () => {
    const { number } = await fileOpenly(site, {
      categoryCode: 'road-surface',
      text: 'Біля зупинки глибока яма, прошу відремонтувати.',
    });
    const page = await office.sit('operator');
    assert.equal(await page.getByRole('link', { name: 'Правила розподілу' }).count(), 0);
    await page.goto(`${site.origin}/desk/routing`);
    await openToWork(page, 'Нові', number);
    await panelOf(page).getByRole('button', { name: 'Зареєструвати' }).click();
    await panelOf(page).getByText('Не підходить жодне з 2 правил розподілу.').waitFor();
    await looksRight(page, 'suggestion-none');
  });
});
