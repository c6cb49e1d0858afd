import type { Page } from 'playwright-core';
import { SAMPLE_SCAN } from '#server/seeds/sample-scan.ts';
import { digits } from './resident.steps.ts';
import type { Town } from './town.ts';

/** Signs in to the desk as the demo's member of staff of that login. */
export async function signIn(
  page: Page,
  { origin, accounts }: Pick<Town, 'origin' | 'accounts'>,
  login: string,
): Promise<void> {
  await page.goto(`${origin}/desk/sign-in`);
  await page.getByLabel('Логін').fill(login);
  await page.getByLabel('Пароль').fill(accounts.find((account) => account.login === login)?.password ?? '');
  await page.getByRole('button', { name: 'Увійти' }).click();
  await page.getByRole('table').or(page.locator('.empty')).first().waitFor();
}
/** Leaves the desk. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Вийти' }).click();
  await page.getByLabel('Логін').waitFor();
}
/** Opens the case of this number from a list of the desk. */
export async function openCase(page: Page, view: string, number: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${view}`) }).click();
  const links = page.getByRole('table').getByRole('link');
  await links.first().waitFor();
  for (const link of await links.all()) if (digits(await link.textContent()) === number) return link.click();
  throw new Error(`${number} is not in the list ${view}`);
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const said = (page: Page, words: string) => page.getByText(words).first().waitFor();

/** An operator registers the open case and gives it to a department. */
export async function registerAndAssign(page: Page, department: string): Promise<void> {
  await press(page, 'Зареєструвати');
  await said(page, 'Звернення зареєстровано.');
  await page.getByRole('region', { name: 'Дії' }).getByLabel('Виконавець').selectOption({ label: department });
  await press(page, 'Передати виконавцю');
  await said(page, 'Звернення передано виконавцю.');
}
/** The executor takes the open case and drafts an answer that says it is done. */
export async function acceptAndDraft(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /^Взяти в роботу/ }).click();
  await said(page, 'Звернення взято в роботу.');
  const opener = page.getByRole('button', { name: /^Підготувати відповідь/ });
  if (await opener.isVisible()) await opener.click();
  await page.getByLabel('Вирішено').check();
  await page.getByLabel('Текст відповіді').fill(text);
  await page.getByRole('button', { name: /^Подати на підпис/ }).click();
  await said(page, 'Проєкт відповіді подано на підпис.');
}
/** The head signs the draft of the open case by hand, and adds the scan of it. */
export async function sign(page: Page): Promise<void> {
  const opener = page.getByRole('button', { name: 'Підписати відповідь', exact: true }).first();
  const file = page.getByLabel('Підписаний файл або скан');
  if (!(await file.isVisible())) await opener.click();
  await file.setInputFiles({ name: 'skan.pdf', mimeType: 'application/pdf', buffer: SAMPLE_SCAN });
  await said(page, 'Скан додано');
  await press(page, 'Підписати відповідь');
  await said(page, 'Відповідь підписано й надано заявникові.');
}
