import type { Page } from 'playwright-core';
import { openToWork, panelOf, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { looksRight } from '../support/looks-right.ts';
import { moveAlong } from '../support/site.ts';

const WHY = 'Вкажіть, будь ласка, номер будинку, біля якого не горить ліхтар.';

describe('story: decisions on the way of an appeal', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  /** The applicant's own page of a case. */
  async function ownPage({ number, accessCode }: { number: string; accessCode: string }): Promise<Page> {
    const page = await office.come({ viewport: { width: 390, height: 844 } });
    await page.goto(`${site.origin}/appeals/${number}`);
    await page.getByLabel('Код доступу').fill(accessCode);
    await page.getByRole('button', { name: 'Відкрити звернення' }).click();
    await page.getByText('Ви відкрили своє звернення.').waitFor();
    return page;
  }

  it('an operator returns what lacks data, is told what the form lacks, and the applicant reads why', async () => {
    const filed = await fileOpenly(site);
    await moveAlong(filed.number, 'register', { questionGroup: 3 });
    const page = await office.sit('operator');
    await openToWork(page, 'Без виконавця', filed.number);
    const panel = panelOf(page);
    await panel.getByText('Інші дії').click();
    await looksRight(page);
    await panel.getByRole('button', { name: 'Повернути авторові' }).click();
    await panel.getByRole('button', { name: 'Повернути авторові' }).click();
    await panel.locator('.error').first().waitFor();
    await panel.getByLabel('Бракує даних').check();
    await panel.getByLabel('Роз’яснення').fill(WHY);
    await looksRight(page);
    await panel.getByRole('button', { name: 'Повернути авторові' }).click();
    await said(page, 'Звернення повернуто авторові');
    await page.getByText('Повернуто авторові: бракує даних', { exact: false }).waitFor();

    const own = await ownPage(filed);
    await own.getByRole('heading', { name: 'Звернення повернуто вам' }).waitFor();
    await own.getByText(WHY).waitFor();
    await looksRight(own);
  });

  it('an operator merges one case into another by its number, and each card names the other', async () => {
    const [one, other] = [await fileOpenly(site), await fileOpenly(site)];
    for (const { number } of [one, other]) await moveAlong(number, 'register', { questionGroup: 3 });
    const page = await office.sit('operator');
    await openToWork(page, 'Без виконавця', other.number);
    const panel = panelOf(page);
    await panel.getByText('Інші дії').click();
    await panel.getByRole('button', { name: 'Об’єднати з іншим' }).click();
    await panel.getByLabel('Номер звернення, з яким об’єднуємо').fill('2600000004');
    await panel.getByRole('button', { name: 'Об’єднати з іншим' }).click();
    await panel.getByText('Такого звернення немає').first().waitFor();
    await panel.getByLabel('Номер звернення, з яким об’єднуємо').fill(one.number);
    await panel.getByRole('button', { name: 'Об’єднати з іншим' }).click();
    await said(page, 'Звернення об’єднано');
    await page.getByText('Об’єднано зі зверненням').waitFor();
    await looksRight(page);
  });

  it('an applicant takes an appeal back from its page, and says why', async () => {
    const filed = await fileOpenly(site);
    const own = await ownPage(filed);
    await own.getByText('Відкликати звернення').first().click();
    await own.getByRole('button', { name: 'Відкликати звернення' }).click();
    await own.locator('.error').first().waitFor();
    await looksRight(own);
    await own.getByLabel('Чому ви відкликаєте звернення').fill('Яму вже полагодили сусіди власним коштом.');
    await own.getByRole('button', { name: 'Відкликати звернення' }).click();
    await own.getByText('Не розглядається').first().waitFor();
    await own.getByRole('heading', { name: 'Звернення відкликано на вашу заяву' }).waitFor();
    await looksRight(own);
  });
});
