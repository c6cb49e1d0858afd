import assert from 'node:assert/strict';
import { fileAppeal } from '#server/appeals/index.ts';
import { codeMessage } from '#server/identity/index.ts';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { letterDeliveriesIn, planDeliveries, textDeliveriesIn } from '#server/notifications/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { ConsentChangeModel } from '#server/register/consent-change.model.ts';
import { letterLinkFor } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { aDraft } from '../../support/appeals.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { answerIt, moveAlong, useSite } from '../../support/site.ts';

const codeIdIn = (page: string): string => /name="codeId" value="([0-9a-f]{24})"/.exec(page)?.[1] ?? '';
const texts = textDeliveriesIn(async () => ({ to: '+380670000000', text: 'Звернення' }));
const letters = letterDeliveriesIn(async () => ({
  to: 'a@city.example',
  subject: 'Звернення',
  text: '',
  html: '',
  unsubscribeUrl: null,
}));

describe('pages: my messages and their switches', function switches() {
  this.timeout(60_000);
  const site = useSite();
  let last = 10;
  const aPhone = (): string => {
    last += 1;
    return `+38067555${String(last).padStart(4, '0')}`;
  };
  const file = async (contact: object, over: object = {}) => {
    const draft = NewAppeal.parse(aDraft({ contact, ...over }));
    const { _id, number } = await fileAppeal(null, draft, { channel: 'web' });
    return { id: String(_id), number };
  };
  const signIn = async (by: 'phone' | 'email', contact: string) => {
    const browser = aBrowser(site);
    const codeId = codeIdIn((await browser.post(`/my/${by}-code`, { [by]: contact }).expect(200)).text);
    const code = (await codeMessage(codeId))?.code ?? '';
    await browser.post('/my/sign-in', { [by]: contact, codeId, code }).expect(303);
    return browser;
  };
  const page = async (browser: ReturnType<typeof aBrowser>, query = '') =>
    (await browser.get(`/my/messages${query}`).expect(200)).text.replaceAll('\u00a0', ' ');
  const plan = async () => {
    for (const { _id } of await OutboxModel.find({ pending: 'notifications' }).sort({ _id: 1 }).lean())
      await planDeliveries(String(_id));
  };
  /** The messages of one case, as the ledger has them once the workers have taken up what is due. */
  const carried = async (id: string) => {
    const due = await DeliveryModel.find({ 'subject.id': id, state: 'planned' }).lean<Delivery[]>();
    for (const { _id, channel } of due) await (channel === 'sms' ? texts : letters).claim(String(_id));
    const rows = await DeliveryModel.find({ 'subject.id': id }).sort({ _id: 1 }).lean<Delivery[]>();
    return rows.map(({ template, channel, state, changes }) => [template, channel, state, changes.at(-1)?.cause]);
  };
  const forward = async (number: string) => {
    await moveAlong(number, 'register', { questionGroup: 9 });
    await moveAlong(number, 'forward', { forwarding: { to: 'Одесаобленерго', explanation: 'Опора обленерго.' } });
    await plan();
  };
  const isSuppressed = async (id: string, template: string, channel: string) =>
    assert.deepEqual((await carried(id)).at(-1), [template, channel, 'suppressed', 'not-wanted']);

  it('list what went to the phone: when, about what and how it fared, and never a word of it', async () => {
    const phone = aPhone();
    const { id, number } = await file({ phone });
    const browser = await signIn('phone', phone);
    assert.match(await page(browser), /Повідомлень ще не було/);
    await forward(number);
    assert.match(await page(browser), /передано іншому органу.*3 березня 2026, 10:\d\d.*SMS.*надішлемо 10:\d\d/s);
    const [row] = await DeliveryModel.find({ 'subject.id': id }).lean();
    await texts.claim(String(row?._id));
    await texts.accepted(String(row?._id), `SM${id}`);
    const text = await page(browser);
    assert.match(text, /надіслано 10:\d\d, доставку ще не підтверджено/);
    assert.doesNotMatch(text, /завглибшки|Рішельєвська|Шевченко|Обленерго|\/c\/|380675/i);
    assert.match(await page(browser, '?page=2'), /Повідомлень ще не було|1 повідомлення/);
  });
  it('show nobody else’s, and lead a visitor to signing in', async () => {
    const [phone, other] = [aPhone(), aPhone()];
    const { id, number } = await file({ phone });
    await forward(number);
    const stranger = await signIn('phone', other);
    assert.ok(!(await page(stranger)).includes(number));
    for (const to of ['off', 'on']) {
      await stranger.post('/my/messages/sms', { to, number }).expect(404);
      await stranger.post('/my/messages/sms', { to }).expect(303);
    }
    await stranger.post('/my/messages/kinds', {}).expect(303);
    const { headers } = await aBrowser(site).get('/my/messages').expect(303);
    assert.equal(headers.location, '/my');
    await aBrowser(site).post('/my/messages/sms', { to: 'off', number }).expect(303);
    const part = await ParticipantModel.findOne({ caseId: id }).lean();
    assert.deepEqual([part?.smsOffAt, part?.mutedKinds], [null, []]);
  });
  it('hide private cases and those that were put away, and turn them off with all others', async () => {
    const phone = aPhone();
    const open = await file({ phone });
    const secret = await file({ phone });
    const foreign = await file({ phone });
    const browser = await signIn('phone', phone);
    for (const { number } of [open, secret, foreign]) await forward(number);
    await CaseModel.updateOne({ _id: secret.id }, { $set: { questionGroup: 6 } });
    await browser.post('/my/detach', { number: foreign.number }).expect(303);
    const text = await page(browser);
    assert.deepEqual(
      [open, secret, foreign].map(({ number }) => text.includes(number)),
      [true, false, false],
    );
    await browser.post('/my/messages/sms', { to: 'on', number: secret.number }).expect(404);
    await browser.post('/my/messages/sms', { to: 'off' }).expect(303);
    await isSuppressed(secret.id, 'appeal.forwarded', 'sms');
    await browser.post('/my/messages/sms', { to: 'on' }).expect(303);
    const offAt = async (id: string) => (await ParticipantModel.findOne({ caseId: id }).lean())?.smsOffAt ?? null;
    assert.equal(await offAt(open.id), null);
    assert.notEqual(await offAt(secret.id), null);
  });
  it('turn all texts off at once, with those that are planned, and on again', async () => {
    const phone = aPhone();
    const { id, number } = await file({ phone });
    const browser = await signIn('phone', phone);
    await forward(number);
    const { headers } = await browser.post('/my/messages/sms', { to: 'off' }).expect(303);
    const text = await page(browser, (headers.location ?? '').replace('/my/messages', ''));
    assert.match(text, /role="status"[^>]*>SMS вимкнено/);
    await isSuppressed(id, 'appeal.forwarded', 'sms');
    assert.match(await page(browser), /не надіслано: SMS вимкнено/);
    assert.doesNotMatch(await page(browser, '?done=sms-on'), /role="status"/);
    await browser.post('/my/messages/sms', { to: 'on' }).expect(303);
    assert.match(await page(browser, '?done=sms-on'), /role="status"[^>]*>SMS увімкнено/);
    const kept = await ConsentChangeModel.find({ caseId: id }).sort({ _id: 1 }).lean();
    assert.deepEqual(
      kept.map(({ purpose, isOn, channel, textVersion }) => [purpose, isOn, channel, textVersion]),
      [
        ['sms', false, 'my', 1],
        ['sms', true, 'my', 1],
      ],
    );
  });
  it('turn texts of one case alone', async () => {
    const phone = aPhone();
    const [one, other] = [await file({ phone }), await file({ phone })];
    const browser = await signIn('phone', phone);
    await forward(one.number);
    await forward(other.number);
    await browser.post('/my/messages/sms', { to: 'off', number: one.number }).expect(303);
    assert.match(await page(browser, `?done=sms-off&number=${one.number}`), /SMS надходять про 1 з 2/);
    await isSuppressed(one.id, 'appeal.forwarded', 'sms');
    assert.deepEqual((await carried(other.id)).at(-1), ['appeal.forwarded', 'sms', 'sending', 'attempt']);
  });
  it('give a consent that the form did not have, once the number is proved, and keep when and where', async () => {
    const phone = aPhone();
    const { id, number } = await file({ phone }, { consents: {} });
    const browser = await signIn('phone', phone);
    assert.match(await page(browser), /SMS про ваші звернення вимкнено/);
    await browser.post('/my/messages/sms', { to: 'on' }).expect(303);
    await forward(number);
    assert.deepEqual((await carried(id)).at(-1), ['appeal.forwarded', 'sms', 'sending', 'attempt']);
    const part = await ParticipantModel.findOne({ caseId: id }).lean();
    assert.deepEqual(
      part?.consents.map(({ purpose, channel }) => [purpose, channel]),
      [['sms', 'my']],
    );
  });
  it('turn a kind of texts off, and no other kind', async () => {
    const phone = aPhone();
    const { id, number } = await file({ phone });
    const answered = await file({ phone });
    const browser = await signIn('phone', phone);
    await forward(number);
    const all = { answered: 'true', question: 'true', extended: 'true', decision: 'true', registered: 'true' };
    const { decision: _, ...rest } = all;
    await browser.post('/my/messages/kinds', rest).expect(303);
    assert.match(await page(browser, '?done=kinds'), /role="status"[^>]*>Вибір збережено/);
    await isSuppressed(id, 'appeal.forwarded', 'sms');
    await answerIt(answered.number, { text: 'Яму ліквідовано, гарантія 24 місяці.', result: 'resolved' });
    await plan();
    assert.deepEqual((await carried(answered.id)).at(-1), ['appeal.answered', 'sms', 'sending', 'attempt']);
  });
  it('turn letters off for whoever proved the address, and refuse texts there in place', async () => {
    const email = 'letters@city.example';
    const { id, number } = await file({ email }, { consents: {}, replyBy: 'email' });
    const browser = await signIn('email', email);
    const refused = await browser.post('/my/messages/sms', { to: 'on' }).expect(422);
    assert.match(refused.text, /role="alert".*href="#sms".*Спершу підтвердьте/s);
    await forward(number);
    await browser.post('/my/messages/letters', { to: 'off' }).expect(303);
    await isSuppressed(id, 'appeal.forwarded', 'email');
    assert.match(await page(browser, '?done=email-off'), /Листи вимкнено.*не надіслано: листи вимкнено/s);
  });
  it('still send the answer that was asked for by e-mail, to an address that is proved and to no other', async () => {
    const fates = async (isProved: boolean) => {
      const email = `answer-${isProved}@city.example`;
      const { id, number } = await file({ email }, { consents: {}, replyBy: 'email' });
      if (isProved) {
        const { personId } = (await ParticipantModel.findOne({ caseId: id }).lean()) ?? {};
        await PersonModel.updateOne({ _id: personId ?? '' }, { $set: { emailVerifiedAt: new Date() } });
      }
      await (await signIn('email', email)).post('/my/messages/letters', { to: 'off' }).expect(303);
      await answerIt(number, { text: 'Яму ліквідовано, гарантія 24 місяці.', result: 'resolved' });
      await plan();
      return (await carried(id)).at(-1);
    };
    assert.deepEqual(await fates(true), ['appeal.answered', 'email', 'sending', 'attempt']);
    assert.deepEqual(await fates(false), ['appeal.answered', 'email', 'suppressed', 'not-wanted']);
  });
  it('turn letters off behind their link by one bare post, never by a visit, and on again', async () => {
    const { id, number } = await file({ email: 'link@city.example' }, { consents: {}, replyBy: 'email' });
    const part = (await ParticipantModel.findOne({ caseId: id }).lean()) ?? assert.fail('no part');
    const link = await letterLinkFor({ kind: 'case', id }, String(part.personId));
    const isOff = async () => (await ParticipantModel.findById(part._id).lean())?.emailOffAt !== null;
    const visitor = aBrowser(site);
    const { text } = await visitor.get(`/letters/${link}?letters=off`).expect(200);
    assert.match(text, /надходять/);
    assert.doesNotMatch(text, /завглибшки|Шевченко|city\.example/);
    assert.equal(await isOff(), false);
    await forward(number);
    const once = await visitor.post(`/letters/${link}`, { 'List-Unsubscribe': 'One-Click' }).expect(200);
    assert.match(once.text, /role="status"[^>]*>Листи вимкнено/);
    assert.equal(await isOff(), true);
    await isSuppressed(id, 'appeal.forwarded', 'email');
    await visitor.post(`/letters/${link}`, { letters: 'on' }).expect(200);
    assert.equal(await isOff(), false);
    for (const forged of [`${part._id}-${'0'.repeat(16)}`, part.link, 'x']) {
      await visitor.get(`/letters/${forged}`).expect(404);
      await visitor.post(`/letters/${forged}`, {}).expect(404);
    }
    assert.equal(await isOff(), false);
    await visitor.post(`/c/${link}`, { sms: 'off' }).expect(404);
  });
});
