import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A phone and a desk screen: the two sizes at which every page is looked at. */
export const SCREENS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const;

/**
 * Starts a real Chromium. Its files are unpacked into a folder of the checkout, one for each worker of mocha, so that none
 * starts what another is still writing.
 */
export async function startBrowser(): Promise<Browser> {
  // biome-ignore lint/style/noProcessEnv: mocha says here which worker this is
  const folder = join(process.cwd(), `.tmp/chromium-${process.env.MOCHA_WORKER_ID ?? 'main'}`);
  mkdirSync(folder, { recursive: true });
  // biome-ignore lint/style/noProcessEnv: the package unpacks where os.tmpdir() says
  process.env.TMPDIR = folder;
  const { default: packed } = await import('@sparticuz/chromium');
  const options = {
    executablePath: await packed.executablePath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  };
  // The browser itself may die while it starts on a machine that is short of breath; that says nothing of the product.
  return chromium.launch(options).catch(() => chromium.launch(options));
}

/** A page of somebody who has never been here, and what its scripts and console complained of (a refusal shown as a page is no fault). */
export interface Visitor {
  page: Page;
  complaints: string[];
  leave: () => Promise<void>;
}
/** Opens a browser profile of its own, phone-sized and Ukrainian unless said otherwise. */
export async function visitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: SCREENS.phone, locale: 'uk-UA', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const isRefusedPage = message.text().startsWith('Failed to load') && !message.location().url.includes('/assets/');
    if (message.type() === 'error' && !isRefusedPage) complaints.push(message.text());
  });
  return { page, complaints, leave: () => context.close() };
}

/** Waits until nothing is on its way from one colour or place to another; what goes round for ever is let be. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(moving.map(({ finished }) => finished)).then(() => undefined);
  });
/** What axe finds wrong with a page, a line each: nothing is what a page should have. */
export async function axeFindings(page: Page): Promise<string[]> {
  await settled(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
