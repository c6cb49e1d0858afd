import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { BEAT_MS, LoadGuard } from '#server/http/load-guard.ts';
import type { Petition } from '#server/petitions/index.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import { SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { keepPicture, looksRight } from '../support/looks-right.ts';
import { aPublished } from '../support/petitions.ts';
import { codeSent } from '../support/resident.steps.ts';
import { useSite } from '../support/site.ts';

const WAITING = { name: 'Зараз підписує багато людей', level: 1 } as const;

describe('story: somebody signs a petition that everybody signs', function stories() {
  this.timeout(120_000);
  let at = 0;
  const guard = new LoadGuard({ delayMs: 100, most: { dear: 8, plain: 64, vital: 1 } }, () => at);
  const site = useSite(undefined, { guard });
  let browser: Browser;
  let petition: Petition;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    for (let beat = 0; beat < 400; beat += 1) {
      at += BEAT_MS;
      guard.beat(0);
    }
    petition = await aPublished();
  });
  const signPath = () => `${site.origin}/petitions/${petition.number}/sign`;
  const storm = {
    begin: () => assert.equal(guard.enter('vital'), 0),
    end: () => guard.leave('vital'),
  };
  const waits = (page: Page) => page.getByRole('heading', WAITING).waitFor();
  let phones = 0;
  async function fillIn(page: Page): Promise<void> {
    phones += 1;
    await page.getByLabel('Прізвище').fill('Мельник');
    await page.getByLabel('Ім’я', { exact: true }).fill('Олександр');
    await page.getByLabel('Мобільний телефон').fill(`067 333 00 0${phones}`);
    await page.getByLabel('Я громадянин').check();
    await page.getByRole('button', { name: 'Отримати код у SMS' }).click();
  }
  const signatures = () => SignatureModel.countDocuments({ petitionId: petition._id });

  for (const javaScriptEnabled of [true, false])
    for (const [screen, viewport] of Object.entries(SCREENS))
      it(`and waits three times on the way, scripts ${javaScriptEnabled ? 'on' : 'off'}, ${screen}`, async () => {
        const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled, viewport });
        const look = async (name: string): Promise<void> => {
          if (javaScriptEnabled) await looksRight(page, name);
          await keepPicture(page, `storm-${screen}-${javaScriptEnabled ? 'on' : 'off'}-${name}`);
        };
        storm.begin();
        await page.goto(signPath());
        await waits(page);
        await look('page');
        storm.end();
        await page.getByRole('heading', { name: 'Підписати петицію', level: 1 }).waitFor(); // nobody pressed anything

        storm.begin();
        await fillIn(page);
        await waits(page);
        assert.equal(page.url(), signPath());
        await look('form');
        storm.end();
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Спробувати ще раз' }).click();
        await page.getByRole('heading', { name: 'Введіть код із SMS', level: 1 }).waitFor();

        const code = await codeSent(page);
        storm.begin();
        await page.getByLabel('Код із SMS').fill(code);
        await page.getByRole('button', { name: 'Підписати петицію' }).click();
        await waits(page);
        assert.equal(page.url(), `${signPath()}/code`);
        assert.equal(await page.getByLabel('Код із SMS').inputValue(), '');
        if (javaScriptEnabled) await page.getByRole('status').getByText('Можна спробувати ще раз').waitFor();
        await look('code');
        assert.equal(await signatures(), 0);
        storm.end();
        await page.getByLabel('Код із SMS').fill(code);
        await page.getByRole('button', { name: 'Спробувати ще раз' }).click();
        await page.getByRole('heading', { name: 'Дякуємо, ваш підпис прийнято' }).waitFor();
        assert.equal(await signatures(), 1);
        assert.deepEqual(complaints, []);
        await leave();
        await SignatureModel.deleteMany({});
      });

  it('and does not want anything sent without them', async () => {
    const { page, complaints, leave } = await visitor(browser, { colorScheme: 'dark' });
    await page.goto(signPath());
    storm.begin();
    await fillIn(page);
    await waits(page);
    await page.getByRole('button', { name: 'Не надсилати без мене' }).press('Enter');
    await page.getByRole('status').getByText('доки ви не натиснете кнопку').waitFor();
    await looksRight(page, 'stopped');
    storm.end();
    await page.waitForTimeout(8_000); // more than the longest wait of a form
    await waits(page);
    await page.getByRole('button', { name: 'Спробувати ще раз' }).press('Enter');
    await page.getByLabel('Код із SMS').waitFor();
    storm.begin();
    await page.goto(signPath());
    await page.getByRole('link', { name: 'Не оновлювати сторінку без мене' }).click();
    await page.getByRole('link', { name: 'Не оновлювати сторінку без мене' }).waitFor({ state: 'detached' });
    await looksRight(page, 'by hand');
    storm.end();
    await page.waitForTimeout(6_000);
    await page.getByRole('link', { name: 'Спробувати ще раз' }).click();
    await page.getByRole('heading', { name: 'Підписати петицію', level: 1 }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  });
});
