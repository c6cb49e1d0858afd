import assert from 'node:assert/strict';
import supertest from 'supertest';
import { sendNewsLetters, subscriberLetters } from '#server/news/index.ts';
import { linkOf } from '#server/news/subscription.link.ts';
import { type Subscription, SubscriptionModel } from '#server/news/subscription.model.ts';
import { legalDateOf, shiftClock } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const DAY_MS = 86_400_000;
const SITE = 'https://vidhuk.example';
/** Makes it noon in Kyiv so many days from today: the hour of the letters has passed, at whatever hour the test is run. */
function goToNoon(daysAhead: number): void {
  const noon = instantInKyiv(legalDateOf(new Date(Date.now() + daysAhead * DAY_MS)), '12:00');
  assert.ok(noon);
  shiftClock(noon.getTime() - Date.now());
}

describe('local news', () => {
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  afterEach(async () => {
    shiftClock(0);
    await SubscriptionModel.deleteMany();
    await OutboxModel.deleteMany({ kind: /^news\./ });
  });
  const ask = (form: object) => supertest(city.app.listener).post('/news').type('form').send(form);
  const LIGHTS = { kind: 'category', category: 'street-light', email: 'olha@example.com' };
  const only = async (): Promise<Subscription> => {
    const [found, ...more] = await SubscriptionModel.find().lean<Subscription[]>();
    assert.ok(found && more.length === 0);
    return found;
  };
  const publish = async (text: string): Promise<{ id: string; number: string }> => {
    const draft = aDraft({ consents: { sms: false, publication: true } });
    const { body } = await city.api.post('/api/v1/appeals', draft);
    await operator.post(`/api/v1/register/${body.id}/publish`, {
      expectedVersion: 1,
      publication: { state: 'public', text },
    });
    return body;
  };
  const letter = async (found: Subscription, template: 'news.confirm' | 'news.letter') => {
    const values = { number: null, due: null, result: null, link: null };
    const subject = { kind: 'subscription', id: String(found._id) };
    const recipient = { kind: 'subscription', id: String(found._id) };
    return subscriberLetters(SITE)({ recipient, subject, template, values } as never);
  };
  const confirm = (found: Subscription) => supertest(city.app.listener).post(`/news/confirm/${linkOf(found)}`);

  it('names every wrong field at once and keeps what was typed', async () => {
    const { status, text } = await ask({ email: 'ні' });
    assert.equal(status, 422);
    for (const field of ['#kind', '#email']) assert.ok(text.includes(`href="${field}"`), field);
    assert.ok(text.includes('value="ні"'));
    assert.equal((await ask({ ...LIGHTS, category: 'no-such' })).status, 422);
    assert.equal((await ask({ case: '2600123452', email: 'a@example.com' })).status, 422);
  });
  it('sends nothing but a question until the address is confirmed, by the button and not by a visit', async () => {
    await ask(LIGHTS);
    const found = await only();
    assert.deepEqual(
      (await OutboxModel.find({ kind: /^news\./ }).lean()).map(({ kind }) => kind),
      ['news.asked'],
    );
    const words = await letter(found, 'news.confirm');
    assert.equal(words?.to, 'olha@example.com');
    assert.equal(words.link?.url, `${SITE}/news/confirm/${linkOf(found)}`);
    const visit = await supertest(city.app.listener).get(`/news/confirm/${linkOf(found)}`);
    assert.match(visit.text, /Не працює освітлення/);
    assert.equal((await only()).confirmedAt, null);
    assert.equal((await confirm(found)).status, 200);
    assert.ok((await only()).confirmedAt);
  });
  it('does not let anybody fill a mailbox, nor learn whether an address is known', async () => {
    const answers = [];
    for (let i = 0; i < 7; i += 1) answers.push((await ask({ ...LIGHTS, email: 'Olha@Example.com' })).text);
    assert.equal(new Set(answers).size, 1);
    assert.equal(await SubscriptionModel.countDocuments(), 5);
  });
  it('writes once a morning, of what is public at that moment, and only where there is news', async () => {
    await ask(LIGHTS);
    await confirm(await only());
    const { id, number } = await publish('Не горить ліхтар на розі.');
    goToNoon(1);
    assert.equal(await sendNewsLetters(), 1);
    assert.equal(await sendNewsLetters(), 0);
    const words = await letter(await only(), 'news.letter');
    assert.ok(words?.paragraphs.some((line) => line.includes('Не горить ліхтар') && line.includes(number)));
    assert.equal(words?.unsubscribeUrl, `${SITE}/news/end/${linkOf(await only())}`);
    const later = await city.staff('operator');
    await later.post(`/api/v1/register/${id}/hide`, { expectedVersion: 2, reasonCode: 'safety' });
    assert.equal(await letter(await only(), 'news.letter'), null);
    goToNoon(2);
    assert.equal(await sendNewsLetters(), 0);
  });
  it('ends by one press, and forgets the address', async () => {
    await ask(LIGHTS);
    const found = await only();
    const at = `/news/end/${linkOf(found)}`;
    assert.equal((await supertest(city.app.listener).get(at)).status, 200);
    assert.equal(
      (await supertest(city.app.listener).post(at).type('form').send('List-Unsubscribe=One-Click')).status,
      200,
    );
    assert.equal(await SubscriptionModel.countDocuments(), 0);
    assert.equal((await supertest(city.app.listener).post(at)).status, 404);
    const forged = `${String(found._id)}-${'0'.repeat(16)}`;
    assert.equal((await supertest(city.app.listener).get(`/news/confirm/${forged}`)).status, 404);
  });
  it('is a feed of what is public alone, by topic', async () => {
    const { id, number } = await publish('Ліхтар & <темрява>');
    const feed = async (query = '') => (await supertest(city.app.listener).get(`/news.rss${query}`)).text;
    assert.ok((await feed()).includes(`/appeals/${number}`));
    assert.ok((await feed('?category=streets')).includes(number));
    assert.ok(!(await feed('?category=trees')).includes(number));
    assert.doesNotMatch(await feed(), /<темрява>(?![^[]*\]\]>)/);
    await operator.post(`/api/v1/register/${id}/hide`, { expectedVersion: 2, reasonCode: 'safety' });
    assert.ok(!(await feed()).includes(number));
    assert.equal((await supertest(city.app.listener).get('/news.rss?x=1')).status, 404);
  });
});
