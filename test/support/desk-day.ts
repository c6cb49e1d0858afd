import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { press, said } from './desk.ts';
import { tabTo } from './keyboard.ts';

/** Keys and no mouse: each press is counted, the words that people write are not. */
interface Hand {
  presses(): number;
  press(...keys: string[]): Promise<void>;
  write(words: string): Promise<void>;
}
/** The hand of somebody at this page. */
function handAt(page: Page): Hand {
  let count = 0;
  return {
    presses: () => count,
    async press(...keys) {
      count += keys.length;
      await press(page, ...keys);
    },
    write: (words) => page.keyboard.type(words),
  };
}
const focusedCase = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-case') ?? null);
/** What the lists say of themselves when nothing is left in one. */
const isLeft = (page: Page): Promise<boolean> => page.getByRole('rowheader').first().isVisible();

/** Goes to a list by the Tab key. */
export async function goToList(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await press(page, 'Enter');
  await page.getByRole('heading', { name, level: 2 }).waitFor();
  await page.getByRole('rowheader').first().waitFor();
}
/** Opens the next case of the list by J and Enter; at its end asks for what is left of it. Null when nothing is. */
async function openNext(page: Page, hand: Hand, before: string | null): Promise<string | null> {
  await hand.press('j');
  let id = await focusedCase(page);
  if (id === before) {
    const loaded = page.waitForResponse((reply) => /\/api\/v1\/register\?/.test(reply.url()));
    await press(page, '.');
    await loaded;
    await page.getByRole('rowheader').or(page.locator('.empty')).first().waitFor();
    if (!(await isLeft(page))) return null;
    await press(page, 'j');
    id = await focusedCase(page);
    if (id === before) return null;
  }
  await hand.press('Enter');
  await page.locator('.card-pane .moves').waitFor();
  await page.waitForURL(new RegExp(`/${id}`));
  return id;
}
/** How a day went: how many cases were dealt with, and the presses that the dearest of them took. */
export interface Day {
  cases: number;
  mostPresses: number;
}
/** Deals with every case of the list that is open, one after another. */
export async function workThrough(page: Page, deal: (hand: Hand, page: Page) => Promise<void>): Promise<Day> {
  const hand = handAt(page);
  const day: Day = { cases: 0, mostPresses: 0 };
  let id: string | null = null;
  for (;;) {
    const before = hand.presses();
    id = await openNext(page, hand, id);
    if (!id) return day;
    await deal(hand, page);
    day.cases += 1;
    day.mostPresses = Math.max(day.mostPresses, hand.presses() - before);
  }
}
/** An operator registers the open case and gives it to whom its topic belongs. */
export async function registerAndAssign(hand: Hand, page: Page): Promise<void> {
  await hand.press('s', 'Control+Enter');
  await said(page, 'Звернення зареєстровано.');
  await hand.press('s', 'Control+Enter');
  await said(page, 'Звернення передано виконавцю.');
}
/** An executor takes the open case and answers it by the first template. */
export async function acceptAndReply(hand: Hand, page: Page): Promise<void> {
  await hand.press('a');
  await said(page, 'Звернення взято в роботу.');
  await replyByTemplate(hand, page);
}
/** An executor answers the open case by the first template. */
async function replyByTemplate(hand: Hand, page: Page): Promise<void> {
  await hand.press('r');
  const words = page.getByLabel('Текст відповіді');
  await words.waitFor();
  await hand.press('1');
  await hand.write(' Дякуємо, що повідомили.');
  assert.match(await words.inputValue(), /Дякуємо, що повідомили\./);
  await hand.press('Control+Enter');
  await said(page, 'Проєкт відповіді подано на підпис.');
}
