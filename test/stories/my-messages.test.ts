import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { fileAppeal } from '#server/appeals/index.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries, textDeliveriesIn } from '#server/notifications/index.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { letterLinkFor } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { aDraft } from '../support/appeals.ts';
import { axeFindings, SCREENS, startBrowser, type Visitor, visitor } from '../support/browser.ts';
import { isTooWide } from '../support/looks-right.ts';
import { codeSent, mainOf } from '../support/resident.steps.ts';
import { answerIt, moveAlong, useSite } from '../support/site.ts';

const texts = textDeliveriesIn(async () => ({ to: '+380670000000', text: 'Звернення' }));
const resolved = { text: 'Яму ліквідовано, гарантія на ремонт 24 місяці.', result: 'resolved' } as const;

for (const [screen, viewport] of Object.entries(SCREENS))
  for (const javaScriptEnabled of [true, false])
    describe(`story: my messages, ${screen}, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
      this.timeout(120_000);
      const site = useSite();
      let browser: Browser;
      let somebody: Visitor;
      before(async () => {
        browser = await startBrowser();
      });
      after(() => browser.close());
      beforeEach(async () => {
        somebody = await visitor(browser, { viewport, javaScriptEnabled });
      });
      afterEach(async () => {
        await somebody.leave();
        assert.deepEqual(somebody.complaints, []);
      });
      const file = async (contact: object, over: object = {}) => {
        const draft = NewAppeal.parse(aDraft({ contact, ...over }));
        const { _id, number } = await fileAppeal(null, draft, { channel: 'web' });
        return { id: String(_id), number };
      };
      const forward = async (number: string) => {
        await moveAlong(number, 'register', { questionGroup: 9 });
        await moveAlong(number, 'forward', { forwarding: { to: 'Одесаобленерго', explanation: 'Опора обленерго.' } });
      };
      const plan = async () => {
        for (const { _id } of await OutboxModel.find({ pending: 'notifications' }).sort({ _id: 1 }).lean())
          await planDeliveries(String(_id));
      };
      const looksRight = async (what: string) => {
        const { page } = somebody;
        assert.equal(await isTooWide(page), false, `${what} is wider than the screen`);
        if (javaScriptEnabled) assert.deepEqual(await axeFindings(page), [], what);
      };

      it('shows what was sent, and turns texts off and on at once', async () => {
        const { page } = somebody;
        const phone = '067 321 00 01';
        const cases = [await file({ phone: '+380673210001' }), await file({ phone: '+380673210001' })];
        await page.goto(`${site.origin}/my`);
        await page.getByLabel('Мобільний телефон').fill(phone);
        await page.getByRole('button', { name: 'Надіслати код' }).click();
        await page.getByLabel('Код із SMS').fill(await codeSent(page));
        await page.getByRole('button', { name: 'Увійти' }).click();
        await page.getByRole('link', { name: 'Повідомлення та перемикачі' }).click();
        await page.getByRole('heading', { level: 1, name: 'Повідомлення' }).waitFor();
        assert.match(await mainOf(page), /SMS надходять про всі ваші звернення.*Повідомлень ще не було/s);
        await looksRight('no messages yet');

        const [first, second] = cases;
        assert.ok(first && second);
        await answerIt(first.number, resolved);
        await plan();
        const [row] = await DeliveryModel.find({ 'subject.id': first.id, template: 'appeal.answered' }).lean();
        await texts.claim(String(row?._id));
        await texts.accepted(String(row?._id), `SM${first.id}`);
        await forward(second.number);
        await plan();
        await page.reload();
        assert.match(await mainOf(page), /передано іншому органу.*надішлемо.*є відповідь.*надіслано/s);

        await page.getByRole('button', { name: 'Вимкнути всі SMS' }).click();
        const said = page.getByRole('status');
        await said.getByText('SMS вимкнено').waitFor();
        assert.match(await mainOf(page), /передано іншому органу.*не надіслано: SMS вимкнено/s);
        await looksRight('texts are off');
        await page.getByText('Для кожного звернення окремо').click();
        await page.getByRole('button', { name: 'Увімкнути', exact: true }).first().click();
        await page.getByRole('status').getByText('SMS увімкнено').waitFor();
        assert.match(await mainOf(page), /SMS надходять про 1 з 2/);
        await page.getByText('Для кожного звернення окремо').click();
        await page.getByText('Про що надсилати SMS').click();
        await page.getByLabel('Строк продовжено').uncheck();
        await looksRight('all folds are open');
        await page.getByRole('button', { name: 'Зберегти вибір' }).click();
        await page.getByRole('status').getByText('Вибір збережено').waitFor();
        await page.getByText('Про що надсилати SMS').click();
        assert.equal(await page.getByLabel('Строк продовжено').isChecked(), false);
        assert.equal(await page.getByLabel('Є відповідь').isChecked(), true);
      });
      it('ends letters about a case behind the link in them', async () => {
        const { page } = somebody;
        const { id } = await file({ email: 'story@city.example' }, { consents: {}, replyBy: 'email' });
        const { personId } = (await ParticipantModel.findOne({ caseId: id }).lean()) ?? {};
        await page.goto(`${site.origin}/letters/${await letterLinkFor({ kind: 'case', id }, String(personId))}`);
        await looksRight('the link of a letter');
        await page.getByRole('button', { name: 'Вимкнути листи' }).click();
        await page.getByRole('status').getByText('Листи вимкнено').waitFor();
        await looksRight('letters are off');
        await page.getByRole('button', { name: 'Увімкнути листи знову' }).click();
        await page.getByRole('status').getByText('Листи знову увімкнено').waitFor();
      });
    });
