import type { Page } from 'playwright-core';
import { codeMessage } from '#server/identity/index.ts';

/** Only the digits of a text. */
export const digits = (text: string | null): string => (text ?? '').replace(/\D/g, '');
/** The words of the page's own part. */
export const mainOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';

/** Fills in a whole report about a place, by the labels that people read. */
async function fillIn(page: Page, phone: string): Promise<void> {
  await page.getByLabel('Адреса').first().fill('Дерибасівська, 10');
  await page.getByLabel('Прохання або повідомлення').check();
  await page.getByLabel('Тема').selectOption({ label: 'Яма або пошкоджене покриття' });
  await page.getByLabel('Суть звернення').fill('На розі яма завглибшки з долоню. Прошу полагодити.');
  await page.getByLabel('Прізвище').fill('Шевченко');
  await page.getByLabel('Ім’я', { exact: true }).fill('Олена');
  await page.getByLabel('Місце проживання').fill('Одеса, вул. Рішельєвська, 5');
  await page.getByLabel('Мобільний телефон').fill(phone);
  await page.getByLabel('Надсилати SMS').check();
}
/** Files a report from the home page on; answers with number and access code as they stand on the receipt. */
export async function file(page: Page, origin: string, phone: string): Promise<{ number: string; accessCode: string }> {
  await page.goto(`${origin}/`);
  await page.getByRole('link', { name: 'Повідомити про проблему' }).click();
  await fillIn(page, phone);
  await page.getByRole('button', { name: 'Надіслати звернення' }).click();
  await page.getByRole('heading', { name: 'Ми отримали ваше звернення' }).waitFor();
  const number = digits(await page.locator('.receipt .number').textContent());
  return { number, accessCode: (await page.locator('.receipt .code').textContent()) ?? '' };
}
/** The code that was sent for the form that is now on the page. */
export async function codeSent(page: Page): Promise<string> {
  const codeId = await page.locator('input[name="codeId"]').first().getAttribute('value');
  const message = await codeMessage(codeId ?? '');
  if (!message) throw new Error('no code was sent');
  return message.code;
}
