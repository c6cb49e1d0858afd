import assert from 'node:assert/strict';
import { axeFindings } from '../support/browser.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { digits } from '../support/resident.steps.ts';

describe('story: a search for people', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('finds who left a number, opens their appeal, and puts nothing of them into the address', async () => {
    const { number } = await fileOpenly(site, { contact: { phone: '067 555 44 33' } });
    const page = await office.sit('operator');
    await page.getByRole('link', { name: 'Пошук людей' }).click();
    await page.getByLabel('Що шукати').fill('12');
    await page.getByRole('button', { name: 'Знайти' }).click();
    await page.locator('[aria-invalid]').waitFor();
    await page.getByLabel('Що шукати').fill('0675554433');
    await page.getByRole('button', { name: 'Знайти' }).click();
    await said(page, '1 участь');
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(new URL(page.url()).search, '');
    const link = page.getByRole('table').getByRole('link');
    assert.equal(digits(await link.textContent()), number);
    await link.click();
    await page.getByRole('heading', { level: 2, name: new RegExp(number.slice(0, 4)) }).waitFor();
  });
});
