import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
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
import { aBrowser } from '../support/pages.client.ts';
import { moveAlong } from '../support/site.ts';

const ANSWER = 'Ділянка належить державі, тому місто не може її полагодити.';

describe('story: the desk, while others work too', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const alert = (page: Page) => page.getByRole('alert');
  const file = () => aBrowser(site).file();

  it('keeps what is typed when somebody else changes the case, and says so', async () => {
    const number = await file();
    await toAnswering(number);
    const page = await office.sit('roads');
    await openToWork(page, 'У виконавців', number);
    await press(page, 'r');
    await page.getByLabel('Текст відповіді').fill('Пишу відповідь, а тим часом');
    await moveAlong(number, 'draft', { answer: { text: ANSWER, result: 'explained' } });
    await page.getByText('Справу щойно змінили. Введене збережено.').waitFor();
    await page.getByLabel('Роз’яснення').check();
    await page.getByRole('button', { name: 'Подати на підпис' }).click();
    await alert(page).getByText('Справа тепер у стані «На підписі»').waitFor();
    await page.getByText(ANSWER).waitFor();
    assert.equal(await page.getByLabel('Текст відповіді').inputValue(), 'Пишу відповідь, а тим часом');
  });

  it('shows the card as it is now when the version is stale, and the second press goes through', async () => {
    const number = await file();
    await toAnswering(number);
    const page = await office.sit('roads');
    await openToWork(page, 'У виконавців', number);
    await press(page, 'r');
    await page.getByLabel('Роз’яснення').check();
    await page.getByLabel('Текст відповіді').fill(ANSWER);
    await moveAlong(number, 'draft', { answer: { text: 'Чернетка іншого працівника відділу.', result: 'explained' } });
    await moveAlong(number, 'rework', { reasonCode: 'incomplete' });
    await page.getByRole('button', { name: 'Подати на підпис' }).click();
    await alert(page).getByText('Справу щойно змінили. Ось її нинішній вигляд').waitFor();
    await page.getByText('Чернетка іншого працівника').waitFor();
    assert.equal(await page.getByLabel('Текст відповіді').inputValue(), ANSWER);
    await page.getByRole('button', { name: 'Подати на підпис' }).click();
    await said(page, 'подано на підпис');
  });

  it('counts what others changed, and moves nothing until it is asked to', async () => {
    const number = await file();
    const page = await office.sit('operator');
    await page.getByText('Оновлюється наживо').waitFor();
    const shown = await numbersIn(page);
    await moveAlong(number, 'register', { questionGroup: 3 });
    const bar = page.getByRole('button', { name: /^1 зміна · Показати/ });
    await bar.waitFor();
    assert.deepEqual(await numbersIn(page), shown);
    await bar.click();
    await bar.waitFor({ state: 'detached' });
    assert.ok(!(await numbersIn(page)).includes(number));
  });

  it('refreshes the open case by itself', async () => {
    const number = await file();
    const page = await office.sit('operator');
    await openToWork(page, 'Нові', number);
    await page.getByText('Оновлюється наживо').waitFor();
    await panelOf(page).getByRole('button', { name: 'Зареєструвати' }).waitFor();
    await moveAlong(number, 'register', { questionGroup: 3 });
    await panelOf(page).getByRole('button', { name: 'Передати виконавцю' }).waitFor();
  });

  it('keeps what is typed while the network is away, and sends it when it is back', async () => {
    const number = await file();
    await toAnswering(number);
    const page = await office.sit('roads');
    await openToWork(page, 'У виконавців', number);
    await press(page, 'r');
    await page.getByLabel('Роз’яснення').check();
    await page.getByLabel('Текст відповіді').fill(ANSWER);
    await page.route('**/api/v1/register/**', (route) => route.abort('internetdisconnected'));
    await press(page, 'Control+Enter');
    await alert(page).getByText('Немає зв’язку із сервером. Введене збережено').waitFor();
    await page.unroute('**/api/v1/register/**');
    await press(page, 'Control+Enter');
    await said(page, 'подано на підпис');
  });

  it('says that a list could not be had, and has it at the second try', async () => {
    const page = await office.sit('operator');
    await page.route('**/api/v1/register?**', (route) => route.abort('internetdisconnected'));
    await page.getByRole('link', { name: /^Усі відкриті/ }).click();
    await alert(page).getByText('Немає зв’язку із сервером.').waitFor();
    await page.unroute('**/api/v1/register?**');
    await page.getByRole('button', { name: 'Спробувати ще раз' }).click();
    await page.getByRole('table').waitFor();
  });
});
