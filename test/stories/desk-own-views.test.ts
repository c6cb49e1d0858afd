import assert from 'node:assert/strict';
import { axeFindings } from '../support/browser.ts';
import { useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';

describe('story: a list of one’s own', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('is kept from what is shown, stands in the rail with its count, and goes when it is not wanted', async () => {
    await fileOpenly(site);
    await fileOpenly(site, { text: 'На перехресті зник дорожній знак «Поступитися дорогою».' });
    const page = await office.sit('operator');
    await page.getByLabel('Пошук у списку').fill('знак');
    await page.getByRole('button', { name: 'Знайти' }).click();
    await page.getByText('1 звернення').first().waitFor();
    await page.getByRole('button', { name: 'Зберегти добірку' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    await dialog.locator('[aria-invalid]').waitFor();
    await dialog.getByLabel('Назва добірки').fill('Дорожні знаки');
    await dialog.getByRole('button', { name: 'Зберегти' }).click();
    const mine = page.getByRole('navigation', { name: 'Мої добірки' });
    await mine.getByRole('link', { name: 'Дорожні знаки 1' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('link', { name: /^Нові/ }).click();
    await page.getByText('2 звернення').first().waitFor();
    await mine.getByRole('link', { name: 'Дорожні знаки 1' }).click();
    await page.getByText('1 звернення').first().waitFor();
    assert.equal(await mine.getByRole('link').getAttribute('aria-current'), 'page');
    await page.reload();
    await mine.getByRole('link', { name: 'Дорожні знаки 1' }).waitFor();
    await mine.getByRole('button', { name: 'Прибрати добірку «Дорожні знаки»' }).click();
    await mine.waitFor({ state: 'detached' });
  });
});
