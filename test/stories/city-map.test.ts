import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { DistrictSwitchModel } from '#server/moderation/district-switch.model.ts';
import { loadHiddenDistricts, SWITCHED } from '#server/moderation/index.ts';
import { now } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { Case } from '#server/register/case.model.ts';
import { axeFindings, SCREENS, type Visitor, type visitor } from '../support/browser.ts';
import { aPublishedCase } from '../support/published.ts';
import { usePublishedCity } from '../support/published-city.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-03-01T08:00:00Z');
/** Fourteen cases about the centre, two on one street corner, one in another district, and one about no place: newest first. */
const cases: Case[] = [
  ...Array.from({ length: 14 }, (_, i) =>
    aPublishedCase({
      at: [30.725 + (i % 5) * 0.006, 46.468 + Math.floor(i / 5) * 0.006],
      status: (['received', 'in_work', 'resolved'] as const)[i % 3] ?? 'received',
      categoryCode: i % 2 === 0 ? 'road-surface' : 'street-light',
      receivedAt: new Date(FIRST - i * DAY_MS),
    }),
  ),
  aPublishedCase({
    at: [30.72, 46.4],
    districtCode: 'kyivskyi',
    status: 'resolved',
    receivedAt: new Date(FIRST - 20 * DAY_MS),
  }),
  aPublishedCase({ at: null, districtCode: null, receivedAt: new Date(FIRST - 30 * DAY_MS) }),
];
const numbersOf = (page: Page) =>
  page.locator('#cases .case-card').evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset.case));
/** How many cases the marks in sight stand for. */
const marked = (page: Page) =>
  page.evaluate(() => {
    const pins = document.querySelectorAll('.mark[aria-hidden="false"] .pin').length;
    const clusters = [...document.querySelectorAll('.mark[aria-hidden="false"] .cluster b')].reduce(
      (sum, b) => sum + Number(b.textContent),
      0,
    );
    return pins + clusters;
  });
const counted = async (page: Page) =>
  Number.parseInt((await page.locator('#cases [role="status"]').textContent()) ?? '', 10);
const settled = (page: Page) => page.locator('#cases[aria-busy="false"]').waitFor();

