import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import { SCREENS, startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { isTooWide, looksRight } from '../support/looks-right.ts';
import { aPublishedCase, keepPublished } from '../support/published.ts';
import { file, sayWho } from '../support/resident.steps.ts';
import { answerIt, useSite } from '../support/site.ts';

const refused = {
  text: 'Ділянка належить державі, тому місто не може її полагодити.',
  result: 'refused',
  appealRoute: 'Скаргу можна подати міському голові.',
} as const;
/** Every step of a new appeal, as whoever comes to it first sees it. */
const STEPS = ['where', 'what', 'details', 'you', 'check'].map((step) => `/appeals/new/${step}`);

describe('story: pages that everyone can use', function stories() {
  this.timeout(180_000);
  const site = useSite();
  let browser: Browser;
  let somebody: Visitor;
  /** How many cases of another year were put there to be joined. */
  let joined = 0;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    await somebody.leave();
    assert.deepEqual(somebody.complaints, []);
  });

  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has nothing that axe would find: ${screen}, ${colorScheme}`, async () => {
        somebody = await visitor(browser, { viewport, colorScheme });
        const { page } = somebody;
        for (const path of [
          '/',
          '/en',
          '/my',
          '/accessibility',
          '/privacy',
          '/how-it-works',
          '/help',
          '/en/how-it-works',
          '/api/docs',
          '/no-such-page',
          '/c/0000000',
        ]) {
          await page.goto(site.origin + path);
          await looksRight(page, path);
        }
        for (const step of ['where?about=place', 'what?about=other']) {
          await page.goto(`${site.origin}/appeals/new/${step}`);
          await looksRight(page, step);
        }
        for (const [step, button] of [
          ['details', 'Далі'],
          ['you', 'Далі'],
          ['check', 'Надіслати звернення'],
        ] as const) {
          await page.goto(`${site.origin}/appeals/new/${step}`);
          for (const fold of await page.locator('main form details > summary').all()) await fold.click();
          await looksRight(page, step);
          await page.getByRole('button', { name: button, exact: true }).click();
          await page.getByRole('alert').waitFor();
          await looksRight(page, `${step} with errors`);
        }
        const phone = `067 111 ${screen === 'phone' ? 11 : 22} ${colorScheme === 'light' ? 33 : 44}`;
        const { number } = await file(page, site.origin, phone);
        await looksRight(page, 'the receipt');
        await page.getByRole('button', { name: 'Надіслати код' }).click();
        await page.getByLabel('Код із SMS').waitFor();
        await looksRight(page, 'the receipt with a code on its way');
        await page.getByText('Номер не той').click();
        await page.getByLabel('Правильний номер').fill('048 722 00 00');
        await page.getByRole('button', { name: 'Надіслати код на цей номер' }).click();
        await page.getByText('Це не мобільний номер').waitFor();
        await looksRight(page, 'the receipt with a wrong number');
        await page.goto(`${site.origin}/appeals/${number}/slip`);
        await page.getByRole('button', { name: 'Надрукувати' }).waitFor();
        await looksRight(page, 'the slip');
        await page.goto(`${site.origin}/appeals/new/you`);
        await looksRight(page, 'a step after sending');
        const open = { ...aPublishedCase({ number: caseNumber(2025, joined++) }), dueOn: '2026-04-03' };
        await keepPublished([open]);
        await page.goto(`${site.origin}/appeals/new?join=${open.number}`);
        await looksRight(page, 'joining another’s appeal');
        await sayWho(page, phone);
        await looksRight(page, 'joining, looked at once more');
        await page.getByRole('button', { name: 'Приєднатися до звернення' }).click();
        await page.getByRole('heading', { name: 'Ви приєдналися до звернення' }).waitFor();
        await looksRight(page, 'the receipt of one who joined');
        await page.goto(`${site.origin}/appeals/${number}`);
        await page.getByText('Сторінка оновлюється сама').waitFor();
        await looksRight(page, 'a new case');
        await page.goto(`${site.origin}/my`);
        await looksRight(page, 'my cases');
        const { link } = (await ParticipantModel.findOne().sort({ _id: -1 }).lean()) ?? {};
        await page.goto(`${site.origin}/c/${link}`);
        await looksRight(page, 'the short link');
        await answerIt(number, refused);
        await page.goto(`${site.origin}/appeals/${number}`);
        await looksRight(page, 'an answered case');
        await page.context().clearCookies();
        await page.goto(`${site.origin}/appeals/${number}`);
        await looksRight(page, 'a case without its code');
      });
    }

  it('shows where the focus is, and keeps it from under the bar', async () => {
    somebody = await visitor(browser);
    const { page } = somebody;
    const look = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const bar = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
        const isInBar = element.closest('.top, .skip') !== null;
        return {
          what: element.id || element.outerHTML.slice(0, 80),
          isOver: element === document.body,
          isRinged: outlineStyle !== 'none' && outlineWidth !== '0px',
          isClear: isInBar || element.getBoundingClientRect().bottom > bar,
        };
      });
    for (const step of STEPS) {
      await page.goto(site.origin + step);
      for (;;) {
        await page.keyboard.press('Tab');
        const seen = await look();
        if (seen.isOver) break;
        assert.ok(seen.isRinged && seen.isClear, `${step}: ${JSON.stringify(seen)}`);
      }
    }
  });

  it('gives fingers at least 44 pixels', async () => {
    somebody = await visitor(browser);
    const { page } = somebody;
    for (const path of ['/', ...STEPS, '/my']) {
      await page.goto(site.origin + path);
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'button, input:not([type=hidden]), select, textarea, .button, summary, nav a',
          ),
        ]
          .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().height < 44)
          .map((e) => e.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(small, [], path);
    }
  });

  it('lays everything out when the text is twice as large', async () => {
    somebody = await visitor(browser, { viewport: { width: 640, height: 800 } });
    const { page } = somebody;
    for (const path of ['/', ...STEPS, '/my', '/privacy', '/how-it-works', '/help']) {
      await page.goto(site.origin + path);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html { font-size: 200% }');
        document.adoptedStyleSheets = [sheet];
      });
      assert.equal(await isTooWide(page), false, path);
    }
  });

  it('waits for the moment when it counts characters, and says it politely', async () => {
    somebody = await visitor(browser);
    const { page } = somebody;
    await page.goto(`${site.origin}/appeals/new/details`);
    const text = page.getByLabel('Суть звернення');
    await text.fill('а'.repeat(4_990));
    await page.getByText('Залишилося 10 знаків').first().waitFor();
    await text.fill('а'.repeat(5_002));
    await page.getByText('Забагато на 2 знаки').first().waitFor();
    await page.locator('[aria-live="polite"]').getByText('Забагато на 2 знаки').waitFor({ state: 'attached' });
    assert.equal((await text.inputValue()).length, 5_002);
  });
});
