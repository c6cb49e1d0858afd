import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { numbersIn, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { looksRight } from '../support/looks-right.ts';
import { moveAlong } from '../support/site.ts';

describe('story: an operator looks for cases', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const isRightOnBoth = async (page: Page): Promise<void> => {
    for (const width of [1_920, 1_280]) {
      await page.setViewportSize({ width, height: 800 });
      await looksRight(page);
    }
  };

  it('finds forms of words by the key alone, narrows by filters, and the address brings it all back', async () => {
    const [pit, lamp] = [
      await fileOpenly(site, { text: 'На дорозі велика яма, машини її об’їжджають.' }),
      await fileOpenly(site),
    ];
    await moveAlong(lamp.number, 'register', { questionGroup: 9 });
    const page = await office.sit('operator');
    await page.getByRole('link', { name: /^Усі відкриті/ }).click();
    await page.getByText('2 звернення').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('ями дорогою');
    await page.keyboard.press('Enter');
    await page.getByText('1 звернення').waitFor();
    assert.deepEqual(await numbersIn(page), [pit.number]);
    await page.getByRole('link', { name: 'Прибрати фільтр «ями дорогою»' }).waitFor();
    await isRightOnBoth(page);

    await page.getByText('Фільтри', { exact: true }).click();
    await page.getByLabel('Стан').selectOption('registered');
    await isRightOnBoth(page);
    await page.getByRole('button', { name: 'Показати', exact: true }).click();
    await page.getByText('За цими фільтрами нічого немає.').waitFor();
    await isRightOnBoth(page);
    await page.getByRole('link', { name: 'Прибрати фільтр «ями дорогою»' }).click();
    await page.getByText('1 звернення').waitFor();
    assert.deepEqual(await numbersIn(page), [lamp.number]);
    assert.ok(page.url().endsWith('?view=open&status=registered'), page.url());

    await page.reload();
    await page.getByText('1 звернення').waitFor();
    assert.deepEqual(await numbersIn(page), [lamp.number]);
    await page.goBack();
    await page.getByText('За цими фільтрами нічого немає.').waitFor();
    assert.equal(await page.getByLabel('Пошук у списку').inputValue(), 'ями дорогою');
    await page.getByRole('link', { name: 'Прибрати всі' }).click();
    await page.getByText('2 звернення').waitFor();
  });

  it('finds a case by its number, tells that signs alone find nothing, and what is wrong with an address', async () => {
    const { number } = await fileOpenly(site);
    const page = await office.sit('operator');
    await page.getByLabel('Пошук у списку').fill(`${number.slice(0, 4)} ${number.slice(4)}`);
    await page.keyboard.press('Enter');
    await page.getByText('1 звернення').waitFor();
    assert.deepEqual(await numbersIn(page), [number]);
    await page.getByLabel('Пошук у списку').fill('…!? —');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'немає жодної літери чи цифри' }).waitFor();
    assert.deepEqual(await numbersIn(page), [number], 'the list stays');
    await isRightOnBoth(page);
    await page.getByLabel('Пошук у списку').fill('яма '.repeat(2_500));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'довший за 200 знаків' }).waitFor();
    await page.goto(`${site.origin}/desk?view=open&q=${encodeURIComponent('…!? —')}`);
    await page.getByText('За цими фільтрами нічого немає.').waitFor();
    await page.goto(`${site.origin}/desk?view=open&status=new,<b>&channel=pigeon`);
    await page.getByRole('alert').filter({ hasText: 'значення, якого реєстр не знає' }).waitFor();
    await isRightOnBoth(page);
  });
});
