import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import type { Page } from 'playwright-core';
import { BudgetModel, PriceModel } from '#server/notifications/budget/budget.model.ts';
import { spentOf } from '#server/notifications/budget/spent.queries.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { now } from '#server/platform/clock.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import type { MoneyLine } from '#shared/domain/sms-money.ts';
import { hryvniaSum } from '#shared/texts/money.ts';
import { axeFindings } from '../support/browser.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { type FiledCase, fileOpenly } from '../support/desk-cases.ts';
import { press } from '../support/keyboard.ts';
import { looksRight } from '../support/looks-right.ts';

const ago = (minutes: number): Date => new Date(now().getTime() - minutes * 60_000);
/** A row of the ledger as it stands in the end, sent so many minutes ago. */
function aRow(
  over: Partial<Delivery>,
  { cause = 'receipt', minutes = 30, kopiykas = 60, line = 'appeals' as MoneyLine } = {},
) {
  const at = ago(minutes);
  const state = over.state ?? 'delivered';
  const on = at.toISOString().slice(0, 10);
  return {
    _id: new Types.ObjectId(),
    eventId: new Types.ObjectId(),
    subject: { kind: 'case', id: String(new Types.ObjectId()) },
    recipient: { kind: 'person', id: String(new Types.ObjectId()) },
    template: 'appeal.answered',
    channel: 'sms',
    round: 1,
    values: { number: '2600123452', due: null, result: 'resolved', link: null },
    changes: [
      { state: 'planned', at, cause: 'event' },
      { state, at, cause },
    ],
    notBefore: at,
    dueAt: null,
    claimedAt: at,
    attempts: 1,
    asked: 0,
    providerId: null,
    parts: 1,
    cost: { line, on, isCode: false, kopiykas },
    isFateNew: false,
    ...over,
    state,
  };
}
/** Somebody who wants texts and proved the number, and the text that was lost on the way to them. */
async function lostTextOf({ id, number }: FiledCase) {
  const part = await ParticipantModel.findOne({ caseId: id }).lean();
  await PersonModel.updateOne({ _id: part?.personId ?? null }, { $set: { phoneVerifiedAt: now() } });
  return aRow(
    {
      subject: { kind: 'case', id },
      recipient: { kind: 'person', id: String(part?.personId) },
      values: { number, due: null, result: 'resolved', link: null },
      state: 'undelivered',
      parts: 2,
    },
    { cause: 'receipt-30003', kopiykas: 120 },
  );
}

