import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { SCREENS } from '../support/browser.ts';
import { useOffice, useStaffedSite } from '../support/desk.ts';
import { deedsOf, openPetition, pushed, screenOf } from '../support/desk-petitions.ts';
import { aForwarded } from '../support/forwarded-petitions.ts';
import { keepPicture, looksRight } from '../support/looks-right.ts';
import { mainOf } from '../support/resident.steps.ts';

const OPEN = 'Внести петицію від об’єднання';
const SAVE = 'Внести й оприлюднити петицію';
const TITLE = 'Створити парк на схилах біля моря';
const FILLED: Readonly<Record<string, string>> = {
  Назва: TITLE,
  Суть: 'Схили забудовують, а до моря немає жодного зеленого проходу для людей із дітьми.',
  Вимога: 'Заборонити забудову схилів і створити на них міський парк із доріжками до моря.',
  Прізвище: 'Коваль',
  'Ім’я': 'Петро',
  'Пошта автора': 'petro@example.com',
  'Назва об’єднання': 'Зелений берег',
  'Пошта об’єднання': 'office@bereh.example',
  'Сторінка з підписами на сайті об’єднання': 'bereh.example/petitions/7',
  'Коли почали збирати підписи': '2026-01-20',
  'Останній день збору': '2026-04-20',
  'Коли об’єднання надіслало петицію раді': '2026-03-02',
  'Коли рада її отримала': '2026-03-03',
  'Скільки підписів': '999',
};
const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
};
const wrongFields = (page: Page): Promise<string[]> =>
  page.locator('form.forwarded [aria-invalid]').evaluateAll((fields) => fields.map((field) => field.id));

