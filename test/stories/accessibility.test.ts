import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { axeFindings, SCREENS, startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { digits, file } from '../support/resident.steps.ts';
import { answerIt, useSite } from '../support/site.ts';

const refused = {
  text: 'Ділянка належить державі, тому місто не може її полагодити.',
  result: 'refused',
  appealRoute: 'Скаргу можна подати міському голові.',
} as const;
/** True where something sticks out to the side, so that a phone has to be scrolled across. */
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

describe('story: pages that everyone can use', function stories() {
  this.timeout(180_000);
  const site = useSite();
  let browser: Browser;
  let somebody: Visitor;
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
        const looksRight = async (what: string) => {
          assert.deepEqual(await axeFindings(page), [], what);
          assert.equal(await isTooWide(page), false, `${what} is wider than the screen`);
        };
        for (const path of [
          '/',
          '/en',
          '/my',
          '/accessibility',
          '/privacy',
          '/api/docs',
          '/no-such-page',
          '/c/0000000',
        ]) {
          await page.goto(site.origin + path);
          await looksRight(path);
        }
        for (const about of ['place', 'other']) {
          await page.goto(`${site.origin}/appeals/new?about=${about}&kind=complaint`);
          await looksRight(`the form, ${about}`);
          await page.getByRole('button', { name: 'Надіслати звернення' }).click();
          await page.getByRole('alert').waitFor();
          await looksRight(`the form with errors, ${about}`);
        }
        const phone = `067 111 ${screen === 'phone' ? 11 : 22} ${colorScheme === 'light' ? 33 : 44}`;
        const { number } = await file(page, site.origin, phone);
        await looksRight('the receipt');
        await page.getByRole('button', { name: 'Надіслати код' }).click();
        await page.getByLabel('Код із SMS').waitFor();
        await looksRight('the receipt with a code on its way');
        await page.goto(`${site.origin}/appeals/${number}`);
        await page.getByText('Сторінка оновлюється сама').waitFor();
        await looksRight('a new case');
        await page.goto(`${site.origin}/my`);
        await looksRight('my cases');
        const { link } = (await ParticipantModel.findOne().sort({ _id: -1 }).lean()) ?? {};
        await page.goto(`${site.origin}/c/${link}`);
        await looksRight('the short link');
        await answerIt(number, refused);
        await page.goto(`${site.origin}/appeals/${number}`);
        await looksRight('an answered case');
        await page.context().clearCookies();
        await page.goto(`${site.origin}/appeals/${number}`);
        await looksRight('a case without its code');
      });
    }

  it('files an appeal by keyboard alone, and finds its way from the errors', async () => {
    somebody = await visitor(browser, { viewport: SCREENS.desk });
    const { page } = somebody;
    const press = (...keys: string[]) =>
      keys.reduce((last, key) => last.then(() => page.keyboard.press(key)), Promise.resolve());
    /** The id of the field that has the focus, or the words of the link or button. */
    const focused = () =>
      page.evaluate(() => {
        const { id, textContent, tagName } = document.activeElement ?? document.body;
        return /^(A|BUTTON|SUMMARY)$/.test(tagName) ? (textContent ?? '') : id;
      });
    /** Goes on by Tab until the wanted thing has the focus. */
    const tabTo = async (wanted: string) => {
      for (let i = 0; i < 60; i++) {
        if ((await focused()).includes(wanted)) return;
        await press('Tab');
      }
      assert.fail(`Tab never reaches ${wanted}`);
    };
    await page.goto(site.origin);
    await press('Tab');
    assert.equal(await focused(), 'Перейти до змісту');
    await press('Enter');
    await tabTo('Написати звернення');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Написати звернення' }).waitFor();

    await tabTo('Надіслати звернення');
    await press('Enter');
    await page.getByRole('alert').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    await tabTo('Що ви хочете подати');
    await press('Enter');
    await tabTo('kind');
    await press('Space');
    await tabTo('categoryCode');
    await press('ArrowDown', 'ArrowDown');
    await tabTo('text');
    await page.keyboard.type('Прошу продовжити роботу бібліотеки до двадцятої години.');
    await tabTo('applicant-lastName');
    await page.keyboard.type('Шевченко');
    await press('Tab');
    await page.keyboard.type('Тарас');
    await tabTo('applicant-residence');
    await page.keyboard.type('Одеса, вул. Пушкінська, 1');
    await tabTo('contact-email');
    await page.keyboard.type('taras@example.com');
    await press('Enter');
    await page.getByRole('heading', { name: 'Ми отримали ваше звернення' }).waitFor();
    assert.match(digits(await page.locator('.receipt .number').textContent()), /^26\d{8}$/);
  });

  it('shows where the focus is, and keeps it from under the bar', async () => {
    somebody = await visitor(browser);
    const { page } = somebody;
    await page.goto(`${site.origin}/appeals/new?about=other`);
    for (;;) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
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
      if (seen.isOver) break;
      assert.ok(seen.isRinged && seen.isClear, JSON.stringify(seen));
    }
  });

  it('gives fingers at least 44 pixels', async () => {
    somebody = await visitor(browser);
    const { page } = somebody;
    for (const path of ['/', '/appeals/new', '/my']) {
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
    for (const path of ['/', '/appeals/new', '/my', '/privacy']) {
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
    await page.goto(`${site.origin}/appeals/new`);
    const text = page.getByLabel('Суть звернення');
    await text.fill('а'.repeat(4_990));
    await page.getByText('Залишилося 10 знаків').first().waitFor();
    await text.fill('а'.repeat(5_002));
    await page.getByText('Забагато на 2 знаки').first().waitFor();
    await page.locator('[aria-live="polite"]').getByText('Забагато на 2 знаки').waitFor({ state: 'attached' });
    assert.equal((await text.inputValue()).length, 5_002);
  });
});
