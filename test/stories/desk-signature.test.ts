import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { SAMPLE_SCAN } from '#server/seeds/sample-scan.ts';
import { axeFindings } from '../support/browser.ts';
import { said, toAnswering, useOffice, useStaffedSite } from '../support/desk.ts';
import { aBrowser } from '../support/pages.client.ts';
import { aKeyHolder } from '../support/signing.ts';
import { moveAlong } from '../support/site.ts';

const TEXT = 'Яму засипано, асфальт відновлено. Роботи прийняла комісія.';

describe('story: the signature folder', function stories() {
  this.timeout(180_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const PHONE = { viewport: { width: 390, height: 844 } };

  async function waiting(): Promise<string> {
    const number = await aBrowser(site).file();
    await toAnswering(number);
    await moveAlong(number, 'draft', { answer: { text: TEXT, result: 'resolved' } });
    return number;
  }
  const spaced = (number: string) => new RegExp([number.slice(0, 4), number.slice(4, 7), number.slice(7)].join('\\s'));

  it('signs several answers at once by their files, and one by its scan, and tells what failed', async () => {
    const numbers = [await waiting(), await waiting(), await waiting(), await waiting()];
    const key = await aKeyHolder('Марина Шевчук');
    const page = await office.sit('head');
    await page.getByRole('link', { name: 'Папка на підпис' }).click();
    await page.getByRole('heading', { level: 2, name: 'Папка на підпис' }).waitFor();
    await page.getByText('4 відповіді чекають на підпис').waitFor();
    await page.getByRole('button', { name: 'Вибрати всі' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Завантажити вибрані листи (ZIP)' }).click();
    const letters = Object.entries(unzipSync(await readFile(await (await download).path())));
    assert.equal(letters.length, 4);
    const [first, second, third] = letters as [[string, Uint8Array], [string, Uint8Array], [string, Uint8Array]];
    await page.getByLabel('Підписані файли').setInputFiles([
      { name: `${first[0]}.p7s`, mimeType: 'application/pkcs7-signature', buffer: await key.sign(first[1]) },
      { name: `${second[0]}.p7s`, mimeType: 'application/pkcs7-signature', buffer: await key.sign(second[1]) },
      { name: 'chuzhyi.p7s', mimeType: 'application/pkcs7-signature', buffer: await key.sign(Buffer.from('інше')) },
    ]);
    const added = page.getByRole('list', { name: 'Додані файли' });
    await added.getByText('chuzhyi.p7s: Серед відповідей').waitFor();
    assert.equal(await added.getByText('Підпис перевірено. За сертифікатом: Марина Шевчук.').count(), 2);
    // The third by hand: its scan stands beside the answer itself.
    const number = /\d{10}/.exec(third[0])?.[0] ?? '';
    const item = page.getByRole('listitem', { name: spaced(number) });
    await item.getByText('Прочитати відповідь').click();
    await item.getByText(TEXT).waitFor();
    await item
      .getByLabel('Скан підписаного листа')
      .setInputFiles({ name: 'skan.pdf', mimeType: 'application/pdf', buffer: SAMPLE_SCAN });
    await item.getByText('Скан додано').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Підписати відповіді: 3' }).click();
    await said(page, 'Підписано: 3. Не вдалося: 0.');
    assert.equal(await page.getByText(/Підписано, вихідний номер \d+\/\d{4}-вих\./).count(), 3);
    // The fourth goes back to its executor.
    const last = page.getByRole('listitem', {
      name: spaced(numbers.find((one) => !letters.slice(0, 3).some(([name]) => name.includes(one))) ?? ''),
    });
    await last.getByText('Прочитати відповідь').click();
    await last.getByRole('button', { name: /^Повернути на доопрацювання/ }).click();
    await last.getByRole('button', { name: 'Повернути виконавцеві' }).click();
    await last.getByText('Оберіть причину.').waitFor();
    await last.getByLabel('Відповідь не по суті').check();
    await last.getByRole('button', { name: 'Повернути виконавцеві' }).click();
    await last.getByText('Повернуто виконавцеві.').waitFor();
    await page.reload();
    await page.getByText('Усе підписано.').waitFor();
  });

  it('is read and signed on a phone', async () => {
    await waiting();
    const page = await office.sit('head', PHONE);
    await page.goto(`${site.origin}/en/desk/signature`);
    await page.getByText('1 answer waits for signature').waitFor();
    await page.getByText('Read the answer', { exact: true }).click();
    await page.getByText(TEXT).waitFor();
    const scan = page.getByLabel(/^Scan of the signed letter/);
    await scan.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('words') });
    await page.getByText('This file does not fit.').waitFor();
    await scan.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: SAMPLE_SCAN });
    await page.getByText('The scan is added').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false, 'nothing is wider than the phone');
    const button = page.getByRole('button', { name: 'Sign the answers: 1' });
    await button.focus();
    await page.keyboard.press('Enter');
    await said(page, 'Signed: 1. Failed: 0.');
  });
});
