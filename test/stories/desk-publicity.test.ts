import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings, SCREENS } from '../support/browser.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { type FiledCase, fileOpenly, withPhoto } from '../support/desk-cases.ts';
import { digits } from '../support/resident.steps.ts';
import { answerIt, moveAlong } from '../support/site.ts';

const WORDS = 'На розі яма завглибшки з долоню.';
const REASON = 'Яму засипали піском, і після дощу вона знову така сама.';

describe('story: what everybody sees of the city', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const dialog = (page: Page) => page.getByRole('dialog');
  const looksRight = async (page: Page) => assert.deepEqual(await axeFindings(page), []);
  const published = async (): Promise<FiledCase> => {
    const filed = await fileOpenly(site);
    await moveAlong(filed.number, 'publish', { publication: { state: 'public', text: WORDS } });
    return filed;
  };
  const statusFor = async (page: Page, { number }: FiledCase) =>
    (await page.goto(`${site.origin}/appeals/${number}`))?.status();

  it('is emptied of a district by one switch, and filled again by it', async () => {
    const filed = await published();
    const stranger = await office.come();
    assert.equal(await statusFor(stranger, filed), 200);
    const page = await office.sit('controller');
    await page.getByRole('link', { name: 'Показ за районами' }).click();
    await page.getByRole('row', { name: /^Приморський район.*Показуємо/ }).waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: 'Приховати: Приморський район' }).click();
    const go = dialog(page).getByRole('button', { name: 'Приховати', exact: true });
    await go.click();
    await dialog(page).getByText('Заповніть це поле.').waitFor();
    await looksRight(page);
    await dialog(page).getByLabel('Причина').fill('Наслідки обстрілу');
    await go.click();
    await said(page, 'Приховано: Приморський район.');
    await page.getByRole('row', { name: /^Приморський район.*Приховано.*Наслідки обстрілу.*Наталія Гончар/ }).waitFor();
    assert.equal(await statusFor(stranger, filed), 403);

    await page.goto(`${site.origin}/desk/cases/${filed.id}`);
    await page.getByText('Але зараз цього не бачить ніхто: район або все місто приховано.').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Показувати знову: Приморський район' }).click();
    await dialog(page).getByLabel('Причина').fill('Небезпека минула');
    await dialog(page).getByRole('button', { name: 'Показувати знову' }).click();
    await said(page, 'Знову показуємо: Приморський район.');
    await page.getByText('Приморський район: знову показуємо. Небезпека минула').waitFor();
    assert.equal(await statusFor(stranger, filed), 200);
  });

  it('shows its switches to nobody who may not turn them', async () => {
    const page = await office.sit('operator');
    assert.equal(await page.getByRole('link', { name: 'Показ за районами' }).count(), 0);
    await page.goto(`${site.origin}/desk/publicity`);
    await page.getByRole('heading', { level: 2, name: 'Нові' }).waitFor();
  });

  it('is put right after what people report, with the case beside the report', async () => {
    const filed = await published();
    const stranger = await office.come();
    await stranger.goto(`${site.origin}/appeals/${filed.number}`);
    await stranger.getByRole('link', { name: 'Поскаржитися або прибрати мої дані' }).click();
    await stranger.getByLabel('Тут мої дані').check();
    await stranger.getByLabel('Розкажіть докладніше').fill('На фото видно мою машину з номером.');
    await stranger.getByRole('button', { name: 'Надіслати' }).click();
    await stranger.getByText('Дякуємо, ми отримали ваше повідомлення').waitFor();

    const page = await office.sit('operator');
    await page.getByRole('link', { name: /^Повідомлення 1/ }).click();
    await page.getByText('На фото видно мою машину з номером.').waitFor();
    await page.getByRole('link', { name: /^Відкрити звернення, про яке повідомили/ }).click();
    const heading = page.getByRole('heading', { level: 2, name: /^2600/ });
    assert.equal(digits(await heading.textContent()), filed.number);
    await page.getByText('На фото видно мою машину з номером.').waitFor();
    await looksRight(page);
    await page.keyboard.press('Escape');
    await page.waitForURL(/\/desk\/reports$/);
    assert.match(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
      /^Відкрити звернення/,
    );
    await page.getByRole('button', { name: /^Розглянуто: повідомлення від/ }).click();
    await said(page, 'Повідомлення розглянуто.');
    await page.getByText('Усе розглянуто.').waitFor();
  });

  /** A case whose applicant says that nothing is settled, open at the controller's desk. */
  async function disputed(): Promise<{ page: Page; filed: FiledCase }> {
    const filed = await fileOpenly(site);
    await answerIt(filed.number, { text: 'Яму залатано, дякуємо.', result: 'resolved' });
    const { number, accessCode } = filed;
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${site.origin}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const { token } = (await (await post('sessions', { number, accessCode })).json()) as { token: string };
    const said = await post(
      `appeals/${filed.id}/not-resolved`,
      { reason: REASON },
      { authorization: `Bearer ${token}` },
    );
    assert.equal(said.status, 200);
    await withPhoto(filed, 'feedback');
    const page = await office.sit('controller');
    await page.getByRole('link', { name: /^Не вирішено/ }).click();
    const links = page.getByRole('table').getByRole('link');
    await links.first().waitFor();
    for (const link of await links.all()) if (digits(await link.textContent()) === number) await link.click();
    await page.getByText(REASON).waitFor();
    return { page, filed };
  }
  const settle = (page: Page) => page.getByRole('button', { name: 'Не дає підстав поновити' });

  it('has a «not settled» on a list of its own, with reason and photo, which who controls can end', async () => {
    const { page } = await disputed();
    await page.getByRole('button', { name: 'Відкрити фото 1' }).waitFor();
    await looksRight(page);
    await settle(page).click();
    await said(page, 'Записано: підстав поновити розгляд немає.');
    await settle(page).waitFor({ state: 'detached' });
    await page.getByText('Ні, не вирішено · розглянуто').waitFor();
  });
  it('or reopen, by the form among the moves', async () => {
    const { page } = await disputed();
    await page.locator('.card-body').getByRole('button', { name: 'Поновити розгляд' }).click();
    await page.getByLabel('Обіцяного не зроблено').check();
    await page.locator('.moves').getByRole('button', { name: 'Поновити розгляд' }).click();
    await said(page, 'Розгляд поновлено.');
    await settle(page).waitFor({ state: 'detached' });
  });

  for (const [screen, viewport] of Object.entries({ ...SCREENS, wide: { width: 1920, height: 1080 } }))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`has nothing that axe would find, nor anything wider than the screen: ${screen}, ${colorScheme}`, async () => {
        const filed = await published();
        await withPhoto(filed);
        const page = await office.sit('controller', { viewport, colorScheme });
        const looks = async (what: string) => {
          assert.deepEqual(await axeFindings(page), [], what);
          const isTooLarge = await page.evaluate(() => {
            const { scrollWidth, scrollHeight } = document.documentElement;
            return scrollWidth > innerWidth || scrollHeight > innerHeight;
          });
          assert.equal(isTooLarge, false, `${what} makes the page itself scroll`);
        };
        await page.goto(`${site.origin}/desk/publicity`);
        await page.getByRole('table').waitFor();
        await looks('the switches');
        await page.getByRole('button', { name: 'Приховати: Усе місто' }).click();
        await looks('a switch');
        await page.goto(`${site.origin}/desk/reports`);
        await page.locator('.reports .empty, .report').first().waitFor();
        await looks('the reports');
        await page.goto(`${site.origin}/desk/cases/${filed.id}`);
        await page.getByRole('button', { name: 'Змінити, що бачать усі' }).click();
        await looks('the form of a publication');
        await page.getByRole('button', { name: 'Закрити зайве на фото 1' }).click();
        await dialog(page).getByRole('button', { name: 'Додати прямокутник' }).click();
        await looks('blacking out');
      });
});
