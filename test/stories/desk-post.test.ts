import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { axeFindings } from '../support/browser.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { BY_PHONE, BY_POST, carryPost } from '../support/mailed.ts';
import { answerIt } from '../support/site.ts';

const ANSWER = { text: 'Яму засипано, асфальт відновлено. Роботи прийняла комісія.', result: 'resolved' } as const;

describe('story: letters and calls', function stories() {
  this.timeout(180_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('makes a registry of chosen letters, notes what came back, and tells an answer, by keyboard alone', async () => {
    for (const over of [BY_POST, BY_POST, BY_POST, BY_PHONE]) {
      const { number } = await fileOpenly(site, over);
      await answerIt(number, ANSWER);
    }
    await carryPost();
    const page = await office.sit('operator');
    await press(page, 'Пошта');
    const list = page.getByRole('table', { name: 'До відправлення поштою' });
    await list.getByText('вул. Преображенська, 24').first().waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await press(page, 'Вибрати всі');
    await tabTo(page, 'Вибрати лист');
    await page.keyboard.press('Space'); // one stays for another day
    await page.getByText('Вибрано: 2').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter'); // the button that makes the registry is the last of the bar
    await said(page, 'Реєстр № 1/2026 створено.');
    const download = page.waitForEvent('download');
    await press(page, 'Реєстр № 1/2026 (PDF)');
    const file = await readFile(await (await download).path());
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
    assert.match(text.replace(/\s+/g, ' '), /Усього відправлень: 2, з них рекомендованих: 2/);

    await page.getByRole('radio', { name: /^Відправлено/ }).focus();
    await page.keyboard.press('Space');
    await press(page, 'Записати, що з листом');
    await page.getByLabel('Трек-номер або штрихкод').waitFor();
    await page.keyboard.type('RR123456789UA');
    await page.keyboard.press('Enter');
    await page.getByText('Вкажіть 13 цифр').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('RR123456785UA');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'RR123456785UA' }).waitFor();
    await press(page, 'Записати, що з листом');
    await page.getByLabel('Повернуто', { exact: true }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, 'Причина повернення');
    await page.keyboard.press('ArrowDown');
    await press(page, 'Записати');
    await page.getByRole('radio', { name: /^Повернуто 1/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('table', { name: 'Повернуто' }).getByText('закінчився строк зберігання').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('table').getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Пошта й дзвінки' }).waitFor();
    await page.getByText(/^Повернуто: відповідь № .*реєстр № 1\/2026/).waitFor();

    await page.goto(`${site.origin}/desk/calls`);
    await page.getByText('1 дзвінок').waitFor();
    await page.getByText(ANSWER.text).waitFor();
    assert.equal(await page.getByText('765 43 21').count(), 0);
    await tabTo(page, 'Навіщо вам дані заявника');
    await page.keyboard.press('ArrowDown');
    await press(page, 'Показати дані');
    await page.getByRole('list', { name: 'Телефон' }).getByRole('link', { name: '+380 67 765 43 21' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await press(page, 'Не відповідає');
    await said(page, 'Записано спробу.');
    await page.getByText(/^Спроб: 1/).waitFor();
    await press(page, 'Сказано');
    await page.getByText('Усім передзвонили.').waitFor();
  });
});
