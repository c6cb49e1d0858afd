import assert from 'node:assert/strict';
import { caseByNumber } from '#server/register/index.ts';
import { axeFindings, SCREENS } from '../support/browser.ts';
import { panelOf, said, toAnswering, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { press, tabTo, write } from '../support/keyboard.ts';
import { looksRight } from '../support/looks-right.ts';
import { halves } from '../support/pictures.ts';

const LABEL = 'ТОВ «Ремонтник»';
const DONE = 'Яму засипано й закатано асфальтом, рух відновлено.';

describe('story: a contractor without an account does the work by a link', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('gets a link from the desk, works by the keyboard on a phone without scripts, and staff take the draft', async () => {
    const filed = await fileOpenly(site);
    await toAnswering(filed.number);
    const roads = await office.sit('roads');
    await roads.goto(`${site.origin}/desk/cases/${filed.id}`);
    await roads.getByRole('button', { name: 'Створити посилання' }).click();
    await roads.getByRole('button', { name: 'Створити посилання' }).click();
    await roads.getByText('Заповніть це поле').or(roads.locator('[aria-invalid]')).first().waitFor();
    await roads.getByLabel('Для кого').fill(LABEL);
    await roads.getByLabel(/Що додати до резолюції/).fill('Засипати яму навпроти будинку 10.');
    assert.deepEqual(await axeFindings(roads), [], 'link-form');
    await roads.getByRole('button', { name: 'Створити посилання' }).click();
    const address = await roads.getByLabel(`Адреса для виконавця: ${LABEL}`).inputValue();
    assert.deepEqual(await axeFindings(roads), [], 'link-made');
    await roads.getByRole('button', { name: 'Посилання передано' }).click();

    const phone = await office.come({ viewport: SCREENS.phone, javaScriptEnabled: false });
    const seen = await office.come({ viewport: SCREENS.phone });
    await phone.goto(address);
    await seen.goto(address);
    await looksRight(seen, 'work');
    await phone.getByRole('heading', { level: 1 }).waitFor();
    const words = await phone.locator('main').textContent();
    assert.match(words ?? '', /Засипати яму навпроти будинку 10/);
    assert.doesNotMatch(words ?? '', /Коваль|Іван|067|ліхтар/);

    await seen.keyboard.press('Tab');
    await press(seen, 'Взяти в роботу');
    await seen.getByText('Записано: ви взяли це в роботу.').waitFor();
    await tabTo(seen, 'Фото зробленого');
    await seen
      .getByLabel('Фото зробленого')
      .setInputFiles({ name: 'pislia.jpg', mimeType: 'image/jpeg', buffer: await halves().jpeg().toBuffer() });
    await press(seen, 'Надіслати фото');
    await seen.getByText('Фото додано.').waitFor();
    await seen.getByRole('img', { name: 'Фото 1 із 1' }).waitFor();
    await write(seen, 'Що зроблено', 'Готово.');
    await press(seen, 'Здати чернетку');
    await seen.getByRole('alert').waitFor();
    await looksRight(seen, 'work-refused');
    await press(seen, 'Що зроблено');
    await seen.keyboard.press('Control+A');
    await seen.keyboard.type(DONE);
    await press(seen, 'Здати чернетку');
    await seen.getByText('Чернетку здано.').waitFor();
    await looksRight(seen, 'work-done');

    await roads.reload();
    await roads.getByRole('button', { name: /^Взяти у відповідь чернетку/ }).click();
    assert.equal(await panelOf(roads).getByLabel('Текст відповіді').inputValue(), DONE);
    assert.equal((await caseByNumber(filed.number))?.status, 'in_progress');
    assert.deepEqual(await axeFindings(roads), [], 'link-used');
    await roads.getByRole('button', { name: `Скасувати посилання: ${LABEL}` }).click();
    await said(roads, `Посилання скасовано: ${LABEL}.`);
    assert.equal((await phone.goto(address))?.status(), 410);
    await phone.getByRole('heading', { name: 'Посилання більше не діє' }).waitFor();
  });
});
