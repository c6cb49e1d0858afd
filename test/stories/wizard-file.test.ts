import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { attachmentsOf } from '#server/attachments/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { caseByNumber } from '#server/register/index.ts';
import { startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { aDocx } from '../support/documents.ts';
import { press, tabTo, write } from '../support/keyboard.ts';
import { halves, heicHead } from '../support/pictures.ts';
import { goOn, mainOf, readReceipt, sayWhat, sayWhere, sayWho } from '../support/resident.steps.ts';
import { useSite } from '../support/site.ts';

const TEXT = 'На розі яма завглибшки з долоню. Прошу полагодити.';
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const kept = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const aPhoto = async (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await halves(600, 400).png().toBuffer(),
});
const aHeic = { name: 'IMG_2.HEIC', mimeType: 'image/heic', buffer: heicHead() };
const filesOf = async (number: string) => {
  const found = await caseByNumber(number);
  return (await attachmentsOf({ kind: 'case', id: String(found?._id) })).map(({ name }) => name).sort();
};

for (const javaScriptEnabled of [true, false])
  describe(`story: filing step by step, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(120_000);
    const site = useSite();
    let browser: Browser;
    let resident: Visitor;
    before(async () => {
      browser = await startBrowser();
    });
    after(() => browser.close());
    beforeEach(async () => {
      resident = await visitor(browser, { javaScriptEnabled });
    });
    afterEach(async () => {
      await resident.leave();
      assert.deepEqual(resident.complaints, []);
    });
    /** Somebody who has said where and what, and is asked what happened. */
    async function atDetails(): Promise<Page> {
      const { page } = resident;
      await page.goto(`${site.origin}/appeals/new?about=place`);
      await sayWhere(page);
      await sayWhat(page);
      return page;
    }
    /** Files are on their way as soon as they are chosen, or by a button where no script runs. */
    async function attach(
      page: Page,
      label: string,
      files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0],
    ) {
      await page.getByLabel(label, { exact: true }).setInputFiles(files);
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Додати вибрані файли' }).click();
    }

    it('takes photos and a document, refuses one in words, and takes one back', async () => {
      const page = await atDetails();
      await page.getByLabel('Суть звернення').fill(TEXT);
      await attach(page, 'Фото', [await aPhoto('яма.png'), aHeic, await aPhoto('ширше.png')]);
      await kept(page, 'ширше.jpg').waitFor();
      assert.match(await mainOf(page), /IMG_2\.HEIC: Це фото у форматі HEIC/);
      assert.equal(await page.getByLabel('Суть звернення').inputValue(), TEXT);
      assert.ok(
        await page
          .locator('img[src$="/thumb"]')
          .first()
          .evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0)),
      );
      await attach(page, 'Документи', { name: 'відповідь.docx', mimeType: 'application/zip', buffer: aDocx() });
      await kept(page, 'відповідь.docx').waitFor();
      await page.getByRole('button', { name: 'Прибрати файл ширше.jpg' }).click();
      await kept(page, 'ширше.jpg').waitFor({ state: 'detached' });
      await goOn(page);
      await sayWho(page, '067 123 45 11');
      assert.match(await mainOf(page), /яма\.jpg.*відповідь\.docx/s);
      await page.getByRole('button', { name: 'Надіслати звернення' }).click();
      assert.deepEqual(await filesOf((await readReceipt(page)).number), ['відповідь.docx', 'яма.jpg']);
    });
    it('files together with others, by a paper, and names all of them before it is sent', async () => {
      const page = await atDetails();
      await page.getByLabel('Суть звернення').fill(TEXT);
      await page.getByText('Подаємо разом з іншими').click();
      for (const [i, lastName] of ['Коваль', 'Бондар'].entries()) {
        await page.getByRole('button', { name: i === 0 ? 'Додати людину' : 'Додати ще людину' }).click();
        const person = page.getByRole('group', { name: `Співзаявник ${i + 1}` });
        await person.getByLabel('Прізвище').fill(lastName);
        await person.getByLabel('Ім’я').fill('Іван');
        await person.getByLabel('Місце проживання').fill('Одеса, вул. Софіївська, 8');
      }
      await page.getByRole('button', { name: 'Прибрати співзаявника 1' }).click();
      await page.getByRole('group', { name: 'Співзаявник 2' }).waitFor({ state: 'detached' });
      await page.getByText('Подаю за довіреністю').click();
      await page.locator('#representative-lastName').fill('Адвокат');
      await page.locator('#representative-firstName').fill('Ганна');
      await page.getByLabel('На якій підставі').fill('довіреність № 15');
      await goOn(page);
      await page.getByRole('heading', { name: 'Людина, від імені якої ви звертаєтеся' }).waitFor();
      await sayWho(page, '067 123 45 12');
      assert.match(await mainOf(page), /Бондар Іван.*Адвокат Ганна, довіреність № 15/s);
      await page.getByRole('button', { name: 'Надіслати звернення' }).click();
      const { number } = await readReceipt(page);
      assert.equal((await caseByNumber(number))?.applicants, 2);
    });
    it('warns of a stranger’s phone in the text, leads back to it, and sends it as it is where that is wished', async () => {
      const page = await atDetails();
      await page.getByLabel('Суть звернення').fill(`${TEXT} Сусід бачив, 050 111 22 33.`);
      await goOn(page);
      await sayWho(page, '067 123 45 13');
      await page.getByText('номер телефону: «050 111 22 33»').waitFor();
      await page.getByRole('link', { name: 'Змінити текст' }).click();
      await heading(page, 'Що сталося і що ви просите зробити?');
      assert.match(await page.getByLabel('Суть звернення').inputValue(), /050 111 22 33/);
      await page.goBack();
      await page.getByRole('button', { name: 'Надіслати звернення як є' }).click();
      await readReceipt(page);
    });
    it('loses nothing on the way back, and sends nothing twice', async () => {
      const page = await atDetails();
      await page.getByLabel('Суть звернення').fill(TEXT);
      await goOn(page);
      await page.getByRole('link', { name: 'Назад' }).click();
      await heading(page, 'Що сталося і що ви просите зробити?');
      assert.equal(await page.getByLabel('Суть звернення').inputValue(), TEXT);
      await goOn(page);
      await sayWho(page, '067 123 45 14');
      const before = await CaseModel.countDocuments();
      await page.getByRole('button', { name: 'Надіслати звернення' }).dblclick();
      const { number } = await readReceipt(page);
      await page.goBack();
      await page.reload();
      await page.getByText('Це звернення вже надіслано').waitFor();
      await page.getByRole('link', { name: 'Відкрити звернення' }).click();
      await page.getByRole('heading', { name: new RegExp(`^Звернення ${number.slice(0, 4)}`) }).waitFor();
      assert.equal(await CaseModel.countDocuments(), before + 1);
    });
    it('is done by keyboard alone, files and errors too', async () => {
      const { page } = resident;
      await page.goto(site.origin);
      await press(page, 'Перейти до змісту');
      await press(page, 'Написати звернення');
      await heading(page, 'Що сталося?');
      await press(page, 'Вулиці та дороги');
      await press(page, 'Яма або пошкоджене покриття', 'Space');
      await press(page, 'Далі');
      await heading(page, 'Кілька уточнень');
      await press(page, 'Далі');
      await heading(page, 'Що ви хочете подати?');
      await press(page, 'Прохання або повідомлення', 'Space');
      await press(page, 'Далі');

      await heading(page, 'Що сталося і що ви просите зробити?');
      await press(page, 'Далі');
      await page.getByRole('alert').waitFor();
      if (javaScriptEnabled) await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
      await press(page, 'Суть звернення: Заповніть це поле');
      if (await page.evaluate(() => document.activeElement?.id !== 'text')) await tabTo(page, 'Суть звернення');
      await page.keyboard.type(TEXT);
      const chooser = page.waitForEvent('filechooser');
      await press(page, 'Фото');
      await (await chooser).setFiles(await aPhoto('яма.png'));
      if (javaScriptEnabled) await kept(page, 'яма.jpg').waitFor();
      await press(page, 'Далі');

      await heading(page, 'Хто ви і як вам відповісти?');
      await write(page, 'Прізвище', 'Шевченко');
      await write(page, 'Ім’я', 'Тарас');
      await write(page, 'Місце проживання', 'Одеса, вул. Пушкінська, 1');
      await write(page, 'Електронна пошта', 'taras@example.com');
      await page.keyboard.press('Enter');
      await heading(page, 'Перевірте й надішліть');
      await press(page, 'Надіслати звернення');
      assert.deepEqual(await filesOf((await readReceipt(page)).number), ['яма.jpg']);
    });

    if (javaScriptEnabled) {
      it('says politely what becomes of each file, and sends one again after the connection broke', async () => {
        const page = await atDetails();
        const said = page.getByRole('status');
        await page.route('**/appeals/new/files', (route) => route.abort());
        await attach(page, 'Фото', await aPhoto('яма.png'));
        await said.filter({ hasText: 'яма.png: Зв’язок перервався' }).waitFor();
        await page.unroute('**/appeals/new/files');
        await page.getByRole('button', { name: 'Надіслати ще раз: яма.png' }).click();
        await said.filter({ hasText: 'Додано: яма.png' }).waitFor();
        await attach(page, 'Фото', aHeic);
        await said.filter({ hasText: 'IMG_2.HEIC: Це фото у форматі HEIC' }).waitFor();
        await page.getByRole('button', { name: 'Прибрати: IMG_2.HEIC' }).click();
        assert.equal(await page.locator('.file').filter({ hasText: 'HEIC' }).count(), 0);
        await page.getByRole('button', { name: 'Прибрати файл яма.jpg' }).click();
        await said.filter({ hasText: 'Прибрано: яма.jpg' }).waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'photos');
        resident.complaints.length = 0; // the console tells of the broken connection
      });
      it('waits for files under way when the form is sent, and shows how far they are', async () => {
        const page = await atDetails();
        await page.getByLabel('Суть звернення').fill(TEXT);
        let release = () => {};
        const gate = new Promise<void>((resolve) => {
          release = resolve;
        });
        await page.route('**/appeals/new/files', async (route) => {
          await gate;
          await route.continue();
        });
        await attach(page, 'Фото', await aPhoto('яма.png'));
        await page.getByRole('progressbar', { name: 'яма.png' }).waitFor();
        await page.getByRole('button', { name: 'Далі', exact: true }).click();
        await page.getByText('Файли ще надсилаються').waitFor();
        assert.match(page.url(), /details/);
        release();
        await heading(page, 'Хто ви і як вам відповісти?');
        await page.goto(`${site.origin}/appeals/new/details`);
        await kept(page, 'яма.jpg').waitFor();
      });
      it('gives a file up that is on its way', async () => {
        const page = await atDetails();
        await page.route('**/appeals/new/files', () => undefined);
        await attach(page, 'Фото', await aPhoto('яма.png'));
        await page.getByRole('button', { name: 'Скасувати: яма.png' }).click();
        await page.getByRole('progressbar').waitFor({ state: 'detached' });
        await page.getByLabel('Суть звернення').fill(TEXT);
        await goOn(page);
      });
      it('tells a reader of the screen what each part of a step is', async () => {
        const page = await atDetails();
        await attach(page, 'Фото', await aPhoto('яма.png'));
        await kept(page, 'яма.jpg').waitFor();
        const tree = await page.locator('main').ariaSnapshot();
        for (const part of [
          'heading "Що сталося і що ви просите зробити?" [level=1]',
          'textbox "Суть звернення"',
          'button "Фото"',
          'list "Додані фото"',
          'button "Прибрати файл яма.jpg"',
          'status: "Додано: яма.png"',
          'button "Далі"',
        ])
          assert.ok(tree.includes(part), `${part} in\n${tree}`);
      });
    }
  });