describe('story: the messages of the city', function stories() {
  this.timeout(180_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  let filed: FiledCase;
  before(async () => {
    filed = await fileOpenly(site, { consents: { sms: true, publication: true } });
    const many = (n: number, make: () => object): object[] => Array.from({ length: n }, make);
    await BudgetModel.updateOne({ _id: '2024-deputies' }, { $set: { kopiykas: 40_000 } });
    await DeliveryModel.collection.insertMany([
      await lostTextOf(filed),
      ...many(180, () => aRow({}, { minutes: 3_000 })),
      ...many(25, () => aRow({ state: 'accepted' }, { cause: 'provider' })),
      ...many(6, () => aRow({ state: 'failed', cost: null, parts: null }, { cause: 'twilio-21614' })),
      ...many(22, () => aRow({ state: 'undelivered' }, { cause: 'receipt-30005' })),
      ...many(3, () => aRow({ state: 'unknown' }, { cause: 'not-listed' })),
      ...many(9, () => aRow({ state: 'suppressed', cost: null, claimedAt: null }, { cause: 'not-wanted' })),
      ...many(12, () => aRow({ channel: 'email', state: 'sent', cost: null, parts: null }, { cause: 'provider' })),
      aRow({ channel: 'email', state: 'failed', cost: null, parts: null }, { cause: 'smtp-550' }),
      aRow({ state: 'unknown', template: 'otp', recipient: { kind: 'phone-code', id: 'x' } }, { cause: 'words-gone' }),
      aRow({ state: 'failed' }, { cause: 'odd-7' }),
      aRow({}, { minutes: 3_000, line: 'deputies', kopiykas: 27_000 }),
      aRow({}, { minutes: 3_000, line: 'information', kopiykas: 4_000_000 }),
      aRow({ state: 'planned', claimedAt: null, cost: null, dueAt: ago(-600), notBefore: ago(-600) }),
      aRow({ state: 'queued', claimedAt: null, cost: null, dueAt: ago(-2), notBefore: ago(4) }),
    ] as never[]);
  });
  const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
  const open = async (page: Page) => {
    await page.getByRole('link', { name: 'Повідомлення', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Повідомлення' }).waitFor();
    await page.getByRole('table', { name: /^SMS \d/ }).waitFor();
    await part(page, 'Що не дійшло').getByRole('table').waitFor();
  };

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
    [390, 844],
  ] as const)
    it(`are shown with their money, their fates and their faults, at ${width} px`, async () => {
      const page = await office.sit('administrator', { viewport: { width, height } });
      await open(page);
      const { others } = await spentOf('appeals', '2026-03-03');
      const card = page.getByRole('listitem', { name: 'Звернення', exact: true });
      await card.getByText(hryvniaSum('uk', others), { exact: true }).waitFor();
      await card.getByText('Грошей вистачить до кінця року.').waitFor();
      const deputies = page.getByRole('listitem', { name: 'Депутати' });
      await deputies.getByText('Витрачено понад 80 %').waitFor();
      await deputies.getByText(/^За нинішнього темпу гроші закінчаться/).waitFor();
      await page.getByText('Гроші закінчилися: SMS, крім кодів, не надсилаються.').waitFor();
      await part(page, 'Черга')
        .getByText(/^1, найдавніше чекає з/)
        .waitFor();
      const health = part(page, 'Останні 7 днів');
      await health.getByRole('row', { name: /^не доставлено\s+23\s+9,2\s%$/ }).waitFor();
      await health.getByRole('row', { name: /^не надсилали\s+9\s+3,6\s%$/ }).waitFor();
      await health.getByRole('row', { name: /людина не просила SMS або вимкнула їх\s*9$/ }).waitFor();
      await health.getByRole('row', { name: /odd-7/ }).waitFor();
      await looksRight(page, 'the page');
    });

  it('get another amount and another price, every wrong field named, by keyboard alone', async () => {
    const page = await office.sit('administrator');
    await open(page);
    const dialog = page.getByRole('dialog');
    await press(page, 'Внести суму: ЗПІ');
    await dialog.getByLabel('Рік', { exact: true }).fill('2126');
    await dialog.getByLabel('Сума на рік, гривень').fill('багато');
    await press(page, 'Зберегти суму');
    await dialog.getByText('Вкажіть суму в гривнях від 0 до 100 000 000').waitFor();
    assert.equal(await dialog.locator('[aria-invalid]').count(), 3);
    await looksRight(page, 'an amount with faults');
    await dialog.getByLabel('Рік', { exact: true }).fill('2026');
    await dialog.getByLabel('Сума на рік, гривень').fill('96 000,5');
    await dialog.getByLabel('Рішення або програма').fill('Рішення № 12 від 01.03.2026');
    await dialog.getByLabel('Рішення або програма').press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Суму внесено: ЗПІ, петиції, участь, 2026 рік/)
      .waitFor();
    assert.deepEqual((await BudgetModel.findById('2026-information').lean())?.kopiykas, 9_600_050);
    await page
      .getByRole('listitem', { name: 'ЗПІ, петиції, участь' })
      .getByText(/Коштів досить|Не вистачить до кінця року/)
      .waitFor();

    await press(page, 'Внести нову ціну');
    await dialog.getByLabel('Діє з').fill('2026-03-02');
    await dialog.getByLabel('Ціна частини, гривень').fill('0.75');
    await dialog.getByLabel('Договір').fill('Договір № 7');
    await dialog.getByLabel('Договір').press('Enter');
    await dialog.getByText('Цей день уже минув').waitFor();
    await looksRight(page, 'a price with faults');
    for (const price of ['0.75', '0,80']) {
      // The second one replaces the first: the page knows its edition.
      if (price !== '0.75') await press(page, 'Внести нову ціну');
      await dialog.getByLabel('Діє з').fill('2026-03-04');
      await dialog.getByLabel('Ціна частини, гривень').fill(price);
      await dialog.getByLabel('Договір').fill('Договір № 7');
      await dialog.getByLabel('Договір').press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await part(page, 'Ціна однієї частини SMS')
        .getByRole('row', { name: new RegExp(`4\\s+березня\\s+2026.*${price.replace('.', ',')}`) })
        .waitFor();
    }
    const set = await PriceModel.findById('2026-03-04').lean();
    assert.deepEqual([set?.kopiykas, set?.version], [80, 2]);
  });

  it('are sent again with a reason by whoever sees to it that people are told, and the case says so', async () => {
    const page = await office.sit('operator');
    await open(page);
    const wrong = part(page, 'Що не дійшло');
    await wrong.getByText('Код не повторюють').waitFor();
    await page.getByRole('radio', { name: /^Не доставлено 23/ }).focus();
    await page.keyboard.press('Space');
    await wrong.getByRole('table', { name: 'Не доставлено' }).waitFor();
    await press(page, 'Показати ще');
    const row = wrong.getByRole('row', { name: new RegExp(filed.number.replace(/^(....)(...)(...)$/, '$1.$2.$3')) });
    await row.waitFor();
    await row.getByText('телефон вимкнено або поза мережею').waitFor();
    await row.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('SMS коштуватиме щонайменше').waitFor();
    await press(page, 'Надіслати ще раз');
    await dialog.getByText('Оберіть причину.').waitFor();
    await looksRight(page, 'the reason');
    await dialog.getByLabel('Людина каже, що не отримала').check();
    await press(page, 'Надіслати ще раз');
    await said(page, 'Повідомлення поставлено в чергу, спроба 2.');
    await row.getByText('Уже надіслано ще раз.').waitFor();
    assert.ok(await row.locator('td:focus').count(), 'the focus stays in its row');
    const again = await DeliveryModel.findOne({ 'subject.id': filed.id, round: 2 }).lean();
    assert.equal(again?.state, 'planned');
    await looksRight(page, 'the list');

    const desk = await office.sit('operator');
    await desk.goto(`${site.origin}/desk/cases/${filed.id}`);
    const told = desk.locator('section', { has: desk.getByRole('heading', { name: 'Кого повідомлено' }) }).last();
    await told.getByText(/не доставлено\s+\d\d:\d\d, 2 частини, 1,20\sгрн/).waitFor();
    await told.getByText(/SMS: відповідь готова, заплановано/).waitFor();
    await desk.getByText(/^Повідомлення надіслано повторно: людина каже, що не отримала/).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
  });

  it('are looked after by nobody who may not', async () => {
    const page = await office.sit('executor');
    assert.equal(await page.getByRole('link', { name: 'Повідомлення', exact: true }).count(), 0);
    await page.goto(`${site.origin}/desk/messages`);
    await page.getByRole('table').or(page.locator('.empty')).first().waitFor();
    assert.equal(await page.getByRole('heading', { level: 2, name: 'Повідомлення' }).count(), 0);
  });
});
