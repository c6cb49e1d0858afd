import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { file } from '../support/resident.steps.ts';
import { acceptAndDraft, openCase, registerAndAssign, sign, signIn, signOut } from '../support/staff.steps.ts';
import { useTown } from '../support/town.ts';
import { until } from '../support/until.ts';

const ROADS = 'Департамент транспорту та дорожнього господарства';
const PHONE = '+380671234509';

describe('story: the head signs an answer, and its text can be proved', function stories() {
  this.timeout(180_000);
  let browser: Browser;
  let staff: Visitor;
  let resident: Visitor;
  before(async () => {
    browser = await startBrowser();
    staff = await visitor(browser, { viewport: { width: 1440, height: 900 } });
    resident = await visitor(browser);
  });
  afterEach(() => assert.deepEqual([...resident.complaints, ...staff.complaints], []));
  after(() => browser.close());
  const town = useTown(); // after the browser's own hooks, so that no page is left when the town closes

  let number: string;
  let link: string;
  const texts = async (): Promise<string[]> => (await town.texts(PHONE)).map(({ body }) => body);
  const answered = () => DeliveryModel.findOne({ template: 'appeal.answered', channel: 'sms' }).lean();
  async function toSignature(page: Page): Promise<void> {
    await signIn(page, town, 'operator');
    await openCase(page, 'Нові', number);
    await registerAndAssign(page, ROADS);
    await signOut(page);
    await signIn(page, town, 'roads');
    await openCase(page, 'У виконавців', number);
    await acceptAndDraft(page, 'Яму залатано, покриття відновлено, роботи перевірено.');
    await signOut(page);
    await signIn(page, town, 'head');
    await openCase(page, 'На підпис', number);
  }

  it('is in the ledger, on the phone, receipted and priced', async () => {
    const { page } = resident;
    ({ number } = await file(page, town.origin, '067 123 45 09'));
    await page.getByRole('button', { name: 'Надіслати код' }).click();
    const [code = ''] = await until(async () => (await texts()).length > 0 && texts());
    await page.getByLabel('Код із SMS').fill(/^\d{6}/.exec(code)?.[0] ?? '');
    await page.getByRole('button', { name: 'Підтвердити номер' }).click();
    await page.getByText('підтверджено').waitFor();
    await toSignature(staff.page);
    await sign(staff.page);
    await signOut(staff.page);
    const [, answer = ''] = await until(async () => (await texts()).length > 1 && texts());
    assert.match(answer, new RegExp(`^Звернення ${number}: вирішено\\. Відповідь: `));
    link = /\/c\/\w{7}/.exec(answer)?.[0] ?? assert.fail(answer);
    const row = await until(async () => {
      const found = await answered();
      return found?.state === 'delivered' && found;
    });
    assert.deepEqual(row.cost, { line: 'appeals', on: '2026-03-03', isCode: false, kopiykas: 60 });
    assert.deepEqual([row.parts, row.changes.at(-1)?.cause], [1, 'receipt']);
  });

  it('stands on the case, in the budget and in the public figures', async () => {
    const { page } = staff;
    await signIn(page, town, 'operator');
    await openCase(page, 'З відповіддю', number);
    const line = page.locator('li').filter({ hasText: /доставлено \d\d:\d\d, 1 частина, 0,60.грн/ });
    await line.first().waitFor();
    await page.goto(`${town.origin}/desk/messages`);
    const card = page.getByRole('listitem', { name: 'Звернення' }).first();
    await card
      .getByText(/^0,60.грн$/)
      .first()
      .waitFor();
    await signOut(page);
    // What anybody sees is at most half a minute old.
    await until(async () => {
      await sleep(1_000);
      await resident.page.goto(`${town.origin}/statistics/messages`);
      return /1,20/.test((await resident.page.locator('main').textContent()) ?? '');
    });
  });

  it('and texts are turned off by its link at once, without scripts', async () => {
    const bare = await visitor(browser, { javaScriptEnabled: false });
    await bare.page.goto(town.origin + link);
    await bare.page.getByRole('button', { name: 'Вимкнути SMS' }).click();
    await bare.page.getByText('SMS вимкнено.').waitFor();
    const part = await ParticipantModel.findOne({ link: link.slice(3) }).lean();
    assert.ok(part?.smsOffAt, 'texts to this part are not off');
    await bare.leave();
    const before = (await texts()).length;
    await resident.page.goto(town.origin + link);
    await resident.page.getByRole('button', { name: 'Увімкнути SMS знову' }).waitFor();
    assert.equal((await texts()).length, before);
  });
});
