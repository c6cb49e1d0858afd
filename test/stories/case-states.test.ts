import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { subscribe } from '#server/news/index.ts';
import { linkOf } from '#server/news/subscription.link.ts';
import { SubscriptionModel } from '#server/news/subscription.model.ts';
import { accountsPage } from '#server/standalone/demo/accounts.page.tsx';
import { mailPage } from '#server/standalone/demo/mail.page.tsx';
import { phonePage } from '#server/standalone/demo/phone.page.tsx';
import { SCREENS, startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { type CaseState, caseStates } from '../support/case-states.ts';
import { looksRight } from '../support/looks-right.ts';
import { moveAlong, useSite } from '../support/site.ts';

const AT = '2026-03-03T08:00:00.000Z';
const TO = '+380671234567';
/** Pages of the demo, as they are drawn. */
const demoPages = (): Readonly<Record<string, string>> => ({
  '/dev/mail': mailPage([
    {
      id: '1',
      to: 'olena@example.org',
      from: 'vidhuk@city.example',
      subject: 'Звернення 2600 000 012: відповідь',
      text: 'Місто відповіло.\nhttps://city.example/appeals/2600000125',
      html: '<p>Місто відповіло.</p>',
      headers: {},
      at: AT,
    },
  ]),
  '/dev/phone': phonePage([{ to: TO, body: '123456 – код для omr.gov.ua.', at: AT, status: 'delivered', sid: 'SM1' }]),
  '/dev/accounts': accountsPage([{ role: 'operator', login: 'operator', password: 'a-password' }]),
});

describe('story: a case in each of its states, for each who looks', function stories() {
  this.timeout(180_000);
  const site = useSite();
  let browser: Browser;
  let states: CaseState[] = [];
  before(async () => {
    browser = await startBrowser();
    states = await caseStates();
    await subscribe('news@example.org', { kind: 'district', code: 'prymorskyi' });
  });
  after(() => browser.close());

  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const) {
      const here = `${screen}, ${colorScheme}`;
      /** Looks at pages with the rights of a session; what their scripts complain of is a fault. */
      async function look(token: string | null, at: (page: Page) => Promise<void>): Promise<void> {
        const somebody: Visitor = await visitor(browser, { viewport, colorScheme });
        const { page, complaints } = somebody;
        if (token) await page.context().addCookies([{ name: 'vidhuk', value: token, url: site.origin }]);
        try {
          await at(page);
        } finally {
          await somebody.leave();
        }
        assert.deepEqual(complaints, []);
      }
      const stateOf = (name: string): CaseState => states.find((state) => state.name === name) ?? assert.fail(name);

      it(`has nothing that axe would find: ${here}`, async () => {
        for (const { name, path, token } of states)
          await look(token, async (page) => {
            await page.goto(site.origin + path);
            await looksRight(page, name);
            for (const fold of await page.locator('main summary').all()) await fold.click();
            await looksRight(page, `${name}, all unfolded`);
          });
      });
      it(`nor where something was refused: ${here}`, async () => {
        const { path, token } = stateOf('own, asked whether it is settled');
        await look(token, async (page) => {
          await page.goto(site.origin + path);
          await page.getByText('Ні, не вирішено').click();
          await page.getByRole('button', { name: 'Надіслати' }).click();
          await page.locator('.error').first().waitFor();
          await looksRight(page, 'a «no» without its reason');
        });
        for (const name of ['locked', 'public, in work'])
          await look(null, async (page) => {
            await page.goto(site.origin + stateOf(name).path);
            if (name !== 'locked') await page.getByText('Це ваше звернення?').click();
            await page.getByLabel('Код доступу').fill('0000000000');
            await page.getByRole('button', { name: 'Відкрити звернення' }).click();
            await page.locator('.error').first().waitFor();
            await looksRight(page, `${name}, a wrong code`);
          });
        await look(null, async (page) => {
          await page.goto(site.origin + stateOf('report').path);
          await page.getByRole('button', { name: 'Надіслати' }).click();
          await page.getByRole('alert').waitFor();
          await looksRight(page, 'a report with errors');
          await page.getByLabel('Щось інше').check();
          await page.getByLabel('Розкажіть докладніше').fill('На першому фото видно номер мого авто.');
          await page.getByRole('button', { name: 'Надіслати' }).click();
          await page.getByRole('status').waitFor();
          await looksRight(page, 'a report that was sent');
        });
      });
      it(`keeps unfolded what its reader has unfolded while the case changes: ${here}`, async () => {
        const { path, token } = stateOf('own, asked whether it is settled');
        await look(token, async (page) => {
          await page.goto(site.origin + path);
          await page.getByText('Ні, не вирішено').click();
          const redrawn = page.waitForResponse((reply) => reply.request().resourceType() === 'fetch');
          await moveAlong(path.slice(-10), 'publish', { publication: { state: 'public', text: here } });
          await (await redrawn).finished();
          await page.waitForTimeout(300);
          assert.ok(await page.getByRole('button', { name: 'Надіслати' }).isVisible());
        });
      });
      it(`nor on the pages around it: ${here}`, async () => {
        const found = await SubscriptionModel.findOne().lean();
        const link = linkOf(found ?? assert.fail('no subscription'));
        const [number = ''] = /\d{10}/.exec(stateOf('public, in work').path) ?? [];
        await look(null, async (page) => {
          for (const path of [
            '/?category=road-surface',
            `/?case=${number}`,
            '/?status=planned',
            '/?q=такої%20вулиці%20немає',
            '/appeals/find?number=12',
            '/news',
            `/news?case=${number}`,
            `/news/confirm/${link}`,
            `/news/end/${link}`,
            '/news/confirm/nobody',
            '/en/news',
          ]) {
            await page.goto(site.origin + path);
            await looksRight(page, path);
          }
          await page.goto(`${site.origin}/news`);
          await page.getByRole('button', { name: 'Підписатися' }).click();
          await page.getByRole('alert').waitFor();
          await looksRight(page, 'news with errors');
          for (const [path, body] of Object.entries(demoPages())) {
            await page.route(`**${path}`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
            await page.goto(site.origin + path);
            await looksRight(page, path);
          }
        });
      });
    }

  it('keeps what is being written when the case changes meanwhile', async () => {
    const somebody = await visitor(browser);
    const { page } = somebody;
    const { path, token } = states.find(({ name }) => name === 'own, asked whether it is settled') ?? assert.fail();
    await page.context().addCookies([{ name: 'vidhuk', value: token ?? '', url: site.origin }]);
    await page.goto(site.origin + path);
    await page.waitForLoadState('networkidle'); // it asks once by itself when it begins to listen
    await page.getByText('Ні, не вирішено').click();
    const reason = page.getByLabel('Що саме не вирішено');
    await reason.fill('Асфальт уже просів.');
    await page.getByRole('heading', { level: 1 }).click(); // nothing has the focus now
    const drawnAnew = page.waitForResponse(site.origin + path);
    await moveAlong(path.slice(-10), 'close');
    await drawnAnew;
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200))); // the page reads the answer, too
    assert.equal(await reason.inputValue(), 'Асфальт уже просів.');
    await somebody.leave();
    assert.deepEqual(somebody.complaints, []);
  });
});
