import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { digits, file, mainOf } from '../support/resident.steps.ts';
import { acceptAndDraft, openCase, registerAndAssign, sign, signIn, signOut } from '../support/staff.steps.ts';
import { useTown } from '../support/town.ts';
import { until } from '../support/until.ts';

const ROADS = 'Департамент транспорту та дорожнього господарства';
const DONE = 'Яму залатано, покриття відновлено, роботи перевірено.';
const DESK = { viewport: { width: 1440, height: 900 } };

for (const javaScriptEnabled of [true, false])
  describe(`story: one appeal from the street to the answer, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(120_000);
    let browser: Browser;
    let resident: Visitor;
    let staff: Visitor;
    before(async () => {
      browser = await startBrowser();
      resident = await visitor(browser, { javaScriptEnabled });
      staff = await visitor(browser, DESK);
    });
    afterEach(() => assert.deepEqual([...resident.complaints, ...staff.complaints], []));
    after(() => browser.close());
    const town = useTown(); // after the browser's own hooks, so that no page is left when the town closes

    const bodies = async (e164: string): Promise<string[]> => (await town.texts(e164)).map(({ body }) => body);
    /** Staff take a case that is in the list of new ones to a signed answer, each at their own part of it. */
    async function takeThrough(page: Page, number: string, afterRegistration = async () => {}): Promise<void> {
      await signIn(page, town, 'operator');
      await openCase(page, 'Нові', number);
      await registerAndAssign(page, ROADS);
      await signOut(page);
      await afterRegistration();
      await signIn(page, town, 'roads');
      await openCase(page, 'У виконавців', number);
      await acceptAndDraft(page, DONE);
      await signOut(page);
      await signIn(page, town, 'head');
      await openCase(page, 'На підпис', number);
      await sign(page);
      await signOut(page);
    }

    it('is filed, confirmed by code, answered, and seen to change; two texts arrive in order', async () => {
      const { page } = resident;
      const phone = '+380671234501';
      const { number } = await file(page, town.origin, '067 123 45 01');
      assert.match((await page.locator('.receipt .due').textContent()) ?? '', /3.квітня.2026/);

      await page.getByRole('button', { name: 'Надіслати код' }).click();
      await page.getByLabel('Код із SMS').waitFor();
      const [first = ''] = await until(async () => (await bodies(phone)).length > 0 && bodies(phone));
      await page.getByLabel('Код із SMS').fill(/^\d{6}/.exec(first)?.[0] ?? '');
      await page.getByRole('button', { name: 'Підтвердити номер' }).click();
      await page.getByText('підтверджено').waitFor();
      await page.getByRole('link', { name: 'Відкрити сторінку звернення' }).click();
      await page.getByText('Отримано').first().waitFor();
      if (javaScriptEnabled) await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));

      await takeThrough(staff.page, number);

      if (javaScriptEnabled) {
        await page.getByText(DONE).waitFor();
        assert.ok(await page.evaluate(() => 'isSamePage' in globalThis), 'the page was loaded anew');
      } else await page.reload();
      assert.match(await mainOf(page), /Вирішено.*Яму залатано.*вих/s);

      const texts = await until(async () => (await bodies(phone)).length > 1 && bodies(phone));
      assert.equal(texts.length, 2);
      assert.match(texts[1] ?? '', new RegExp(`^Звернення ${number}: вирішено\\. Відповідь: .*/c/\\w{7}$`));

      const link = /\/c\/\w{7}/.exec(texts[1] ?? '')?.[0] ?? '';
      const stranger = await visitor(browser, { javaScriptEnabled });
      await stranger.page.goto(town.origin + link);
      assert.match(await mainOf(stranger.page), /Вирішено/);
      assert.doesNotMatch(await stranger.page.content(), /Яму залатано|Шевченко|Дерибасівська/);
      await stranger.leave();
    });

    if (javaScriptEnabled)
      it('is entered for a caller, who is told at registration and at the answer', async () => {
        const { page } = staff;
        const phone = '+380501234502';
        await signIn(page, town, 'operator');
        await page.getByRole('link', { name: 'Нове звернення' }).click();
        await page.getByLabel('Телефоном').first().check();
        await page.getByLabel('Прохання або повідомлення').check();
        await page.getByLabel('Тема').selectOption({ label: 'Яма або пошкоджене покриття' });
        await page.getByLabel('Суть звернення і прохання').fill('На розі яма, минулого тижня пошкодили колесо.');
        await page.getByLabel('Адреса').first().fill('вул. Канатна, 20');
        await page.getByLabel('Прізвище').fill('Гнатюк');
        await page.getByLabel('Ім’я', { exact: true }).fill('Ольга');
        await page.getByLabel('Місце проживання').fill('Одеса, вул. Канатна, 22');
        await page.getByLabel('Мобільний телефон').fill('050 123 45 02');
        await page.getByLabel('Заявник просить SMS').check();
        await page.getByRole('button', { name: 'Прийняти звернення' }).click();
        await page.getByRole('heading', { name: 'Звернення прийнято' }).waitFor();
        const number = digits(await page.locator('.read-aloud .number').textContent());
        await signOut(page);

        await takeThrough(page, number, async () => {
          const [registered] = await until(async () => (await bodies(phone)).length > 0 && bodies(phone));
          assert.match(registered ?? '', new RegExp(`^Звернення ${number}: відповідь до 03\\.04\\.2026\\. `));
        });
        const texts = await until(async () => (await bodies(phone)).length > 1 && bodies(phone));
        assert.deepEqual(
          texts.map((text) => /відповідь до|вирішено/.exec(text)?.[0]),
          ['відповідь до', 'вирішено'],
        );
      });
  });
