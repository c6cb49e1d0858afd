import type { Page } from 'playwright-core';
import { codeMessage } from '#server/identity/index.ts';

/** Only the digits of a text. */
export const digits = (text: string | null): string => (text ?? '').replace(/\D/g, '');
/** The words of the page's own part. */
export const mainOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';

/** Presses the step's one button, and waits for the next question. */
export async function goOn(page: Page, button = 'Далі'): Promise<void> {
  const before = await page.locator('h1').textContent();
  await page.getByRole('button', { name: button, exact: true }).click();
  await page
    .locator('h1')
    .filter({ hasNotText: before ?? '' })
    .waitFor();
}
/** Says where it is by an address on the map's page, without a pin. */
export async function sayWhere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Показати на мапі' }).click();
  await page.getByLabel('Адреса, якщо знаєте').fill('Дерибасівська, 10');
  await goOn(page);
}
/** Chooses a topic from the tree, and passes by what it asks beside. */
export async function sayWhat(
  page: Page,
  branch = 'Вулиці та дороги',
  topic = 'Яма або пошкоджене покриття',
): Promise<void> {
  await page.locator('summary').filter({ hasText: branch }).click();
  await page.getByLabel(topic).check();
  await goOn(page);
  if (await page.getByRole('heading', { name: 'Кілька уточнень' }).isVisible()) await goOn(page);
  await page.getByLabel('Прохання або повідомлення').check();
  await goOn(page);
  if (page.url().endsWith('/nearby')) await goOn(page, 'Моє інше, продовжити');
}
/** Says who appeals, and leaves a mobile for texts. */
export async function sayWho(page: Page, phone: string): Promise<void> {
  await page.getByLabel('Прізвище').fill('Шевченко');
  await page.getByLabel('Ім’я', { exact: true }).fill('Олена');
  await page.getByLabel('Місце проживання').fill('Одеса, вул. Рішельєвська, 5');
  await page.getByLabel('Мобільний телефон').fill(phone);
  await page.getByLabel('Надсилати SMS').check();
  await goOn(page);
}
/** Number and access code as they stand on the receipt. */
export async function readReceipt(page: Page): Promise<{ number: string; accessCode: string }> {
  await page.getByRole('heading', { name: 'Ми отримали ваше звернення' }).waitFor();
  const number = digits(await page.locator('.receipt .number').textContent());
  return { number, accessCode: (await page.locator('.receipt .code').textContent()) ?? '' };
}
/** Files a report from the home page on, a step at a time; answers with number and access code. */
export async function file(page: Page, origin: string, phone: string): Promise<{ number: string; accessCode: string }> {
  await page.goto(`${origin}/`);
  await page.getByRole('link', { name: 'Повідомити про проблему' }).first().click();
  await sayWhere(page);
  await sayWhat(page);
  await page.getByLabel('Суть звернення').fill('На розі яма завглибшки з долоню. Прошу полагодити.');
  await goOn(page);
  await sayWho(page, phone);
  await page.getByRole('button', { name: 'Надіслати звернення' }).click();
  return readReceipt(page);
}
/** The code that was sent for the form that is now on the page. */
export async function codeSent(page: Page): Promise<string> {
  const codeId = await page.locator('input[name="codeId"]').first().getAttribute('value');
  const message = await codeMessage(codeId ?? '');
  if (!message) throw new Error('no code was sent');
  return message.code;
}
