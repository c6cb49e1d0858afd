import type { Locator, Page } from 'playwright-core';
import type { Petition } from '#server/petitions/index.ts';

/** A desk screen of that width. */
export const screenOf = (width: number) => ({ viewport: { width, height: width === 1280 ? 800 : 1080 } });
/** The part of a petition's card that holds what may be done. */
export const deedsOf = (page: Page): Locator => page.getByRole('region', { name: 'Дії з петицією' });
/** Presses a button by the keyboard. */
export async function pushed(page: Page, name: string, within: Pick<Page, 'getByRole'> = page): Promise<void> {
  await within.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}
/** Opens a petition from a list of the desk and waits until it can be worked on. */
export async function openPetition(page: Page, queue: string, { number }: Petition): Promise<void> {
  await page.getByRole('link', { name: 'Петиції', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Списки петицій' })
    .getByRole('link', { name: new RegExp(`^${queue}`) })
    .click();
  await page
    .getByRole('rowheader', { name: String(number), exact: true })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 2, name: `Петиція № ${number}` }).waitFor();
  await deedsOf(page).waitFor();
}
