import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, SCREENS, visitor } from './browser.ts';
import type { Site } from './site.ts';

/** True where something sticks out to the side, so that a page has to be scrolled across. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
/** Fails where axe finds something on a page, or where it is wider than its screen; `what` says which page it is. */
export async function looksRight(page: Page, what = page.url()): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], what);
  assert.equal(await isTooWide(page), false, `${what} is wider than the screen`);
}

/** Leaves a picture of the whole page where whoever wants to look at it said. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: whoever wants to look at it says where the pictures go
  const folder = process.env.VIDHUK_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name.replace(/[^\w-]/g, '_')}.png`, fullPage: true });
}
/** Makes the tests of a story that hold these public pages to `looksRight` on every screen, in light and in dark. */
export function itLooksRight(site: Site, browser: () => Browser, paths: readonly string[]): void {
  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has nothing for axe to find on a ${screen}, ${colorScheme}, and is no wider than it`, async () => {
        const { page, complaints, leave } = await visitor(browser(), { viewport, colorScheme });
        for (const path of paths) {
          await page.goto(site.origin + path);
          await looksRight(page, path);
          await keepPicture(page, `${screen}-${colorScheme}-${path}`);
        }
        assert.deepEqual(complaints, []);
        await leave();
      });
}
