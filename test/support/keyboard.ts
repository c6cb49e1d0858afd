import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** No page of ours has so many stops before what is looked for. */
const FURTHEST = 120;

/** Whether everybody sees what has the focus: by a ring around it, and nothing lies over it. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    if (at === document.body) return true;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const bar = at.closest('.top, .skip') ? 0 : (document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0);
    return outlineStyle !== 'none' && outlineWidth !== '0px' && at.getBoundingClientRect().bottom > bar;
  });
/** What has the focus, as it is called: by its label, its words or its alternative text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    const label = at?.labels?.[0]?.textContent ?? '';
    return at?.getAttribute('aria-label') ?? (label || at?.getAttribute('alt') || at?.textContent || '');
  });
/** Goes on by the Tab key until something called so has the focus, which is seen at every stop. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < FURTHEST; i += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    assert.ok(await isSeen(page), `the focus is not seen on «${here}»`);
    if (here.startsWith(name)) return;
  }
  assert.fail(`no way to «${name}» by the Tab key`);
}
/** Goes there and presses a key on it. */
export async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}
/** Goes to a field and types into it. */
export async function write(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}