for (const javaScriptEnabled of [true, false])
  describe(`story: the map of the city, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(90_000);
    const { site, come } = usePublishedCity(cases);
    let guest: Visitor;
    const enter = async (path = '/', options: Parameters<typeof visitor>[1] = {}): Promise<Page> => {
      guest = await come({ viewport: SCREENS.desk, javaScriptEnabled, ...options });
      const { page } = guest;
      await page.goto(site.origin + path);
      if (javaScriptEnabled) await page.locator('.canvas.awake').waitFor();
      return page;
    };

    it('shows the newest of the whole city, and what the map shows', async () => {
      const page = await enter();
      assert.deepEqual(
        await numbersOf(page),
        cases.slice(0, 10).map(({ number }) => number),
      );
      if (javaScriptEnabled) assert.equal(await marked(page), 15);
      else
        assert.ok(
          await page
            .getByRole('img', { name: 'Мапа міста' })
            .evaluate((picture) => (picture as HTMLImageElement).naturalWidth >= 1_900),
        );
    });
    it('narrows map and list together by state and topic', async () => {
      const page = await enter();
      await page.getByText('Фільтри').click();
      await page.getByLabel('Стан').selectOption({ label: 'В роботі' });
      await page.getByLabel('Тема').selectOption({ label: 'Не працює освітлення' });
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Показати звернення' }).click();
      await page.getByRole('link', { name: 'Прибрати фільтр: В роботі' }).waitFor();
      await page.getByRole('link', { name: 'Прибрати фільтр: Не працює освітлення' }).waitFor();
      const wanted = cases.slice(0, 14).filter((_, i) => i % 3 === 1 && i % 2 === 1);
      assert.deepEqual(
        await numbersOf(page),
        wanted.map(({ number }) => number),
      );
      assert.match(page.url(), /\?status=in_work&category=street-light/);
      if (javaScriptEnabled) assert.equal(await marked(page), wanted.length);
      await page.getByRole('link', { name: 'Прибрати фільтр: В роботі' }).click();
      await page.waitForURL((url) => !url.search.includes('status'));
      await page.getByText('7 звернень').waitFor();
      assert.equal(await page.getByLabel('Стан').inputValue(), '');
    });
    it('finds a street and shows what was reported around it', async () => {
      const page = await enter();
      await page.getByText('Фільтри').click();
      await page.getByLabel('Стан').selectOption('received');
      if (javaScriptEnabled) await page.waitForURL(/status=received/);
      else await page.getByRole('button', { name: 'Показати звернення' }).click();
      await page.getByLabel('Адреса або номер звернення').fill('Дерибасівська');
      await page.getByRole('button', { name: 'Знайти', exact: true }).click();
      await page.getByText(/Показано: Дерибасівська/).waitFor();
      assert.match(page.url(), /status=received/);
      if (!javaScriptEnabled) return;
      const [mark, map] = await Promise.all(
        ['.place-mark.sought', '.canvas'].map((part) => page.locator(part).boundingBox()),
      );
      assert.ok(
        mark && map && Math.abs(mark.x + mark.width / 2 - (map.x + map.width / 2)) < 2,
        'in the middle of the map',
      );
    });
    it('leads to a case from its card', async () => {
      const page = await enter();
      await page.locator('#cases h3 a').first().click();
      await page.waitForURL(`${site.origin}/appeals/${cases[0]?.number}`);
    });

    if (!javaScriptEnabled) {
      it('is moved and turned by links alone', async () => {
        const page = await enter();
        await page.getByRole('link', { name: 'Наблизити' }).click();
        await page.waitForURL(/z=13/);
        await page.getByRole('link', { name: 'На захід' }).click();
        await page.waitForURL((url) => Number(url.searchParams.get('lng')) < 30.7);
        await page.goto(site.origin);
        await page.getByRole('link', { name: 'Старіші звернення' }).click();
        await page.getByRole('link', { name: 'Повернутися до найновіших' }).waitFor();
        assert.deepEqual(
          await numbersOf(page),
          cases.slice(10).map(({ number }) => number),
        );
      });
      return;
    }

    it('goes nearer at a cluster, and the list and the address follow', async () => {
      const page = await enter('/', { viewport: SCREENS.phone });
      const cluster = page.locator('.mark[aria-hidden="false"]:has(.cluster)').first();
      assert.match((await cluster.getAttribute('aria-label')) ?? '', /звернен\S+ разом\. .*: \d.*Наблизити/);
      await cluster.click();
      await page.waitForURL(/z=13/);
      await settled(page);
      assert.equal(await counted(page), await marked(page));
    });
    it('opens an address as it was left: filters, place and chosen case', async () => {
      const page = await enter('/?status=received&z=15&lng=30.731&lat=46.472');
      await settled(page);
      await page.locator('.mark[aria-hidden="false"] .pin').first().click();
      await page.waitForURL(/case=\d{10}/);
      await settled(page);
      const [chosen] = await numbersOf(page);
      const again = await page.context().newPage();
      await again.goto(page.url());
      await again.locator('.mark.grown').waitFor();
      await settled(again);
      assert.deepEqual(await numbersOf(again), await numbersOf(page));
      assert.equal(await again.locator(`[data-case="${chosen}"] a[aria-current]`).count(), 1);
      assert.equal(await again.getByLabel('Стан').inputValue(), 'received');
      await again.locator('.canvas').focus();
      await again.keyboard.press('Escape');
      await again.locator('.mark.grown').waitFor({ state: 'detached' });
      assert.doesNotMatch(again.url(), /case=/);
    });
    it('mirrors what is pointed at: a card grows its pin', async () => {
      const page = await enter('/?z=14&lng=30.735&lat=46.475');
      await settled(page);
      await page.locator('#cases .case-card').nth(2).hover();
      await page.locator('.mark.grown').waitFor();
      await page.locator('.city-head').hover();
      await page.locator('.mark.grown').waitFor({ state: 'detached' });
    });
    it('works by keyboard alone: past the map, over it, and to its marks', async () => {
      const page = await enter('/', { reducedMotion: 'reduce' });
      const skip = page.getByRole('link', { name: 'Перейти від мапи до списку' });
      await skip.focus();
      assert.ok(await skip.evaluate((link) => link.getBoundingClientRect().height >= 44));
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'list');
      await page.locator('.canvas').focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(/lng=30\.(7[3-9]|8)/);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('+');
      await page.waitForURL(/z=13/);
      await settled(page);
      await page.locator('.mark[aria-hidden="false"]:has(.cluster)').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/z=15/);
      await settled(page);
      // The cluster is gone, and the focus is not lost with it.
      assert.equal(await page.evaluate(() => document.activeElement?.matches('.canvas, .mark')), true);
      await page.keyboard.press('-');
      await page.waitForURL(/z=14/);
      await settled(page);
      await page.keyboard.press('Tab');
      const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      assert.match(await name(), /Отримано|В роботі|Вирішено/);
      for (let i = 0; i < 30 && (await name()).includes('разом'); i++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/case=\d{10}/);
      await settled(page);
      assert.equal(await page.locator('#cases li').first().locator('a[aria-current]').count(), 1);
    });
    it('goes where the device is, once it is asked to and only within the city', async () => {
      const geolocation = { longitude: 30.7326, latitude: 46.4846 };
      const page = await enter('/', { geolocation, permissions: ['geolocation'] });
      await page.getByRole('button', { name: 'Показати, де я' }).click();
      await page.getByRole('img', { name: 'Ви приблизно тут' }).waitFor();
      await page.waitForURL(/z=16&lng=30\.7326&lat=46\.4846/);
      await page.context().setGeolocation({ longitude: 24.03, latitude: 49.84 });
      await page.getByRole('button', { name: 'Показати, де я' }).click();
      await page.getByText('Ви поза межами міста').waitFor();
    });
    it('says that the device told nothing', async () => {
      const page = await enter();
      await page.getByRole('button', { name: 'Показати, де я' }).click();
      await page.getByText('Пристрій не сказав, де ви').waitFor();
    });
    it('keeps what it had while there is no connection, says so, and tries again', async () => {
      const page = await enter('/?z=14&lng=30.735&lat=46.475');
      await settled(page);
      const before = await numbersOf(page);
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Віддалити' }).click();
      await page.getByText('Не вдалося оновити мапу').waitFor();
      assert.deepEqual(await numbersOf(page), before);
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Спробувати ще раз' }).click();
      await page.getByText('Не вдалося оновити мапу').waitFor({ state: 'detached' });
      guest.complaints.length = 0; // the browser itself complains of the connection
    });
    it('turns the pages of the list without leaving the map', async () => {
      const page = await enter();
      await page.getByRole('link', { name: 'Старіші звернення' }).click();
      await page.getByRole('link', { name: 'Повернутися до найновіших' }).waitFor();
      assert.deepEqual(
        await numbersOf(page),
        cases.slice(10).map(({ number }) => number),
      );
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'list');
      await page.getByRole('link', { name: 'Повернутися до найновіших' }).click();
      await page.getByRole('link', { name: 'Старіші звернення' }).waitFor();
    });
    for (const [screen, viewport] of Object.entries(SCREENS))
      for (const colorScheme of ['light', 'dark'] as const)
        it(`has nothing for axe to find: ${screen}, ${colorScheme}`, async () => {
          const page = await enter('/?z=14&lng=30.735&lat=46.475', { viewport, colorScheme });
          await settled(page);
          assert.deepEqual(await axeFindings(page), []);
          await page.getByText('Фільтри').click();
          await page.getByLabel('Стан').selectOption('received');
          await settled(page);
          await page.locator('.mark[aria-hidden="false"] .pin').first().click();
          await page.waitForURL(/case=/);
          await settled(page);
          assert.deepEqual(await axeFindings(page), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
        });
    it('is empty within a second where a district is hidden', async () => {
      const page = await enter();
      const row = { districtCode: '*', isHidden: true, reason: 'повітряна тривога', byId: 'f'.repeat(24), at: now() };
      await DistrictSwitchModel.create(row);
      await OutboxModel.create({
        kind: SWITCHED,
        v: 1,
        subject: { kind: 'district', id: '*' },
        at: now(),
        facts: {},
        pending: [],
      });
      await until(async () => !(await (await fetch(site.origin)).text()).includes('case-card'));
      await page.goto(site.origin);
      await page.locator('.canvas.awake').waitFor();
      assert.equal(await marked(page), 0);
      await page.getByText('Ваше може стати першим').waitFor();
      await DistrictSwitchModel.deleteMany({});
      await loadHiddenDistricts();
    });
  });
