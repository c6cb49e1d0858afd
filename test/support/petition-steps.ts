import type { Page } from 'playwright-core';
import { codeSent } from './resident.steps.ts';

/** The id of the petition that waits for its author's code on this page. */
export const idOn = (page: Page): string => /sent\/([0-9a-f]{24})/.exec(page.url())?.[1] ?? '';
/** Fills in the form of a new petition and sends it; with a phone, texts are wished for. */
export async function writeOne(
  page: Page,
  { title, email, phone }: { title: string; email: string; phone?: string },
): Promise<void> {
  await page.getByLabel('Назва').fill(title);
  await page.getByLabel('Суть', { exact: true }).fill('Улітку на зупинках немає жодної тіні, а старі тополі зрізали.');
  await page.getByLabel('Вимога').fill('Висадити липи вздовж усієї дороги до кінця жовтня.');
  await page.getByLabel('Прізвище').fill('Шевченко');
  await page.getByLabel('Ім’я', { exact: true }).fill('Ірина');
  await page.getByLabel('Електронна пошта').fill(email);
  if (phone) {
    await page.getByLabel('Мобільний телефон').fill(phone);
    await page.getByLabel('Надсилати SMS').check();
  }
  await page.getByLabel('Я відповідаю за зміст').check();
  await page.getByRole('button', { name: 'Надіслати петицію' }).click();
}
/** From a petition's page to the field of the code that signs it. */
export async function askToSign(page: Page, phone: string): Promise<void> {
  await page.getByRole('link', { name: 'Підписати петицію' }).first().click();
  await page.getByLabel('Прізвище').fill('Мельник');
  await page.getByLabel('Ім’я', { exact: true }).fill('Олександр');
  await page.getByLabel('Мобільний телефон').fill(phone);
  await page.getByLabel('Я громадянин').check();
  await page.getByRole('button', { name: 'Отримати код у SMS' }).click();
  await page.getByLabel('Код із SMS').waitFor();
}
/** From that field to the receipt. */
export async function enterCode(page: Page): Promise<void> {
  await page.getByLabel('Код із SMS').fill(await codeSent(page));
  await page.getByRole('button', { name: 'Підписати петицію' }).click();
  await page.getByRole('heading', { name: 'Дякуємо, ваш підпис прийнято' }).waitFor();
}
/** Signs a petition by a code, from its page to the receipt. */
export async function signByCode(page: Page, phone: string): Promise<void> {
  await askToSign(page, phone);
  await enterCode(page);
}
