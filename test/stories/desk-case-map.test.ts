import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { spacedNumber } from '#shared/texts/codes.ts';
import { axeFindings } from '../support/browser.ts';
import { press, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';

/** The answers come later than the next press. */
const SLOW_MS = 700;
const PATIENCE_MS = 400;

describe('story: a list on the map', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('shows the cases of the filter, opens one beside, stays in the address, and leads back to the list', async () => {
    const at = (lng: number, lat: number) => ({
      place: { point: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] } },
    });
    const sign = await fileOpenly(site, { text: 'На перехресті зник дорожній знак.', ...at(30.72, 46.44) });
    for (let nth = 0; nth < 3; nth += 1) await fileOpenly(site, at(30.7383, 46.4847));
    await fileOpenly(site, { place: { description: 'десь на Слобідці' } });
    const page = await office.sit('operator', { reducedMotion: 'reduce' });
    await page.getByRole('link', { name: /^Нові/ }).click();
    await page.getByText('5 звернень').first().waitFor();
    await press(page, 'l');
    await said(page, 'На мапі 4 з 5. За краєм мапи 0, без точки 1.');
    const map = page.getByRole('region', { name: 'Мапа звернень цього списку' });
    await map.getByRole('button', { name: '3 звернення. Натисніть, щоб наблизити.' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    // Cases of one point: nearer and nearer, and then by name, however slowly they come.
    await page.route(/register\/map/, (route) => delay(SLOW_MS).then(() => route.continue()));
    const together = map.getByRole('button', { name: '3 звернення. Натисніть, щоб наблизити.' });
    const named = page.getByRole('region', { name: 'Звернення в цьому місці' });
    for (let nth = 0; nth < 20 && !(await named.isVisible()); nth += 1) {
      await together.press('Enter');
      await page.waitForResponse(/register\/map/, { timeout: PATIENCE_MS }).catch(() => null);
    }
    await named.waitFor();
    assert.equal(await named.getByRole('link').count(), 3);
    await page.unroute(/register\/map/);
    assert.deepEqual(await axeFindings(page), []);
    for (let nth = 0; nth < 8; nth += 1) await map.getByRole('button', { name: 'Далі' }).click();
    await page.getByLabel('Пошук у списку').fill('знак');
    await page.getByRole('button', { name: 'Знайти' }).click();
    await said(page, 'На мапі 1 з 1. За краєм мапи 0, без точки 0.');
    await page.reload();
    await said(page, 'На мапі 1 з 1. За краєм мапи 0, без точки 0.');
    const spaced = new RegExp(spacedNumber(sign.number).replace(/\s/g, '\\s'));
    await map.getByRole('button', { name: spaced }).press('Enter');
    await page.getByRole('heading', { name: spaced }).waitFor();
    assert.match(page.url(), /\/desk\/cases\/[0-9a-f]{24}\?.*look=map/);
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('link', { name: 'Ті самі звернення списком' }).click();
    await page.getByRole('rowheader').getByRole('link').first().waitFor();
    const paper = page.getByRole('link', { name: 'Список для виїзду' });
    assert.match((await paper.getAttribute('href')) ?? '', /^\/api\/v1\/field-list\.pdf\?view=new&q=/);
  });
});
