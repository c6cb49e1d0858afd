import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { catalogue } from '#server/catalogue/index.ts';
import { caseById } from '#server/register/index.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { keepPicture, looksRight } from '../support/looks-right.ts';
import { aSubmitted, petitionNow } from '../support/petitions.ts';

describe('story: the reference data of the city', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const dialog = (page: Page) => page.getByRole('dialog');

  for (const width of [1280, 1920])
    it(`changes a topic, checks a file and moves due dates with the calendar, by keyboard, at ${width} px`, async () => {
      const filed = await fileOpenly(site);
      const page = await office.sit('administrator', { viewport: { width, height: width === 1280 ? 800 : 1080 } });
      const press = async (name: string | RegExp, within: Pick<Page, 'getByRole'> = page) => {
        await within.getByRole('button', { name, exact: true }).first().focus();
        await page.keyboard.press('Enter');
      };
      /** Types a day off into the calendar, and has shown what moves by it. */
      const takeOff = async (date: string): Promise<void> => {
        await press('Додати');
        await dialog(page).getByLabel('Дата').fill(date);
        await dialog(page).getByLabel('Який це день').selectOption({ label: 'Додатковий вихідний' });
        await dialog(page).getByLabel('Назва українською').fill('День міста');
        await dialog(page).getByLabel('Назва англійською').fill('City Day');
        await dialog(page).getByLabel('Підстава').fill('Розпорядження № 1');
        await press('Показати, які строки зміняться', dialog(page));
      };
      await page.getByRole('link', { name: 'Довідники' }).click();
      await page.getByRole('heading', { level: 2, name: 'Довідники' }).waitFor();
      await page.getByRole('table').waitFor();
      await looksRight(page, 'topics');
      await press(/^Змінити: /);
      await dialog(page).getByLabel('Повідомлення перед поданням, українською').fill('Спершу зателефонуйте 15-60.');
      await dialog(page).getByLabel('Повідомлення перед поданням, англійською').fill('');
      await press('Зберегти', dialog(page));
      await dialog(page).getByText('Заповніть це поле.').waitFor();
      await looksRight(page, 'topic-form');
      await dialog(page).getByLabel('Повідомлення перед поданням, англійською').fill('Call 15-60 first.');
      await press('Зберегти', dialog(page));
      await page
        .getByRole('status')
        .getByText(/^Збережено: /)
        .waitFor();
      assert.ok(catalogue().categories.some(({ notice }) => notice?.en === 'Call 15-60 first.'));

      await press('Підрозділи');
      const file = { name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from('uk;en;parentId\nВідділ;;nobody\n') };
      await page.getByLabel('Файл CSV у кодуванні UTF-8').setInputFiles(file);
      await press('Перевірити файл');
      await page.getByText('2 помилки').waitFor();
      await page.getByRole('row', { name: /^2 Назва англійською.*Не заповнено/ }).waitFor();
      await page.getByRole('button', { name: 'Перевірити файл' }).scrollIntoViewIfNeeded();
      await looksRight(page, 'file-faults');
      const right = { ...file, buffer: Buffer.from(`uk;en\nВідділ ${width};Unit ${width}\n`) };
      await page.getByLabel('Файл CSV у кодуванні UTF-8').setInputFiles(right);
      await press('Перевірити файл');
      await page.getByRole('button', { name: 'Внести перевірений файл' }).waitFor();
      await press('Внести перевірений файл');
      await said(page, 'Файл внесено. Нових рядків: 1, змінених: 0.');
      assert.ok(catalogue().departments.some(({ uk }) => uk === `Відділ ${width}`));

      const due = (await caseById(filed.id))?.dueOn ?? '';
      await press('Календар');
      await takeOff(due);
      await dialog(page)
        .getByRole('cell', { name: dateInFull('uk', due) })
        .first()
        .waitFor();
      await looksRight(page, 'preview');
      assert.equal((await caseById(filed.id))?.dueOn, due);
      await press('Змінити календар', dialog(page));
      await page
        .getByRole('status')
        .getByText(/^Календар змінено/)
        .waitFor();
      assert.ok(((await caseById(filed.id))?.dueOn ?? '') > due);
      await looksRight(page, 'calendar');

      const petition = await aSubmitted();
      await takeOff(petition.dueOn ?? '');
      await dialog(page)
        .getByRole('rowheader', { name: `Петиція № ${petition.number}`, exact: true })
        .waitFor();
      await looksRight(page, 'preview of a petition');
      await keepPicture(page, `dates-of-petitions-${width}`);
      await press('Змінити календар', dialog(page));
      await page
        .getByRole('status')
        .getByText(/^Календар змінено/)
        .waitFor();
      assert.ok(((await petitionNow(petition)).dueOn ?? '') > (petition.dueOn ?? ''));
    });
  it('enters the end of martial law, seen first in due dates, and its new beginning', async () => {
    const page = await office.sit('administrator', { viewport: { width: 1280, height: 800 } });
    const press = async (name: string, within: Pick<Page, 'getByRole'> = page) => {
      await within.getByRole('button', { name, exact: true }).first().focus();
      await page.keyboard.press('Enter');
    };
    await page.getByRole('link', { name: 'Довідники' }).click();
    await press('Календар');
    const part = page.getByRole('region', { name: 'Воєнний стан' });
    await part.getByText(/з\s24\sлютого\s2022.*діє/).waitFor();
    await press('Показати, які строки зміняться', part);
    await part.locator('[aria-invalid]').first().waitFor();
    await looksRight(page, 'martial-law-faults');
    await part.getByLabel('Останній день воєнного стану').fill('2026-12-31');
    await part.getByLabel('Підстава').fill('Указ № 1/2026');
    await part.getByLabel('Підстава').press('Enter');
    await dialog(page).getByText('Строки жодного відкритого звернення й жодної петиції не зміняться.').waitFor();
    await looksRight(page, 'martial-law-preview');
    await press('Змінити календар', dialog(page));
    await part.getByText(/з\s24\sлютого\s2022.*31\sгрудня\s2026/).waitFor();
    await part.getByLabel('Перший день нового воєнного стану').waitFor();
    await looksRight(page, 'martial-law');
  });
  it('is kept by nobody who may not', async () => {
    const page = await office.sit('operator');
    assert.equal(await page.getByRole('link', { name: 'Довідники' }).count(), 0);
    await page.goto(`${site.origin}/desk/reference`);
    await page.getByRole('heading', { level: 2, name: 'Нові' }).waitFor();
  });
});