describe('story: a petition that a civic association sent to the council', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  afterEach(() => PetitionModel.deleteMany({}));

  for (const [name, screen] of [
    ['1920', screenOf(1920)],
    ['1280', screenOf(1280)],
    ['390', { viewport: SCREENS.phone }],
  ] as const)
    it(`is entered at the desk, refused field by field until it is right, ${name} px wide`, async () => {
      const look = async (what: string): Promise<void> => {
        await looksRight(page, `${what}-${name}`);
        await keepPicture(page, `forwarded-desk-${name}-${what}`);
      };
      const page = await office.sit('operator', screen);
      await page.goto(`${site.origin}/desk/petitions`);
      await page.getByRole('link', { name: OPEN }).click();
      await page.getByRole('heading', { level: 2, name: 'Петиція від громадського об’єднання' }).waitFor();
      await look('empty');
      await pushed(page, SAVE);
      await page.locator('form.forwarded [aria-invalid]').first().waitFor();
      assert.equal((await wrongFields(page)).length, 14, 'all but the patronymic');
      await look('wrong');
      await fill(page, FILLED);
      await pushed(page, SAVE);
      await page.getByText('Це менше за поріг, який діяв у день початку збору: 1000.').waitFor();
      assert.deepEqual(await wrongFields(page), ['signatures']);
      await page.reload();
      await page.getByRole('heading', { level: 2, name: 'Петиція від громадського об’єднання' }).waitFor();
      await fill(page, { ...FILLED, 'Скільки підписів': '1 204' });
      await look('filled');
      await pushed(page, SAVE);
      await page.getByRole('heading', { level: 2, name: /^Петиція № / }).waitFor();
      await page.getByRole('heading', { level: 3, name: 'Хто зібрав підписи' }).waitFor();
      await page.getByText('за даними об’єднання').waitFor();
      assert.equal(await page.getByRole('heading', { name: 'Перевірка підписів' }).count(), 0);
      await look('card');
      const { status, collectedBy } = await PetitionModel.findOne({ title: TITLE }).orFail().lean();
      assert.deepEqual([status, collectedBy?.signatures], ['threshold_reached', 1_204]);
      assert.equal(collectedBy?.url, 'https://bereh.example/petitions/7');
    });
  it('keeps what was typed while one looks elsewhere, and is closed by its button', async () => {
    const petition = await aForwarded();
    const page = await office.sit('operator');
    await page.goto(`${site.origin}/desk/petitions?look=enter`);
    await fill(page, { Назва: TITLE });
    await openPetition(page, 'На розгляді', petition);
    await page.getByRole('link', { name: OPEN }).click();
    assert.equal(await page.getByLabel('Назва', { exact: true }).inputValue(), TITLE);
    await page.getByRole('button', { name: 'Закрити форму' }).click();
    await page.getByText('Оберіть петицію у списку').waitFor({ state: 'attached' });
    assert.equal(await page.locator('form.forwarded').count(), 0);
  });
  for (const screen of ['phone', 'desk'] as const)
    it(`is corrected where it was mistyped, wrong fields named and nothing lost, ${screen}`, async () => {
      const petition = await aForwarded();
      const page = await office.sit('operator', screen === 'phone' ? { viewport: SCREENS.phone } : {});
      await page.goto(`${site.origin}/desk/petitions/${petition._id}`);
      await deedsOf(page).waitFor();
      await pushed(page, 'Виправити внесене…', deedsOf(page));
      const form = deedsOf(page).locator('form');
      const field = (label: string) => form.getByLabel(label, { exact: true });
      assert.equal(await field('Назва').inputValue(), TITLE);
      assert.equal(await field('Пошта автора').inputValue(), 'petro@example.com');
      await looksRight(page, `correction-${screen}`);
      await keepPicture(page, `forwarded-correction-${screen}`);
      await field('Скільки підписів').fill('12');
      await field('Назва об’єднання').fill('Зелений мис');
      await pushed(page, 'Зберегти виправлене', deedsOf(page));
      await form.getByText('Це менше за поріг').waitFor();
      assert.equal(await field('Назва об’єднання').inputValue(), 'Зелений мис');
      await field('Скільки підписів').fill('1 300');
      await pushed(page, 'Зберегти виправлене', deedsOf(page));
      await page.getByRole('status').getByText('Внесене виправлено.').waitFor();
      await page.getByText('Зелений мис').first().waitFor();
      const { collectedBy } = await PetitionModel.findById(petition._id).orFail().lean();
      assert.deepEqual([collectedBy?.name, collectedBy?.signatures], ['Зелений мис', 1_300]);
    });
  it('is announced by who reviews petitions, who cannot enter one', async () => {
    const petition = await aForwarded();
    const page = await office.sit('head');
    await page.goto(`${site.origin}/desk/petitions?look=enter`);
    assert.equal(await page.getByRole('link', { name: OPEN }).count(), 0);
    assert.equal(await page.locator('form.forwarded').count(), 0);
    await openPetition(page, 'На розгляді', petition);
    await pushed(page, 'Оголосити розгляд…', deedsOf(page));
    await pushed(page, 'Оголосити про розгляд', deedsOf(page));
    await page.getByRole('status').getByText('Про розгляд оголошено.').waitFor();
  });
  for (const javaScriptEnabled of [true, false])
    for (const [screen, viewport] of Object.entries(SCREENS))
      it(`is read by a resident, scripts ${javaScriptEnabled ? 'on' : 'off'}, ${screen}`, async () => {
        const look = async (what: string): Promise<void> => {
          if (javaScriptEnabled) await looksRight(page, what);
          await keepPicture(page, `forwarded-${screen}-${javaScriptEnabled ? 'on' : 'off'}-${what}`);
        };
        const { number } = await aForwarded();
        const page = await office.come({ javaScriptEnabled, viewport });
        await page.goto(`${site.origin}/petitions?group=reached`);
        await page.getByText('Підписи зібрано на сайті громадського об’єднання').waitFor();
        await look('list');
        await page.getByRole('link', { name: TITLE }).click();
        await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
        const link = page.locator('.petition-side').getByRole('link', { name: '«Зелений берег»' });
        assert.equal(await link.getAttribute('href'), 'https://bereh.example/petitions/7');
        assert.equal(await link.getAttribute('rel'), 'noopener nofollow');
        assert.match(await mainOf(page), /Початок розгляду оголосять до 5.березня.2026 — ще.2.дні/);
        for (const name of ['Підписати петицію', 'Хто підписав', 'Список підписів'])
          assert.equal(await page.getByRole('link', { name }).count(), 0, name);
        await look('page');
        await page.goto(`${site.origin}/petitions/${number}/sign`);
        await page.getByText('підписували на сайті громадського об’єднання').waitFor();
        await look('sign');
      });
});
