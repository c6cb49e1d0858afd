import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, SCREENS, startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { mainOf } from '../support/resident.steps.ts';
import { useSite } from '../support/site.ts';

/** Derybasivska street, by the seeded gazetteer. */
const THERE = { longitude: 30.7362, latitude: 46.4843 };
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const pinOf = async (page: Page): Promise<number[]> =>
  Promise.all(
    [0, 1].map(async (i) => Number(await page.locator(`input[name="place.point.coordinates.${i}"]`).inputValue())),
  );

for (const javaScriptEnabled of [true, false])
  describe(`story: saying where by keyboard, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(120_000);
    const site = useSite();
    let browser: Browser;
    let resident: Visitor;
    before(async () => {
      browser = await startBrowser();
    });
    after(() => browser.close());
    afterEach(async () => {
      await resident.leave();
      assert.deepEqual(resident.complaints, []);
    });
    /** A page that asks where it is; a device that tells its place where one is given. */
    async function asked(options: Parameters<typeof visitor>[1] = {}): Promise<Page> {
      resident = await visitor(browser, { javaScriptEnabled, ...options });
      await resident.page.goto(`${site.origin}/appeals/new?about=place`);
      await heading(resident.page, 'Де це?');
      return resident.page;
    }
    const done = (page: Page) => heading(page, 'Що сталося?');
    /** What axe finds; it needs scripts itself, so pages without them are looked at below, where ours do not come. */
    const clean = async (page: Page): Promise<void> => {
      if (javaScriptEnabled) assert.deepEqual(await axeFindings(page), []);
    };

    it('by an address, under its former name', async () => {
      const page = await asked();
      await clean(page);
      await tabTo(page, 'Вулиця й номер будинку');
      await page.keyboard.type('Ласточкіна 12');
      if (javaScriptEnabled) {
        const option = page.getByRole('option', {
          name: /Ланжеронівська вулиця, 12.*колишня назва: вулиця Ласточкіна/,
        });
        await option.waitFor();
        await page.getByText('Знайдено 1 варіант').waitFor({ state: 'attached' });
        await page.keyboard.press('ArrowDown');
        const field = page.getByRole('combobox');
        assert.equal(await field.getAttribute('aria-activedescendant'), await option.getAttribute('id'));
        assert.equal(await option.getAttribute('aria-selected'), 'true');
        await clean(page);
        await page.keyboard.press('Escape');
        assert.equal(await field.getAttribute('aria-expanded'), 'false');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        assert.equal(await field.inputValue(), 'Ланжеронівська вулиця, 12');
        assert.equal(new URL(page.url()).searchParams.get('way'), null, 'taking a suggestion sends nothing');
        await press(page, 'Далі');
      } else {
        await page.keyboard.press('Enter');
        await page.waitForURL(/#found$/);
        await tabTo(page, 'Ланжеронівська вулиця, 12');
        await page.keyboard.press('Space');
        await clean(page);
        await press(page, 'Далі');
      }
      await heading(page, 'Уточніть місце');
      assert.equal(await page.getByLabel('Номер будинку').inputValue(), '12');
      await clean(page);
      await tabTo(page, 'Як знайти місце');
      await page.keyboard.type('біля арки');
      await press(page, 'Далі');
      await done(page);
      await page.getByRole('link', { name: 'Назад' }).click();
      await heading(page, 'Уточніть місце');
      assert.equal(await page.getByLabel('Як знайти місце').inputValue(), 'біля арки');
    });

    it('by a pin on the map', async () => {
      const page = await asked(javaScriptEnabled ? {} : { viewport: SCREENS.desk });
      await press(page, 'Показати на мапі');
      await heading(page, 'Покажіть місце на мапі');
      if (javaScriptEnabled) {
        await page.getByRole('button', { name: 'Поставити позначку', exact: true }).waitFor();
        await tabTo(page, 'Мапа.');
        await page.keyboard.press('ArrowUp');
        await press(page, 'Поставити позначку');
      } else {
        await press(page, 'На північ');
        await page.waitForURL(/#map$/);
        await press(page, 'Мапа: натисніть');
      }
      await page.getByText('Позначку поставлено').waitFor();
      assert.match(await mainOf(page), /Позначку поставлено: .*район/);
      const [lng = 0, lat = 0] = await pinOf(page);
      assert.ok(lng > 30.6 && lng < 30.9 && lat > 46.3 && lat < 46.7, `${lng}, ${lat}`);
      await clean(page);
      await press(page, 'Далі');
      await done(page);
    });

    if (javaScriptEnabled)
      it('by a pin while the drawing of the map is still on its way', async () => {
        const page = await asked();
        let arrive = (): void => undefined;
        const arrival = new Promise<void>((resolve) => {
          arrive = resolve;
        });
        await page.route(/\/base[^/]*\.json/, async (route) => {
          await arrival;
          await route.continue();
        });
        await press(page, 'Показати на мапі');
        await page.locator('.live-map').waitFor();
        await tabTo(page, 'Поставити позначку посередині');
        arrive();
        await page.getByRole('button', { name: 'Поставити позначку', exact: true }).waitFor();
        await page.keyboard.press('Enter');
        await page.getByText('Позначку поставлено').waitFor();
        assert.equal(new URL(page.url()).hash, '', 'the pin is put by the live map');
      });

    it('in words', async () => {
      const page = await asked();
      await press(page, 'Описати словами');
      await heading(page, 'Опишіть місце словами');
      await press(page, 'Далі');
      await page.getByRole('alert').waitFor();
      await clean(page);
      await press(page, 'Як знайти місце');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'place-description');
      await page.keyboard.type('у парку за школою № 5');
      await press(page, 'Далі');
      await done(page);
    });

    it('or that it is about no place', async () => {
      const page = await asked();
      await press(page, 'Це не стосується місця');
      await done(page);
      await clean(page);
    });

    if (!javaScriptEnabled) {
      it('by a press of the mouse on the picture, at either width', async () => {
        for (const viewport of Object.values(SCREENS)) {
          const page = await asked({ viewport });
          await page.getByRole('button', { name: 'Показати на мапі' }).click();
          const picture = page.locator('input[type="image"]:visible');
          const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
          await picture.click({ position: { x: width / 2 - 20, y: height / 2 } });
          await page.getByText('Позначку поставлено').waitFor();
          assert.ok((await pinOf(page)).every((degrees) => degrees > 30));
          if (viewport !== SCREENS.desk) await resident.leave();
        }
      });
      return;
    }

    it('by the device’s own place', async () => {
      const page = await asked({ geolocation: { ...THERE, accuracy: 20 }, permissions: ['geolocation'] });
      await press(page, 'Визначити, де я');
      await heading(page, 'Покажіть місце на мапі');
      assert.deepEqual(await pinOf(page), [THERE.longitude, THERE.latitude]);
      await page.getByText(/Позначку поставлено: поруч .*Приморський район/).waitFor();
      await press(page, 'Далі');
      await done(page);
    });
    it('opens the map near a place that the device knows roughly', async () => {
      const page = await asked({ geolocation: { ...THERE, accuracy: 850 }, permissions: ['geolocation'] });
      await press(page, 'Визначити, де я');
      await page.getByText('з точністю до 850 м').waitFor();
      await page.keyboard.press('Enter');
      await heading(page, 'Покажіть місце на мапі');
      assert.deepEqual(await pinOf(page), [0, 0], 'no pin where nobody put one');
      assert.match(await page.locator('input[name="ui.view"]').inputValue(), /^14\/30\.7362\/46\.4843/);
    });
    it('explains a refusal, and goes on without', async () => {
      const page = await asked();
      await press(page, 'Визначити, де я');
      await page.getByText('Пристрій не дозволив дізнатися місце').waitFor();
      await press(page, 'Описати словами');
      await heading(page, 'Опишіть місце словами');
    });
    it('tells somebody outside of the city where to turn', async () => {
      const kyiv = { longitude: 30.5234, latitude: 50.4501, accuracy: 10 };
      const page = await asked({ geolocation: kyiv, permissions: ['geolocation'] });
      await press(page, 'Визначити, де я');
      await page.getByText('урядова гаряча лінія — 1545').waitFor();
      await press(page, 'Далі');
      await page.getByRole('alert').getByText('поза межами міста').waitFor();
    });
    it('has nothing for axe to find on any screen to which scripts never came', async () => {
      const page = await asked({ viewport: SCREENS.desk });
      await page.route(/\/assets\/main-/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      const here = `${site.origin}/appeals/new`;
      await page.goto(`${here}/where?about=place`);
      await page.locator('#ui-q').fill('Грецька');
      await page.getByRole('button', { name: 'Знайти' }).click();
      await clean(page);
      await page.getByLabel('Грецька вулиця').check();
      await page.getByRole('button', { name: 'Далі', exact: true }).click();
      await page.getByRole('button', { name: 'Поставити позначку посередині' }).click();
      for (const screen of ['where?way=pin', 'where?way=words', 'what?part=topic']) {
        await page.goto(`${here}/${screen}`);
        await clean(page);
      }
      await page.getByLabel('Пошук теми').fill('газ');
      await page.getByRole('button', { name: 'Знайти тему' }).click();
      await page.getByLabel('Газ: запах').check();
      await page.getByRole('button', { name: 'Далі', exact: true }).click();
      for (const screen of ['what?part=danger', 'what?part=kind', 'what?part=late', 'nearby']) {
        await page.goto(`${here}/${screen}`);
        await clean(page);
      }
    });
    it('finds the topic while it is typed', async () => {
      const page = await asked();
      await press(page, 'Це не стосується місця');
      await done(page);
      await tabTo(page, 'Пошук теми');
      await page.keyboard.type('собаки');
      await page.getByText('Знайдено 1 тему').waitFor();
      await clean(page);
      await tabTo(page, 'Тварини');
      await page.keyboard.press('Space');
      await press(page, 'Далі');
      await heading(page, 'Кілька уточнень');
      await clean(page);
    });
  });
