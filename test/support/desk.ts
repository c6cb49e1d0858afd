import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { unit } from '#server/seeds/city.ts';
import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { startBrowser, type Visitor, visitor } from './browser.ts';
import { digits } from './resident.steps.ts';
import { moveAlong, type Site, useSite } from './site.ts';
import { openCase, signIn } from './staff.steps.ts';
import type { Town } from './town.ts';

/** The site of the tests of one `describe`, with the demo's staff and their passwords. */
export type StaffedSite = Site & Pick<Town, 'accounts'>;
/** Gives the tests of one `describe` the whole site with somebody at each of its desks, with more settings as `useSite` takes them. */
export function useStaffedSite(more?: Parameters<typeof useSite>[0]): StaffedSite {
  const site = useSite(more) as StaffedSite;
  before(async function hire() {
    this.timeout(60_000);
    await seedReference();
    site.accounts = await seedStaff();
  });
  return site;
}
/** The password of a demo login. */
export const passwordOf = ({ accounts }: Pick<Town, 'accounts'>, login: string): string =>
  accounts.find((account) => account.login === login)?.password ?? '';

/** People at work in one `describe`: each has a browser profile of their own, and no page of theirs may complain. */
export interface Office {
  /** Somebody who has not signed in. */
  come(options?: BrowserContextOptions): Promise<Page>;
  /** Somebody of the demo's staff at the desk. */
  sit(login: string, options?: BrowserContextOptions): Promise<Page>;
}
/** Opens the office; a desk screen unless said otherwise. */
export function useOffice(site: StaffedSite): Office {
  let browser: Browser;
  const here: Visitor[] = [];
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    const complaints = here.flatMap((one) => one.complaints);
    for (const one of here.splice(0)) await one.leave();
    assert.deepEqual(complaints, []);
  });
  const come: Office['come'] = async (options) => {
    const one = await visitor(browser, { viewport: { width: 1280, height: 800 }, ...options });
    here.push(one);
    return one.page;
  };
  return {
    come,
    async sit(login, options) {
      const page = await come(options);
      await signIn(page, site, login);
      return page;
    },
  };
}

/** The part of the card that holds what may be done. */
export const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Дії' });
/** Opens a case from a list and waits until it can be worked on. */
export async function openToWork(page: Page, view: string, number: string): Promise<void> {
  await openCase(page, view, number);
  await panelOf(page).waitFor();
}
/** Waits for what the desk says of a thing that was done. */
export const said = (page: Page, words: string): Promise<void> => page.getByRole('status').getByText(words).waitFor();
/** Presses keys one after another. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
/** The public numbers in the list, from above. */
export const numbersIn = async (page: Page): Promise<string[]> =>
  (await page.getByRole('rowheader').getByRole('link').allTextContents()).map((text) => digits(text));

/** The department whose executor is the demo's `roads`. */
export const ROADS = String(unit(3));
/** Takes a case that was just filed to the executor who will answer it. */
export async function toAnswering(number: string): Promise<void> {
  await moveAlong(number, 'register', { questionGroup: 3 });
  await moveAlong(number, 'assign', { departmentId: ROADS });
  await moveAlong(number, 'accept');
}
