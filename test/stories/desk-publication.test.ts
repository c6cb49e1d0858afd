import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeFindings, SCREENS } from '../support/browser.ts';
import { passwordOf, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { type FiledCase, fileOpenly, withPhoto } from '../support/desk-cases.ts';
import { colourAt, phonePhoto } from '../support/pictures.ts';
import { answerIt, moveAlong } from '../support/site.ts';

const WORDS = 'На розі яма завглибшки з долоню.';
const TEXT = `${WORDS} Мій телефон 067 123 45 67, кв. 12.`;

describe('story: what everybody sees of a case', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const part = (page: Page) => page.locator('.publication');
  const alert = (page: Page) => page.getByRole('alert');
  const dialog = (page: Page) => page.getByRole('dialog');
  const boxes = (page: Page) => dialog(page).getByRole('button', { name: /^Прямокутник \d+:/ });
  const press = (page: Page, ...names: string[]) =>
    names.reduce<Promise<unknown>>(
      (before, name) => before.then(() => page.getByRole('button', { name, exact: true }).click()),
      Promise.resolve(),
    );
  const open = async (login: string, { id }: FiledCase, options?: BrowserContextOptions): Promise<Page> => {
    const page = await office.sit(login, options);
    await page.goto(`${site.origin}/desk/cases/${id}`);
    await page.getByRole('heading', { name: 'Що бачать усі' }).waitFor();
    return page;
  };
  const bytes = async (path: string | null): Promise<Buffer> =>
    Buffer.from(await (await fetch(`${site.origin}${path ?? ''}`)).arrayBuffer());
  /** Drags over the photo, the places in shares of its sides. */
  const drag = async (page: Page, ...[x1, y1, x2, y2]: [number, number, number, number]): Promise<void> => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await dialog(page).locator('.stage img').boundingBox()) ?? {};
    await page.mouse.move(x + width * x1, y + height * y1);
    await page.mouse.down();
    await page.mouse.move(x + width * ((x1 + x2) / 2), y + height * y2);
    await page.mouse.move(x + width * x2, y + height * y2);
    await page.mouse.up();
  };

  it('is blacked out, published, seen by a stranger, and hidden again', async () => {
    const filed = await fileOpenly(site, { text: TEXT });
    const photoId = await withPhoto(filed);
    const page = await open('operator', filed);
    await part(page).getByText('Звернення бачать лише заявник').waitFor();
    await part(page).getByText('Заявник дозволив показати текст і фото без імені.').waitFor();

    await press(page, 'Закрити зайве на фото 1');
    await drag(page, 0.02, 0.02, 0.48, 0.98);
    assert.match((await boxes(page).first().getAttribute('aria-label')) ?? '', /зліва 2 %, зверху 2 %, ширина 46 %/);
    assert.deepEqual(await axeFindings(page), []);
    await press(page, 'Зберегти копію для всіх');
    await said(page, 'Копію збережено.');
    assert.deepEqual(await axeFindings(page), []);
    await press(page, 'Закрити вікно');
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      'Закрити зайве на фото 1',
      'the window gives the focus back',
    );
    await page.getByText('Фото 1: копія для всіх готова').waitFor();

    await press(page, 'Підготувати оприлюднення');
    assert.equal(await part(page).getByLabel('Текст, фото й відповідь').isChecked(), true, 'as suggested');
    await part(page).getByText('Схоже на особисті дані').waitFor();
    await press(page, 'Замінити на […]: 067 123 45 67', 'Замінити на […]: кв. 12');
    assert.equal(await page.getByLabel('Текст для всіх').inputValue(), `${WORDS} Мій телефон […], […].`);
    await page.getByLabel('Текст для всіх').fill(WORDS);
    await part(page).getByText('Схожого на особисті дані не знайшли.').waitFor();
    assert.equal(await part(page).getByRole('checkbox', { name: 'Фото 1' }).isChecked(), true);
    assert.deepEqual(await axeFindings(page), []);
    await press(page, 'Оприлюднити');
    await said(page, 'Те, що бачать усі, збережено.');
    await part(page).getByText('Зараз це бачать усі.').waitFor();
    await page.getByText('Фото 1: бачать усі').waitFor();
    const preview = await part(page).getByRole('link').getAttribute('href');
    assert.equal(preview, `/appeals/${filed.number}?as=everyone`);

    const stranger = await office.come();
    await stranger.goto(`${site.origin}/appeals/${filed.number}`);
    await stranger.getByText(WORDS).waitFor();
    const shown = await stranger.locator('main').innerHTML();
    for (const secret of ['067 123', 'Коваль', 'кв. 12']) assert.ok(!shown.includes(secret), secret);
    const src = await stranger.locator('.photos img').getAttribute('src');
    for (const path of [src, `/files/${photoId}`]) {
      const photo = await bytes(path);
      assert.deepEqual([await colourAt(photo, 0.25, 0.5), await colourAt(photo, 0.75, 0.5)], ['black', 'blue']);
    }

    await press(page, 'Приховати');
    await page.getByLabel('У тексті чи на фото є особисті дані').check();
    await press(page, 'Приховати від усіх');
    await said(page, 'Звернення приховано від усіх, крім тих, хто його розглядає.');
    await part(page).getByText('Не оприлюднено.').waitFor();
    assert.equal((await stranger.reload())?.status(), 403);
    assert.equal(await stranger.getByText(WORDS).count(), 0);
    for (const path of [`/files/${photoId}`, src ?? '', `/api/v1/appeals/${filed.id}`])
      assert.equal((await fetch(site.origin + path)).status, 404, path);
  });

  it('is blacked out by keys alone, and what was not saved waits', async () => {
    const filed = await fileOpenly(site);
    await withPhoto(filed);
    const page = await open('operator', filed);
    await page.getByRole('button', { name: 'Закрити зайве на фото 1' }).focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Додати прямокутник' }).focus();
    await page.keyboard.press('Enter');
    const box = boxes(page).first();
    const is = (words: string) => box.and(page.getByLabel(words)).waitFor();
    await is('Прямокутник 1: зліва 40 %, зверху 40 %, ширина 20 %, висота 20 %');
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await is('Прямокутник 1: зліва 38 %, зверху 39 %, ширина 21 %, висота 21 %');
    await page.keyboard.press('Delete');
    await dialog(page).getByText('Поки що нічого не закрито.').waitFor();
    await dialog(page).getByRole('button', { name: 'Скасувати останню дію' }).click();
    await is('Прямокутник 1: зліва 38 %, зверху 39 %, ширина 21 %, висота 21 %');
    await dialog(page).getByLabel('Прямокутник 1. Зліва, %').fill('5');
    await page.keyboard.press('Tab');
    await is('Прямокутник 1: зліва 5 %, зверху 39 %, ширина 21 %, висота 21 %');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await is('Прямокутник 1: зліва 5 %, зверху 39 %, ширина 21 %, висота 21 %');
  });

  it('is blacked out by a finger on a phone, while the page stays where it is', async () => {
    const filed = await fileOpenly(site);
    await withPhoto(filed);
    const page = await open('operator', filed, { viewport: SCREENS.phone, hasTouch: true, isMobile: true });
    await page.getByRole('button', { name: 'Закрити зайве на фото 1' }).tap();
    const stage = dialog(page).locator('.stage img');
    const { x = 0, y = 0, width = 0, height = 0 } = (await stage.boundingBox()) ?? {};
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: [number, number]) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at ? [{ x: x + width * at[0], y: y + height * at[1] }] : [],
      });
    await touch('touchStart', [0.25, 0.25]);
    for (const share of [0.4, 0.6, 0.75]) await touch('touchMove', [share, share]);
    await touch('touchEnd');
    await boxes(page)
      .and(page.getByLabel('Прямокутник 1: зліва 25 %, зверху 25 %, ширина 50 %, висота 50 %'))
      .waitFor();
    assert.equal((await stage.boundingBox())?.y, y);
  });

  it('keeps what is typed when somebody else changes the case, and the second press goes through', async () => {
    const filed = await fileOpenly(site);
    const page = await open('operator', filed);
    await press(page, 'Підготувати оприлюднення');
    await page.getByLabel('Текст для всіх').fill(WORDS);
    await page.route('**/api/v1/register/**', (route) => route.abort('internetdisconnected'));
    await press(page, 'Оприлюднити');
    await alert(page).getByText('Введене збережено').waitFor();
    await moveAlong(filed.number, 'register', { questionGroup: 3 });
    await page.unroute('**/api/v1/register/**');
    await press(page, 'Оприлюднити');
    await alert(page).getByText('Справу щойно змінили. Ось її нинішній вигляд').waitFor();
    assert.equal(await page.getByLabel('Текст для всіх').inputValue(), WORDS);
    await press(page, 'Оприлюднити');
    await said(page, 'Те, що бачать усі, збережено.');
  });

  it('is no more than the applicant allowed, and says why', async () => {
    const filed = await fileOpenly(site, { consents: { sms: false, publication: false } });
    const page = await open('operator', filed);
    await part(page).getByText('Заявник не дозволяв показувати текст і фото.').waitFor();
    await press(page, 'Підготувати оприлюднення');
    assert.equal(await part(page).getByLabel('Текст, фото й відповідь').count(), 0);
    assert.equal(await part(page).getByLabel('Лише тему, стан, дати й приблизне місце').isChecked(), true);
    await press(page, 'Оприлюднити');
    await said(page, 'Те, що бачать усі, збережено.');
    await part(page).getByText('Оприлюднено без тексту й фото.').waitFor();
  });

  it('has the answer and photos after the work, which the executor sends from the card', async () => {
    const filed = await fileOpenly(site);
    await answerIt(filed.number, { text: 'Яму залатано, дякуємо.', result: 'resolved' });
    const executor = await open('roads', filed);
    assert.equal(await executor.getByRole('button', { name: 'Підготувати оприлюднення' }).count(), 0);
    const field = executor.getByLabel('Додати фото або документ');
    const photo = { mimeType: 'image/jpeg', buffer: await phonePhoto() };
    await field.setInputFiles([
      { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
      { ...photo, name: 'після.jpg' },
      { ...photo, name: 'зайве.jpg' },
    ]);
    await alert(executor).getByText('drawing.svg:').waitFor();
    await said(executor, 'Додано: зайве.jpg');
    await press(executor, 'Сховати: drawing.svg', 'Прибрати файл зайве.jpg', 'Прибрати назавжди');
    await said(executor, 'Файл прибрано.');
    await executor.getByRole('button', { name: 'Прибрати файл зайве.jpg' }).waitFor({ state: 'detached' });
    assert.deepEqual(await axeFindings(executor), []);

    const page = await open('operator', filed);
    await press(page, 'Закрити зайве на фото 1', 'Зберегти копію для всіх');
    await said(page, 'Копію збережено.');
    await press(page, 'Закрити вікно', 'Підготувати оприлюднення');
    assert.equal(await page.getByLabel('Відповідь для всіх').inputValue(), 'Яму залатано, дякуємо.');
    await press(page, 'Оприлюднити');
    await said(page, 'Те, що бачать усі, збережено.');
    const stranger = await office.come();
    await stranger.goto(`${site.origin}/appeals/${filed.number}`);
    await stranger.getByText('Яму залатано, дякуємо.').waitFor();
    await stranger.getByRole('heading', { name: 'Фото після робіт' }).waitFor();
  });

  it('goes on where it was when the session ends in the middle of sending a photo', async () => {
    const filed = await fileOpenly(site);
    const page = await open('operator', filed);
    await page.context().clearCookies();
    const photo = { name: 'після.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() };
    await page.getByLabel('Додати фото або документ').setInputFiles([photo]);
    await dialog(page).getByLabel('Логін').fill('operator');
    await dialog(page).getByLabel('Пароль').fill(passwordOf(site, 'operator'));
    await dialog(page).getByRole('button', { name: 'Увійти' }).click();
    await said(page, 'Додано: після.jpg');
  });
});
