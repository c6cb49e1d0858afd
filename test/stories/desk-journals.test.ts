import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { today } from '#server/platform/clock.ts';
import { press, useOffice, useStaffedSite } from '../support/desk.ts';
import { write } from '../support/keyboard.ts';
import { looksRight } from '../support/looks-right.ts';

describe('story: a day without power, kept in a journal on paper', function stories() {
  this.timeout(180_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('numbers are reserved, one is entered when the light is back, and the rest are closed by an act', async () => {
    const page = await office.sit('operator', { viewport: { width: 1280, height: 800 } });
    const dialog = page.getByRole('dialog');
    const enter = async (name: string | RegExp, within: Pick<Page, 'getByRole'> = page) => {
      await within.getByRole('button', { name, exact: true }).first().focus();
      await page.keyboard.press('Enter');
    };
    await page.getByRole('link', { name: 'Паперові журнали' }).click();
    await page.getByText('Номерів для паперових журналів ще не резервували.').waitFor();
    await looksRight(page, 'journals-empty');
    await enter('Зарезервувати номери');
    await enter('Зарезервувати', dialog);
    await dialog.locator('[aria-invalid]').first().waitFor();
    await looksRight(page, 'journals-faults');
    await dialog.getByLabel('Підрозділ').selectOption({ index: 1 });
    await dialog.getByLabel('З якого дня').fill(today());
    await dialog.getByLabel('Скільки номерів').fill('3');
    await dialog.getByLabel('Підстава').fill('Графік відключень світла');
    await dialog.getByLabel('Підстава').press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'Графік відключень світла' });
    await row.getByText('Вільних: 3').waitFor();
    await looksRight(page, 'journals-list');
    await row.getByRole('button', { name: /^Номери / }).press('Enter');
    await dialog.getByText('вільний').first().waitFor();
    const [number = ''] = (await dialog.textContent())?.match(/\d{4}.?\d{3}.?\d{3}/) ?? [];
    await looksRight(page, 'journals-numbers');
    await enter('Закрити', dialog);

    await press(page, 'c');
    await page.getByRole('heading', { name: 'Нове звернення' }).waitFor();
    await page.getByLabel('Тема').first().focus();
    await press(page, 'ArrowDown');
    await write(page, 'Суть звернення', 'Гілка впала на тротуар, прошу прибрати її.');
    await write(page, 'Прізвище', 'Коваль');
    await write(page, 'Ім’я', 'Іван');
    await write(page, 'Місце проживання', 'Одеса, вул. Канатна, 1');
    await write(page, 'Мобільний телефон', '067 123 45 67');
    await page.getByLabel('Номер із паперового журналу').fill('1234567890');
    await looksRight(page, 'journals-intake');
    await press(page, 'Control+Enter');
    await page.getByRole('alert').getByRole('link', { name: 'Номер із паперового журналу' }).waitFor();
    assert.equal(await page.getByLabel('Прізвище').first().inputValue(), 'Коваль', 'what was typed stays');
    await page.getByLabel('Номер із паперового журналу').fill(number);
    await press(page, 'Control+Enter');
    await page.getByRole('heading', { name: 'Звернення прийнято' }).waitFor();
    assert.ok((await page.locator('main').textContent())?.includes(number), number);

    await page.getByRole('link', { name: 'Паперові журнали' }).click();
    await row.getByText('Внесено: 1').waitFor();
    await row.getByRole('button', { name: /^Закрити актом / }).press('Enter');
    await dialog.getByText('Буде закрито 2 номери.', { exact: false }).waitFor();
    await looksRight(page, 'journals-act');
    await dialog.getByLabel('Чому не використано').fill('Світло повернулося раніше');
    await dialog.getByLabel('Чому не використано').press('Enter');
    await row.getByText('Закрито: 2').waitFor();
    assert.equal(await row.getByRole('button', { name: /^Закрити актом / }).count(), 0);
    await looksRight(page, 'journals-closed');
  });
});
