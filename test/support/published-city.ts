import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Case } from '#server/register/case.model.ts';
import { startBrowser, type Visitor, visitor } from './browser.ts';
import { announce, keepPublished } from './published.ts';
import { type Site, useSite } from './site.ts';
import { until } from './until.ts';

/** A site with published cases, and its guests. */
export interface PublishedCity {
  site: Site;
  /** A new guest, who leaves with the test; what their page's scripts complain of is a fault. */
  come(options?: Parameters<typeof visitor>[1]): Promise<Visitor>;
}
/** Gives the stories of one `describe` a city of which these cases are published, five or more, and one guest a test. */
export function usePublishedCity(cases: readonly Case[]): PublishedCity {
  const site = useSite();
  let browser: Browser;
  let guest: Visitor | null = null;
  before(async () => {
    await keepPublished(cases);
    await announce(cases);
    await until(async () => (await (await fetch(site.origin)).text()).includes(`${cases.length} звернень у місті`));
    browser = await startBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    const left = guest;
    guest = null;
    await left?.leave();
    assert.deepEqual(left?.complaints ?? [], []);
  });
  return {
    site,
    async come(options) {
      guest = await visitor(browser, options);
      return guest;
    },
  };
}
