import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { Petition } from '#server/petitions/index.ts';
import { petitionSigning } from '#shared/texts/uk/petition-signing.ts';
import { SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { useIdentified } from '../support/eid-visitor.ts';
import { keepPicture, looksRight } from '../support/looks-right.ts';
import { signerCode } from '../support/petition-pages.ts';
import { aPublished } from '../support/petitions.ts';

describe('story: somebody signs a petition by electronic identification', function stories() {
  this.timeout(240_000);
  const city = useIdentified();
  let browser: Browser;
  before(async function begin() {
    this.timeout(120_000);
    browser = await startBrowser();
    city.provider().knows('olena', {
      lastname: 'Нечуй-Левицька-Шевченко',
      givenname: 'Олександра-Вікторія',
      middlename: 'Костянтинівна',
      drfocode: '3012345678',
    });
  });
  after(() => browser.close());
  /** A page from which signing can be begun: that of a try which nobody began. */
  const aStart = (petition: Petition, lang = 'uk'): string =>
    `${city.site.origin}/petitions/eid/callback?state=${'a'.repeat(43)}.sign.${petition.number}.${lang}`;
  const chooses = (page: Page, name: string) => page.getByRole('button', { name }).click();

  it('without scripts, from the page of signing, by way of a provider that leads over other sites', async () => {
    const petition = await aPublished();
    const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(`${city.site.origin}/petitions/${petition.number}/sign`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await chooses(page, petitionSigning.eid);
    await page.waitForURL(/\/interaction\//);
    await chooses(page, 'olena');
    await page.getByRole('heading', { name: 'Перевірте й підпишіть', level: 1 }).waitFor();
    await chooses(page, 'Підписати петицію');
    await page.getByRole('checkbox', { name: 'Я громадянин або громадянка України' }).check();
    await chooses(page, 'Підписати петицію');
    await page.getByRole('heading', { name: 'Ви підписали петицію', level: 1 }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  });
  it('after a try that is no longer good, without scripts', async () => {
    const petition = await aPublished();
    const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(aStart(petition));
    await page.getByRole('heading', { name: 'Це підтвердження вже не діє', level: 1 }).waitFor();
    await chooses(page, 'Спробувати ще раз');
    await page.waitForURL(/\/interaction\//);
    await chooses(page, 'olena');
    await page.getByRole('heading', { name: 'Перевірте й підпишіть', level: 1 }).waitFor();
    await page.getByText('Нечуй-Левицька-Шевченко Олександра-Вікторія Костянтинівна').waitFor();
    await chooses(page, 'Підписати петицію');
    await page.getByRole('alert').getByRole('link').click();
    assert.match(page.url(), /#isEntitled$/);
    await page.getByRole('checkbox', { name: 'Я громадянин або громадянка України' }).check();
    await chooses(page, 'Підписати петицію');
    await page.getByRole('heading', { name: 'Ви підписали петицію', level: 1 }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  });
  it('and is told in English what did not work, by the keyboard', async () => {
    const petition = await aPublished();
    const { page, complaints, leave } = await visitor(browser, { locale: 'en-GB' });
    await page.goto(aStart(petition, 'en'));
    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/interaction\//);
    await chooses(page, 'Скасувати');
    await page.getByRole('heading', { name: 'You were not identified', level: 1 }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  });
  it('and takes the signature back, without scripts, from the petition’s page', async () => {
    const petition = await aPublished();
    await city.visitor().signAs(petition, 'olena');
    const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto(`${city.site.origin}/petitions/${petition.number}`);
    await page.getByRole('link', { name: 'Відкликати свій підпис' }).click();
    await chooses(page, 'Підтвердити особу');
    await page.waitForURL(/\/interaction\//);
    await chooses(page, 'olena');
    await page.getByRole('heading', { name: 'Відкликати підпис?', level: 1 }).waitFor();
    await chooses(page, 'Відкликати підпис');
    await page.getByRole('heading', { name: 'Ваш підпис відкликано', level: 1 }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  });
  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has nothing for axe to find on the way back on a ${screen}, ${colorScheme}`, async () => {
        const petition = await aPublished();
        await city.visitor().signAs(petition, 'olena');
        const { page, complaints, leave } = await visitor(browser, { viewport, colorScheme });
        const looked = async (name: string) => {
          await looksRight(page, name);
          await keepPicture(page, `${screen}-${colorScheme}-withdraw-${name}`);
        };
        const begin = async () => {
          await page.goto(`${city.site.origin}/petitions/${petition.number}/withdraw`);
          await chooses(page, 'Підтвердити особу');
          await page.waitForURL(/\/interaction\//);
        };
        await page.goto(`${city.site.origin}/petitions/${petition.number}/withdraw`);
        await looked('offer');
        await begin();
        await chooses(page, 'Скасувати');
        await page.getByRole('heading', { name: 'Особу не підтверджено' }).waitFor();
        await looked('denied');
        await begin();
        await chooses(page, 'olena');
        await page.getByRole('heading', { name: 'Відкликати підпис?' }).waitFor();
        await looked('confirm');
        await chooses(page, 'Відкликати підпис');
        await page.getByRole('heading', { name: 'Ваш підпис відкликано' }).waitFor();
        await looked('done');
        await begin();
        await chooses(page, 'olena');
        await page.getByRole('heading', { name: 'Вашого підпису тут немає' }).waitFor();
        await looked('unsigned');
        assert.deepEqual(complaints, []);
        await leave();
      });
  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has nothing for axe to find on the way on a ${screen}, ${colorScheme}`, async () => {
        const petition = await aPublished();
        const { page, complaints, leave } = await visitor(browser, { viewport, colorScheme });
        const looked = async (name: string) => {
          await looksRight(page, name);
          await keepPicture(page, `${screen}-${colorScheme}-eid-${name}`);
        };
        // The page that leads on is left at once: here the provider's sign-in waits for nobody.
        await page.route(/\/auth\?/, (route) => route.abort('aborted'));
        await page.goto(aStart(petition));
        await looked('stale');
        await chooses(page, 'Спробувати ще раз');
        await page.getByRole('heading', { name: 'Переходимо до сервісу ідентифікації' }).waitFor();
        await looked('going');
        await page.unroute(/\/auth\?/);
        await page.getByRole('link', { name: /^Відкрити localhost/ }).click();
        await chooses(page, 'olena');
        await page.getByRole('heading', { name: 'Перевірте й підпишіть' }).waitFor();
        await looked('confirm');
        await chooses(page, 'Підписати петицію');
        await page.getByRole('alert').waitFor();
        await looked('unticked');
        await page.getByRole('checkbox').check();
        await chooses(page, 'Підписати петицію');
        await page.getByRole('heading', { name: 'Ви підписали петицію' }).waitFor();
        await looked('signed');
        await page.getByLabel('Електронна пошта').fill('olena@');
        await chooses(page, 'Надіслати код на пошту');
        await page.getByRole('alert').getByRole('link').waitFor();
        await looked('news-wrong');
        await page.getByLabel('Електронна пошта').fill(`${screen}-${colorScheme}@example.com`);
        await chooses(page, 'Надіслати код на пошту');
        await page.getByRole('heading', { name: 'Введіть код із листа' }).waitFor();
        await looked('news-code');
        const codeId = await page.locator('input[name="codeId"]').first().inputValue();
        await page.getByLabel('Код із листа').fill(await signerCode(codeId));
        await chooses(page, 'Отримувати новини');
        await page.getByRole('heading', { name: 'Новини надсилатимемо на пошту' }).waitFor();
        await looked('news-done');
        assert.deepEqual(
          complaints.filter((said) => !said.includes('ERR_FAILED')),
          [],
        );
        await leave();
      });
});
