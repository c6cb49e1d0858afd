import assert from 'node:assert/strict';
import { today } from '#server/platform/clock.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { axeFindings } from '../support/browser.ts';
import { press, useOffice, useStaffedSite } from '../support/desk.ts';
import { tabTo, write } from '../support/keyboard.ts';

describe('story: a letter that lay in a journal while there was no power', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('is entered by keyboard with its day and why; the form tells of its term before it is kept', async () => {
    const on = addCalendarDays(today(), -40);
    const page = await office.sit('operator');
    await press(page, 'c');
    await page.getByRole('heading', { name: 'Нове звернення' }).waitFor();
    await tabTo(page, 'Коли надійшло');
    await page.locator(':focus').fill(on);
    await page.getByRole('status').getByText('Строк за законом минув').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await press(page, 'Tab', 'Tab', 'Tab'); // the parts of the date and its calendar are stops of their own
    await tabTo(page, 'Чим це підтверджено');
    await press(page, 'End');
    await tabTo(page, 'Тема');
    await press(page, 'ArrowDown');
    await write(page, 'Суть звернення', 'Гілка впала на тротуар, прошу прибрати її.');
    await write(page, 'Прізвище', 'Коваль');
    await write(page, 'Ім’я', 'Іван');
    await write(page, 'Місце проживання', 'Одеса, вул. Канатна, 1');
    await write(page, 'Мобільний телефон', '067 123 45 67');
    await press(page, 'Control+Enter');
    await page.getByRole('alert').getByRole('link', { name: 'Пояснення' }).waitFor();
    await tabTo(page, 'Пояснення');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Журнал чергового, аркуш 4');
    await press(page, 'Control+Enter');
    await page.getByRole('heading', { name: 'Звернення прийнято' }).waitFor();
    await page.getByRole('link', { name: 'Відкрити звернення' }).press('Enter');
    await page.getByText('Надійшло раніше, ніж внесено').waitFor();
    await page.getByText('Журнал чергового, аркуш 4').waitFor();
    assert.ok((await page.locator('main').textContent())?.includes(dateInFull('uk', on)), on);
  });
});
