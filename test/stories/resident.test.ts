import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { unit } from '#server/seeds/city.ts';
import { startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { codeSent, file, mainOf } from '../support/resident.steps.ts';
import { answerIt, moveAlong, useSite } from '../support/site.ts';

const resolved = { text: 'Яму ліквідовано, гарантія на ремонт 24 місяці.', result: 'resolved' } as const;

for (const javaScriptEnabled of [true, false])
  describe(`story: a resident, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(120_000);
    const site = useSite();
    let browser: Browser;
    let resident: Visitor;
    let stranger: Visitor;
    before(async () => {
      browser = await startBrowser();
    });
    after(() => browser.close());
    beforeEach(async () => {
      resident = await visitor(browser, { javaScriptEnabled });
      stranger = await visitor(browser, { javaScriptEnabled });
    });
    afterEach(async () => {
      await resident.leave();
      await stranger.leave();
      assert.deepEqual([...resident.complaints, ...stranger.complaints], []);
    });

    it('files, reads number and date, proves the phone, and opens the case', async () => {
      const { page } = resident;
      const { number } = await file(page, site.origin, '067 123 45 01');
      assert.match(number, /^26\d{8}$/);
      assert.match((await page.locator('.receipt .due').textContent()) ?? '', /3.квітня.2026.*ще.31.день/);

      await page.getByRole('button', { name: 'Надіслати код' }).click();
      await page.getByLabel('Код із SMS').fill('000 000');
      await page.getByRole('button', { name: 'Підтвердити номер' }).click();
      await page.getByText('Код не підходить').waitFor();
      const code = await codeSent(page);
      await page.getByLabel('Код із SMS').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
      await page.getByRole('button', { name: 'Підтвердити номер' }).click();
      await page.getByText('підтверджено').waitFor();

      await page.getByRole('link', { name: 'Відкрити сторінку звернення' }).click();
      await page.getByRole('heading', { level: 1, name: /^Звернення 2/ }).waitFor();
      assert.match(await mainOf(page), /Отримано.*завглибшки.*Яма або пошкоджене покриття/s);
    });

    it('is told of every wrong field at once, and loses nothing of what was typed', async () => {
      const { page } = resident;
      await page.goto(`${site.origin}/appeals/new/you`);
      await page.getByLabel('Мобільний телефон').fill('048 123 45 67');
      await page.getByLabel('Листом на поштову адресу').check();
      await page.getByLabel('Надсилати SMS').check();
      await page.getByRole('button', { name: 'Далі' }).click();
      const summary = page.getByRole('alert');
      await summary.getByRole('link').first().waitFor();
      const told = (await summary.getByRole('link').allTextContents()).join('\n');
      for (const words of ['Прізвище', 'Ім’я', 'Місце проживання', 'не мобільний номер'])
        assert.ok(told.includes(words), `${words} in ${told}`);
      assert.match(await page.title(), /^Помилка: /);
      assert.equal(await page.getByLabel('Мобільний телефон').inputValue(), '048 123 45 67');
      assert.ok(await page.getByLabel('Листом на поштову адресу').isChecked());
      assert.ok(await page.getByLabel('Надсилати SMS').isChecked());
      await summary.getByRole('link', { name: /^Прізвище/ }).click();
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'applicant-lastName');
    });

    it('shows a stranger nothing of a case until the access code is given', async () => {
      const { number, accessCode } = await file(resident.page, site.origin, '067 123 45 02');
      const { page } = stranger;
      await page.goto(`${site.origin}/appeals/${number}`);
      assert.doesNotMatch(await page.content(), /завглибшки|Дерибасівська, 10|Отримано/);
      await page.getByLabel('Код доступу').fill('AAAAA-AAAAA');
      await page.getByRole('button', { name: 'Відкрити звернення' }).click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Код доступу').fill(accessCode.toLowerCase().replace('-', ' '));
      await page.getByRole('button', { name: 'Відкрити звернення' }).click();
      await page.getByText('завглибшки').waitFor();
    });

    it('follows the case to its answer', async () => {
      const { page } = resident;
      const { number } = await file(page, site.origin, '067 123 45 03');
      await page.goto(`${site.origin}/appeals/${number}`);
      if (javaScriptEnabled) await page.getByText('Сторінка оновлюється сама').waitFor();
      await moveAlong(number, 'register', { questionGroup: 3 });
      await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
      if (!javaScriptEnabled) await page.reload();
      await page.locator('.case-head .state.in_work').waitFor();
      assert.match(await mainOf(page), /Департамент транспорту/);
      if (javaScriptEnabled) await page.getByText('Тепер звернення має стан: В роботі.').waitFor({ state: 'attached' });

      await moveAlong(number, 'accept');
      await moveAlong(number, 'draft', { answer: resolved });
      await moveAlong(number, 'answer');
      if (!javaScriptEnabled) await page.reload();
      await page.getByText('гарантія на ремонт').waitFor();
      assert.match(await mainOf(page), /Питання вирішено.*Підписано: Олена Коваленко/s);
    });

    it('finds the cases of a phone by a code, without their text, and puts away one that is not theirs', async () => {
      const { number } = await file(stranger.page, site.origin, '067 123 45 04');
      const { page } = resident;
      await page.goto(`${site.origin}/my`);
      await page.getByLabel('Мобільний телефон').fill('8 (067) 123-45-04');
      await page.getByRole('button', { name: 'Надіслати код' }).click();
      await page.getByLabel('Код із SMS').fill(await codeSent(page));
      await page.getByRole('button', { name: 'Увійти' }).click();
      const link = page.locator(`a[href="/appeals/${number}"]`);
      await link.click();
      await page.getByText('відкриває код доступу').waitFor();
      assert.doesNotMatch(await page.content(), /завглибшки|Дерибасівська, 10/);

      await page.goto(`${site.origin}/my`);
      await page.getByText('Це не моє звернення').click();
      await page.getByRole('button', { name: 'Прибрати звернення зі списку' }).click();
      await page.getByText('більше не надходитимуть').waitFor();
      assert.equal(await link.count(), 0);
      await page.locator('main').getByRole('button', { name: 'Вийти' }).click();
      await page.getByText('Ви вийшли').waitFor();
    });

    it('turns texts off from the short link, and on again, and sees no more there than state and dates', async () => {
      const { number } = await file(resident.page, site.origin, '067 123 45 05');
      const { link } = (await ParticipantModel.findOne().sort({ _id: -1 }).lean()) ?? {};
      const { page } = stranger;
      await page.goto(`${site.origin}/c/${link}`);
      assert.doesNotMatch(await page.content(), /завглибшки|Дерибасівська, 10|Шевченко/);
      await page.getByRole('button', { name: 'Вимкнути SMS' }).click();
      await page.getByText('SMS вимкнено. Відповідь').waitFor();
      await page.getByRole('button', { name: 'Увімкнути SMS знову' }).click();
      await page.getByText('SMS знову увімкнено').waitFor();
      await answerIt(number, resolved);
      if (!javaScriptEnabled) await page.reload();
      await page.locator('.state.resolved').waitFor();
    });

    it('finds a case by its number, and is told of a number that cannot be one', async () => {
      const { number } = await file(resident.page, site.origin, '067 123 45 06');
      const { page } = resident;
      await page.goto(site.origin);
      await page.getByLabel('Номер звернення', { exact: true }).fill('2600 000 000');
      await page.getByRole('button', { name: 'Знайти звернення' }).click();
      await page.getByRole('alert').getByText('Такого номера не буває').waitFor();
      await page.getByLabel('Номер звернення', { exact: true }).fill(`${number.slice(0, 4)} ${number.slice(4)}`);
      await page.getByRole('button', { name: 'Знайти звернення' }).click();
      await page.getByText('завглибшки').waitFor();
    });
  });
