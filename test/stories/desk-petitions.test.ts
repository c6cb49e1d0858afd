import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { movePetition, type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { lookupHash } from '#server/platform/secrets.ts';
import { press, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { looksRight } from '../support/looks-right.ts';
import { aPublished, aSigner, aSubmitted, petitionNow, sealAll } from '../support/petitions.ts';
import { CLERK } from '../support/site.ts';

const SUGGESTION = 'Уточніть, будь ласка, про яку саме вулицю йдеться у вимозі.';
const WHY = 'У тексті є домашня адреса іншої людини, її слід прибрати.';

describe('story: petitions at the desk', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const screen = (width: number) => ({ viewport: { width, height: width === 1280 ? 800 : 1080 } });
  const panel = (page: Page) => page.getByRole('region', { name: 'Дії з петицією' });
  const dialog = (page: Page) => page.getByRole('dialog');
  /** Presses a button by the keyboard. */
  const pushed = async (page: Page, name: string, within: Pick<Page, 'getByRole'> = page): Promise<void> => {
    await within.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  const openFrom = async (page: Page, queue: string, { number }: Petition): Promise<void> => {
    await page.getByRole('link', { name: 'Петиції', exact: true }).click();
    await page
      .getByRole('navigation', { name: 'Списки петицій' })
      .getByRole('link', { name: new RegExp(`^${queue}`) })
      .click();
    await page
      .getByRole('rowheader', { name: String(number), exact: true })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 2, name: `Петиція № ${number}` }).waitFor();
    await panel(page).waitFor();
  };
  const statusOf = async (petition: Petition): Promise<string> => (await petitionNow(petition)).status;
  /** So many sign by SMS from numbers that lie side by side. */
  const crowd = async (petition: Petition, count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1)
      await signPetition(petition, {
        ...aSigner(i, 'sms'),
        keys: [`crowd ${petition._id} ${i}`],
        range: lookupHash('range side by side'),
        cameFrom: `203.0.${i}.0/24`,
      });
    await sealAll();
  };

  for (const width of [1280, 1920])
    it(`are suggested to, published, rejected and merged by a moderator, by keyboard, at ${width} px`, async () => {
      const known = await aPublished({ title: 'Повернути трамвай на Преображенську' });
      const [one, two, three] = [await aSubmitted(), await aSubmitted(), await aSubmitted()];
      const page = await office.sit('operator', screen(width));
      await page.goto(`${site.origin}/desk/petitions`);
      await page.getByRole('table', { name: 'На перевірці' }).waitFor();
      await looksRight(page, `list-${width}`);
      await press(page, 'j', 'Enter');
      await page.getByRole('heading', { level: 2, name: /^Петиція № / }).waitFor();
      await panel(page).waitFor();
      await looksRight(page, `open-${width}`);
      await press(page, 'Escape');
      await page.getByText('Оберіть петицію у списку').waitFor({ state: width === 1280 ? 'attached' : 'visible' });

      await openFrom(page, 'На перевірці', one);
      await pushed(page, 'Запропонувати зміни…', panel(page));
      await pushed(page, 'Надіслати пропозицію', panel(page));
      await panel(page).locator('[aria-invalid]').waitFor();
      await looksRight(page, `suggestion-${width}`);
      await panel(page).getByLabel('Що змінити').fill(SUGGESTION);
      await page.keyboard.press('Control+Enter');
      await said(page, 'Пропозицію надіслано авторові.');
      await page.getByText('Автор ще не змінював тексту.').waitFor();
      await pushed(page, 'Оприлюднити…', panel(page));
      await panel(page).getByText('Петицію побачать усі').waitFor();
      await pushed(page, 'Оприлюднити петицію', panel(page));
      await said(page, 'Петицію оприлюднено.');
      assert.equal(await statusOf(one), 'collecting');
      await looksRight(page, `published-${width}`);

      await openFrom(page, 'На перевірці', two);
      await pushed(page, 'Відхилити…', panel(page));
      await pushed(page, 'Відхилити петицію', panel(page));
      await panel(page).locator('.wrong').first().waitFor();
      await looksRight(page, `rejection-${width}`);
      await panel(page).getByLabel('Чужі персональні дані в тексті').check();
      await panel(page).getByLabel('Пояснення для автора').fill(WHY);
      await press(page, 'Escape');
      await openFrom(page, 'На перевірці', three);
      await openFrom(page, 'На перевірці', two);
      assert.equal(await panel(page).getByLabel('Пояснення для автора').inputValue(), WHY, 'what was typed is kept');
      await pushed(page, 'Відхилити петицію', panel(page));
      await said(page, 'Петицію відхилено.');
      assert.equal((await petitionNow(two)).rejection?.reason, 'personal-data');
      await page.getByText(WHY).waitFor();

      await openFrom(page, 'На перевірці', three);
      await pushed(page, `Об’єднати з нею: петиція № ${known.number}`);
      const number = panel(page).getByLabel('Номер петиції, яка залишиться');
      assert.equal(await number.inputValue(), String(known.number));
      await number.fill('999999');
      await pushed(page, 'Об’єднати петиції', panel(page));
      await panel(page).getByText('Такої петиції немає.').waitFor();
      await looksRight(page, `merge-${width}`);
      await number.fill(`№ ${known.number}`);
      await pushed(page, 'Об’єднати петиції', panel(page));
      await said(page, 'Петиції об’єднано.');
      assert.equal((await petitionNow(three)).mergedInto, known.number);
      await PetitionModel.deleteMany({});
    });

  for (const width of [1280, 1920])
    it(`are announced, answered and kept by who reviews them, at ${width} px`, async () => {
      const petition = await aPublished();
      await PetitionModel.updateOne({ _id: petition._id }, { $set: { status: 'threshold_reached' } });
      const page = await office.sit('head', screen(width));
      await openFrom(page, 'На розгляді', petition);
      await page.getByText('Повні дані бачать ті, хто перевіряє петиції.').waitFor();
      assert.equal(await page.getByRole('heading', { name: 'Перевірка підписів' }).count(), 0);
      await pushed(page, 'Оголосити розгляд…', panel(page));
      await pushed(page, 'Оголосити про розгляд', panel(page));
      await said(page, 'Про розгляд оголошено.');
      await pushed(page, 'Дати відповідь…', panel(page));
      await pushed(page, 'Додати обіцянку', panel(page));
      await pushed(page, 'Оприлюднити відповідь', panel(page));
      await panel(page).locator('[aria-invalid]').first().waitFor();
      assert.equal(await panel(page).locator('.field.wrong').count(), 4, 'decision, reasons, promise and its date');
      await looksRight(page, `answer-${width}`);
      await panel(page).getByLabel('Підтримано частково').check();
      await panel(page).getByLabel('Чому так вирішено').fill('Кошти на першу чергу передбачено бюджетом цього року.');
      await panel(page).getByLabel('Що буде зроблено').fill('Відремонтувати колії на ділянці до вокзалу.');
      await panel(page).getByLabel('Відповідальний підрозділ').fill('Департамент транспорту');
      await panel(page).getByLabel('Обіцянка 1', { exact: true }).fill('Оголосити закупівлю робіт');
      await panel(page).getByLabel('Строк обіцянки 1').fill('2026-09-01');
      await pushed(page, 'Оприлюднити відповідь', panel(page));
      await said(page, 'Відповідь оприлюднено.');
      const { answer } = await petitionNow(petition);
      assert.deepEqual(
        [answer?.decision, answer?.unit, answer?.followUps.map(({ what, on }) => [what, on])],
        ['partially', 'Департамент транспорту', [['Оголосити закупівлю робіт', '2026-09-01']]],
      );
      await looksRight(page, `answered-${width}`);
      await pushed(page, 'Позначити обіцянку виконаною…', panel(page));
      await panel(page).getByLabel('Яку обіцянку виконано').selectOption({ index: 1 });
      await pushed(page, 'Позначити виконаною', panel(page));
      await said(page, 'Обіцянку позначено виконаною.');
      await page.getByText('На цьому кроці дій для вас немає.').waitFor();
      await PetitionModel.deleteMany({});
    });

  for (const width of [1280, 1920])
    it(`have their signatures checked: some let go, some struck after they were counted, at ${width} px`, async () => {
      const petition = await aPublished();
      for (let i = 0; i < 25; i += 1)
        await signPetition(petition, { ...aSigner(9_000 + i), cameFrom: '198.51.0.0/24' });
      await crowd(petition, 75);
      const page = await office.sit('operator', screen(width));
      await openFrom(page, 'Збирають підписи', petition);
      await page.getByRole('heading', { name: 'Перевірка підписів' }).scrollIntoViewIfNeeded();
      const held = page.getByRole('table', { name: 'Чекають рішення' });
      await held.waitFor();
      await page.getByText('Усього за 72 години: 100, з них чекають перевірки: 15.').waitFor();
      await page.getByText('Показати таблицю').click();
      await page.getByRole('table', { name: 'Підписи за останні 72 години' }).waitFor();
      await looksRight(page, `signatures-${width}`);
      await held.getByRole('button', { name: /^Зарахувати: / }).click();
      await said(page, 'Зараховано 15 підписів.');
      await page.getByText('Жоден підпис не чекає перевірки.').waitFor();
      await sealAll();
      assert.equal((await petitionNow(petition)).tally.sms, 75);

      await page
        .getByRole('table', { name: 'Звідки найбільше: номери поруч' })
        .getByRole('button', { name: /^Вилучити: / })
        .last()
        .click();
      await pushed(page, 'Порахувати підписи', dialog(page));
      await dialog(page).locator('[aria-invalid]').first().waitFor();
      await looksRight(page, `removal-${width}`);
      await page.keyboard.press('Escape');
      await page
        .getByRole('table', { name: 'Звідки найбільше: номери поруч' })
        .getByRole('button', { name: /^Вилучити: / })
        .first()
        .click();
      await dialog(page)
        .getByLabel('Чому ці підписи підроблені')
        .fill('Номери йдуть поспіль, підписи надходили щосекунди.');
      await dialog(page).getByLabel('До (за Києвом)').fill('2026-03-03T09:00');
      await pushed(page, 'Порахувати підписи', dialog(page));
      await dialog(page).getByText('Таких підписів немає').waitFor();
      await dialog(page).getByLabel('До (за Києвом)').fill('');
      await pushed(page, 'Порахувати підписи', dialog(page));
      await dialog(page).getByText('Буде вилучено 75 підписів.').waitFor();
      await looksRight(page, `removal-counted-${width}`);
      await pushed(page, 'Вилучити 75 підписів', dialog(page));
      await said(page, 'Вилучено 75 підписів.');
      await page.getByRole('heading', { name: 'Вилучені підписи' }).waitFor();
      await looksRight(page, `removed-${width}`);
      await sealAll();
      assert.deepEqual((await petitionNow(petition)).tally, { eid: 25, sms: 0, removed: 75 });
      await PetitionModel.deleteMany({});
    });

  it('tell who was late that somebody else was first, and show how it stands', async () => {
    const petition = await aSubmitted();
    const page = await office.sit('operator');
    await openFrom(page, 'На перевірці', petition);
    await pushed(page, 'Відхилити…', panel(page));
    const { _id, version } = petition;
    await movePetition(CLERK, { petitionId: String(_id), verb: 'publish', expectedVersion: version });
    await panel(page).getByLabel('Не відповідає вимогам статуту громади').check();
    await panel(page).getByLabel('Пояснення для автора').fill(WHY);
    await pushed(page, 'Відхилити петицію', panel(page));
    await panel(page).getByRole('alert').getByText('Петиція тепер у стані «Збирає підписи»').waitFor();
    await page.getByRole('heading', { name: 'Перевірка підписів' }).waitFor();
    await looksRight(page, 'late');
  });
  it('are no page of who neither checks nor reviews them, and fit a phone', async () => {
    const stranger = await office.sit('roads');
    assert.equal(await stranger.getByRole('link', { name: 'Петиції', exact: true }).count(), 0);
    await stranger.goto(`${site.origin}/desk/petitions`);
    await stranger.locator('#list-title').waitFor();
    const petition = await aSubmitted();
    const page = await office.sit('operator', { viewport: { width: 390, height: 844 } });
    await page.goto(`${site.origin}/desk/petitions`);
    await page.getByRole('rowheader', { name: String(petition.number), exact: true }).waitFor();
    await looksRight(page, 'a list on a phone');
    await page.goto(`${site.origin}/desk/petitions/${petition._id}`);
    await panel(page).waitFor();
    await looksRight(page, 'a petition on a phone');
    await page.locator('.card-head').getByRole('link', { name: 'До списку' }).click();
    await page.getByRole('rowheader', { name: String(petition.number), exact: true }).waitFor();
  });
  for (const width of [1280, 1920])
    it(`follow the charter, whose editions the keeper of reference data enters, at ${width} px`, async () => {
      const page = await office.sit('administrator', screen(width));
      await page.goto(`${site.origin}/desk/reference`);
      await pushed(page, 'Статут: петиції');
      const table = page.getByRole('table', { name: 'Редакції' });
      await table.waitFor();
      await pushed(page, 'Внести редакцію');
      await page.locator('[aria-invalid]').first().waitFor();
      await looksRight(page, `charter-faults-${width}`);
      await page.getByLabel('Почати з правил іншого міста').selectOption({ label: 'Біла Церква: 700' });
      assert.equal(await page.getByLabel('Скільки підписів потрібно').inputValue(), '700');
      assert.equal(await page.getByLabel('Строк збору', { exact: true }).inputValue(), '45');
      await page.getByLabel('Діє від').fill(width === 1280 ? '2026-05-01' : '2026-06-01');
      await page.getByLabel('Підстава', { exact: true }).fill('Статут громади');
      await pushed(page, 'Внести редакцію');
      await said(page, 'Редакцію внесено.');
      await table
        .getByRole('row', { name: /700 45 днів/ })
        .first()
        .waitFor();
      await looksRight(page, `charter-${width}`);
    });
});
