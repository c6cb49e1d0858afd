import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import type { Accuracy } from '#shared/domain/appeal.ts';
import { startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { listenTo, type ScreenReader } from '../support/screen-reader.ts';
import { useSite } from '../support/site.ts';

/** Derybasivska street, by the seeded gazetteer. */
const THERE = { longitude: 30.7362, latitude: 46.4843, accuracy: 20 };
/** One way of saying where: what is done on the page that asks, and what the register then knows of the place. */
interface Way {
  says(reader: ScreenReader, page: Page, hasScripts: boolean): Promise<void>;
  accuracy: Accuracy;
  device?: BrowserContextOptions;
}
const WAYS: Readonly<Record<string, Way>> = {
  'by an address': {
    async says(reader, page, hasScripts) {
      await reader.write('Вулиця й номер будинку', 'Дерибасівська 10');
      if (hasScripts) {
        await reader.meets('option', 'Дерибасівська вулиця, 10');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
      } else {
        await page.keyboard.press('Enter');
        await reader.press('Дерибасівська вулиця, 10');
      }
      await reader.press('Далі');
      await reader.hears('Уточніть місце');
      await reader.press('Далі');
    },
    accuracy: 'street',
  },
  'by a pin on the map': {
    async says(reader) {
      await reader.press('Показати на мапі');
      await reader.hears('Покажіть місце на мапі');
      await reader.press('Поставити позначку');
      await reader.meets('StaticText', 'Позначку поставлено');
      await reader.press('Далі');
    },
    accuracy: 'house',
  },
  'in words': {
    async says(reader) {
      await reader.press('Описати словами');
      await reader.hears('Опишіть місце словами');
      await reader.write('Як знайти місце', 'у парку за школою № 5');
      await reader.press('Далі');
    },
    accuracy: 'none',
  },
  'or that it is about no place': {
    says: (reader) => reader.press('Це не стосується місця'),
    accuracy: 'none',
  },
};
const OWN_PLACE: Way = {
  async says(reader) {
    await reader.press('Визначити, де я');
    await reader.hears('Покажіть місце на мапі');
    await reader.press('Далі');
  },
  accuracy: 'house',
  device: { geolocation: THERE, permissions: ['geolocation'] },
};

for (const javaScriptEnabled of [true, false])
  describe(`story: filing by the accessibility tree alone, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
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

    for (const [way, { says, accuracy, device = {} }] of Object.entries({
      ...WAYS,
      ...(javaScriptEnabled && { 'by the device’s own place': OWN_PLACE }),
    }))
      it(`says where ${way}`, async () => {
        resident = await visitor(browser, { javaScriptEnabled, ...device });
        const { page } = resident;
        await page.goto(site.origin);
        const reader = await listenTo(page);
        await reader.press('Повідомити про проблему');
        await reader.hears('Де це?');
        await says(reader, page, javaScriptEnabled);
        await reader.hears('Що сталося?');
        await reader.press('Вулиці та дороги');
        await reader.press('Яма або пошкоджене покриття');
        await reader.press('Далі');
        await reader.hears('Кілька уточнень');
        await reader.press('Далі');
        await reader.hears('Що ви хочете подати?');
        await reader.press('Прохання або повідомлення');
        await reader.press('Далі');
        await reader.hears('Що сталося і що ви просите зробити?');
        await reader.write('Суть звернення', 'На розі яма завглибшки з долоню. Прошу полагодити.');
        await reader.press('Далі');
        await reader.hears('Хто ви і як вам відповісти?');
        await reader.write('Прізвище', 'Шевченко');
        await reader.write('Ім’я', 'Олена');
        await reader.write('Місце проживання', 'Одеса, вул. Рішельєвська, 5');
        await reader.write('Електронна пошта', 'olena@example.org');
        await reader.press('Далі');
        await reader.hears('Перевірте й надішліть');
        await reader.press('Надіслати звернення');
        await reader.hears('Ми отримали ваше звернення');

        const filed = await CaseModel.findOne().sort({ _id: -1 }).lean<Case>();
        assert.equal(filed?.place.accuracy, accuracy);
        assert.equal(filed?.place.point !== null, accuracy === 'house');
      });
  });
