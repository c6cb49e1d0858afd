import assert from 'node:assert/strict';
import { movePetition, type Petition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { press, said, useOffice, useStaffedSite } from '../support/desk.ts';
import { deedsOf, openPetition, pushed, screenOf } from '../support/desk-petitions.ts';
import { keepPicture, looksRight } from '../support/looks-right.ts';
import { aPublished, aSubmitted, petitionNow } from '../support/petitions.ts';
import { CLERK } from '../support/site.ts';

const SUGGESTION = 'Уточніть, будь ласка, про яку саме вулицю йдеться у вимозі.';
const WHY = 'У тексті є домашня адреса іншої людини, її слід прибрати.';

describe('story: petitions at the desk', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const statusOf = async (petition: Petition): Promise<string> => (await petitionNow(petition)).status;

  for (const width of [1280, 1920])
    it(`are suggested to, published, rejected and merged by a moderator, by keyboard, at ${width} px`, async () => {
      const known = await aPublished({ title: 'Повернути трамвай на Преображенську' });
      const [one, two, three] = [await aSubmitted(), await aSubmitted(), await aSubmitted()];
      const page = await office.sit('operator', screenOf(width));
      await page.goto(`${site.origin}/desk/petitions`);
      await page.getByRole('table', { name: 'На перевірці' }).waitFor();
      await looksRight(page, `list-${width}`);
      await press(page, 'j', 'Enter');
      await page.getByRole('heading', { level: 2, name: /^Петиція № / }).waitFor();
      await deedsOf(page).waitFor();
      await looksRight(page, `open-${width}`);
      await press(page, 'Escape');
      await page.getByText('Оберіть петицію у списку').waitFor({ state: width === 1280 ? 'attached' : 'visible' });

      await openPetition(page, 'На перевірці', one);
      await pushed(page, 'Запропонувати зміни…', deedsOf(page));
      await pushed(page, 'Надіслати пропозицію', deedsOf(page));
      await deedsOf(page).locator('[aria-invalid]').waitFor();
      await looksRight(page, `suggestion-${width}`);
      await deedsOf(page).getByLabel('Що змінити').fill(SUGGESTION);
      await page.keyboard.press('Control+Enter');
      await said(page, 'Пропозицію надіслано авторові.');
      await page.getByText('Автор ще не змінював тексту.').waitFor();
      await pushed(page, 'Оприлюднити…', deedsOf(page));
      await deedsOf(page).getByText('Петицію побачать усі').waitFor();
      await pushed(page, 'Оприлюднити петицію', deedsOf(page));
      await said(page, 'Петицію оприлюднено.');
      assert.equal(await statusOf(one), 'collecting');
      await looksRight(page, `published-${width}`);

      await openPetition(page, 'На перевірці', two);
      await pushed(page, 'Відхилити…', deedsOf(page));
      await pushed(page, 'Відхилити петицію', deedsOf(page));
      await deedsOf(page).locator('.wrong').first().waitFor();
      await looksRight(page, `rejection-${width}`);
      await deedsOf(page).getByLabel('Чужі персональні дані в тексті').check();
      await deedsOf(page).getByLabel('Пояснення для автора').fill(WHY);
      await press(page, 'Escape');
      await openPetition(page, 'На перевірці', three);
      await openPetition(page, 'На перевірці', two);
      assert.equal(await deedsOf(page).getByLabel('Пояснення для автора').inputValue(), WHY, 'what was typed is kept');
      await pushed(page, 'Відхилити петицію', deedsOf(page));
      await said(page, 'Петицію відхилено.');
      assert.equal((await petitionNow(two)).rejection?.reason, 'personal-data');
      await page.getByText(WHY).waitFor();

      await openPetition(page, 'На перевірці', three);
      await pushed(page, `Об’єднати з нею: петиція № ${known.number}`);
      const number = deedsOf(page).getByLabel('Номер петиції, яка залишиться');
      assert.equal(await number.inputValue(), String(known.number));
      await number.fill('999999');
      await pushed(page, 'Об’єднати петиції', deedsOf(page));
      await deedsOf(page).getByText('Такої петиції немає.').waitFor();
      await looksRight(page, `merge-${width}`);
      await number.fill(`№ ${known.number}`);
      await pushed(page, 'Об’єднати петиції', deedsOf(page));
      await said(page, 'Петиції об’єднано.');
      assert.equal((await petitionNow(three)).mergedInto, known.number);
      await PetitionModel.deleteMany({});
    });

  for (const width of [1280, 1920])
    it(`are announced, answered and kept by who reviews them, at ${width} px`, async () => {
      const petition = await aPublished();
      await PetitionModel.updateOne({ _id: petition._id }, { $set: { status: 'threshold_reached' } });
      const page = await office.sit('head', screenOf(width));
      await openPetition(page, 'На розгляді', petition);
      await page.getByText('Повні дані бачать ті, хто перевіряє петиції.').waitFor();
      assert.equal(await page.getByRole('heading', { name: 'Перевірка підписів' }).count(), 0);
      const [order] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Завантажити проєкт розпорядження (PDF)' }).press('Enter'),
      ]);
      assert.equal(order.suggestedFilename(), `proiekt-rozporiadzhennia-petytsiia-${petition.number}.pdf`);
      await looksRight(page, `order-${width}`);
      await keepPicture(page, `order-${width}`);
      await pushed(page, 'Оголосити розгляд…', deedsOf(page));
      await pushed(page, 'Оголосити про розгляд', deedsOf(page));
      await said(page, 'Про розгляд оголошено.');
      await pushed(page, 'Дати відповідь…', deedsOf(page));
      await pushed(page, 'Додати обіцянку', deedsOf(page));
      await pushed(page, 'Оприлюднити відповідь', deedsOf(page));
      await deedsOf(page).locator('[aria-invalid]').first().waitFor();
      assert.equal(await deedsOf(page).locator('.field.wrong').count(), 4, 'decision, reasons, promise and its date');
      await looksRight(page, `answer-${width}`);
      await deedsOf(page).getByLabel('Підтримано частково').check();
      await deedsOf(page).getByLabel('Чому так вирішено').fill('Кошти на першу чергу передбачено бюджетом цього року.');
      await deedsOf(page).getByLabel('Що буде зроблено').fill('Відремонтувати колії на ділянці до вокзалу.');
      await deedsOf(page).getByLabel('Відповідальний підрозділ').fill('Департамент транспорту');
      await deedsOf(page).getByLabel('Обіцянка 1', { exact: true }).fill('Оголосити закупівлю робіт');
      await deedsOf(page).getByLabel('Строк обіцянки 1').fill('2026-09-01');
      await pushed(page, 'Оприлюднити відповідь', deedsOf(page));
      await said(page, 'Відповідь оприлюднено.');
      const { answer } = await petitionNow(petition);
      assert.deepEqual(
        [answer?.decision, answer?.unit, answer?.followUps.map(({ what, on }) => [what, on])],
        ['partially', 'Департамент транспорту', [['Оголосити закупівлю робіт', '2026-09-01']]],
      );
      await looksRight(page, `answered-${width}`);
      await pushed(page, 'Позначити обіцянку виконаною…', deedsOf(page));
      await deedsOf(page).getByLabel('Яку обіцянку виконано').selectOption({ index: 1 });
      await pushed(page, 'Позначити виконаною', deedsOf(page));
      await said(page, 'Обіцянку позначено виконаною.');
      await page.getByText('На цьому кроці дій для вас немає.').waitFor();
      await PetitionModel.deleteMany({});
    });

  it('tell who was late that somebody else was first, and show how it stands', async () => {
    const petition = await aSubmitted();
    const page = await office.sit('operator');
    await openPetition(page, 'На перевірці', petition);
    await pushed(page, 'Відхилити…', deedsOf(page));
    const { _id, version } = petition;
    await movePetition(CLERK, { petitionId: String(_id), verb: 'publish', expectedVersion: version });
    await deedsOf(page).getByLabel('Не відповідає вимогам статуту громади').check();
    await deedsOf(page).getByLabel('Пояснення для автора').fill(WHY);
    await pushed(page, 'Відхилити петицію', deedsOf(page));
    await deedsOf(page).getByRole('alert').getByText('Петиція тепер у стані «Збирає підписи»').waitFor();
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
    await deedsOf(page).waitFor();
    await looksRight(page, 'a petition on a phone');
    await page.locator('.card-head').getByRole('link', { name: 'До списку' }).click();
    await page.getByRole('rowheader', { name: String(petition.number), exact: true }).waitFor();
  });
  for (const width of [1280, 1920])
    it(`follow the charter, whose editions the keeper of reference data enters, at ${width} px`, async () => {
      const page = await office.sit('administrator', screenOf(width));
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
