import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { keepPicture, looksRight } from '../support/looks-right.ts';
import { signByCode } from '../support/petition-steps.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../support/petitions.ts';
import { useSite } from '../support/site.ts';

const THRESHOLD = 3;

describe('story: a petition reaches its threshold before the eyes of two people', function stories() {
  this.timeout(120_000);
  const site = useSite(undefined, { keepsPetitions: true });
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  /** Collects all that readers of the screen are told on a page from now on. */
  const listen = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const line = document.querySelector('main [aria-live="polite"]');
      if (!line) throw new Error('nothing is said on this page');
      new MutationObserver(() => heard.push(line.textContent ?? '')).observe(line, { childList: true });
    });
  /** What they were told; nothing where the page was loaded anew. */
  const heardOn = (page: Page): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { heard?: string[] }).heard ?? []);

  it('and each of them sees and hears it, without loading the page anew', async () => {
    const petition = await aPublished();
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { threshold: THRESHOLD } });
    for (let n = 1; n < THRESHOLD; n += 1) await signPetition(petition, aSigner(n));
    await sealAll();
    const path = `${site.origin}/petitions/${petition.number}`;
    const watching = await Promise.all(
      Object.values(SCREENS).map(async (viewport) => {
        const one = await visitor(browser, { viewport });
        await one.page.goto(path);
        await one.page.getByText('Бракує 1 підпису.').waitFor();
        await one.page.locator('main [aria-live="polite"]').waitFor({ state: 'attached' });
        await one.page.waitForTimeout(1_000); // it has joined those who are told
        await listen(one.page);
        return one;
      }),
    );

    const signer = await visitor(browser);
    await signer.page.goto(path);
    await signByCode(signer.page, '067 222 00 01');
    await sealAll();
    assert.equal((await petitionNow(petition)).status, 'threshold_reached');
    for (const { page } of watching) {
      const box = page.locator(`[data-petition-count="${petition.number}"]`);
      await box.locator('[data-count="signatures"]').filter({ hasText: /^3$/ }).waitFor();
      await box.getByText('Потрібну кількість зібрано.').waitFor();
    }
    for (const [n, { page, complaints, leave }] of watching.entries()) {
      await page.locator('.petition-head .state').filter({ hasText: 'Підписи зібрано' }).waitFor();
      await page.getByText('Початок розгляду оголосять до').first().waitFor();
      await page.locator('#share').scrollIntoViewIfNeeded();
      await page.getByRole('button', { name: 'Скопіювати посилання' }).waitFor();
      assert.deepEqual(await heardOn(page), ['Потрібну кількість зібрано.', 'Стан петиції змінився: Підписи зібрано.']);
      await looksRight(page, `reached ${n}`);
      await keepPicture(page, `reached-${n}`);
      assert.deepEqual(complaints, []);
      await leave();
    }
    assert.deepEqual(signer.complaints, []);
    await signer.leave();
  });
});
