import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import supertest from 'supertest';
import { SubscriptionModel } from '#server/news/subscription.model.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { audienceOfCase, latestPublic } from '#server/register/index.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { aPublishedCase, keepPublished } from '../../support/published.ts';

describe('attacks: letters and feeds', () => {
  useClock();
  const city = useCity();
  const VICTIM = 'victim@city.example';
  const who = (n: number) => ({ lastName: 'Коваль', firstName: 'Іван', residence: `м. Одеса, вул. Успенська, ${n}` });
  const file = async (over: object, api: Api = city.api): Promise<string> => {
    const { status, body } = await api.post('/api/v1/appeals', aDraft({ consents: {}, ...over }));
    assert.equal(status, 201);
    return body.id;
  };
  const written = async (id: string) => (await audienceOfCase(id)).filter(({ hasEmail }) => hasEmail).length;

  it('fill nobody’s mailbox, however many are named with it in one appeal or in many', async () => {
    const coApplicants = Array.from({ length: 20 }, (_, n) => ({
      ...who(n),
      email: n % 2 ? VICTIM : VICTIM.toUpperCase(),
    }));
    assert.equal(await written(await file({ coApplicants })), 5);
    assert.equal(await written(await file({ contact: { email: VICTIM } })), 0);
    passSeconds(86_400);
    assert.equal(await written(await file({ contact: { email: VICTIM } })), 1);
  });
  it('go to an address that was proved, however often it is named', async () => {
    for (let n = 0; n < 5; n += 1) await file({ contact: { email: VICTIM } });
    const id = await file({ contact: { email: VICTIM } });
    const [recipient] = await audienceOfCase(id);
    assert.equal(recipient?.hasEmail, false);
    await PersonModel.updateOne({ _id: new Types.ObjectId(recipient.id) }, { $set: { emailVerifiedAt: new Date() } });
    assert.equal(await written(id), 1);
  });
  it('look up one addressee alone when one is to be told', async () => {
    const id = await file({
      coApplicants: [who(1), who(2)].map((person) => ({ ...person, email: 'two@city.example' })),
    });
    const [, second] = await audienceOfCase(id);
    assert.deepEqual(await audienceOfCase(id, { recipientIds: [second?.id ?? ''] }), [second]);
    assert.deepEqual(await audienceOfCase(id, { recipientIds: ['f'.repeat(24)] }), []);
  });
  it('ask an address no oftener for many requests at once than for one after another', async () => {
    const form = { kind: 'category', category: 'street-light', email: VICTIM };
    const ask = () => supertest(city.app.listener).post('/news').type('form').send(form);
    await Promise.all(Array.from({ length: 12 }, ask));
    for (let i = 0; i < 6; i += 1) await ask();
    assert.equal(await SubscriptionModel.countDocuments(), 5);
  });
  it('carry published words as words, in readers that take them for HTML too', async () => {
    await keepPublished([
      aPublishedCase({ number: caseNumber(2024, 1), text: ']]> ]]></description><x>& <img src=x onerror=alert(1)>' }),
    ]);
    const { text } = await supertest(city.app.listener).get('/news.rss');
    assert.ok(text.includes('&lt;img src=x onerror=alert(1)&gt;'));
    assert.doesNotMatch(text, /<x>|<img|\]\]> \]\]/);
    assert.equal([...text.matchAll(/<\/description>/g)].length, 2, 'of the feed and of its one item');
  });
  it('look at no more cases than they show', async () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      aPublishedCase({
        state: i % 4 ? 'none' : 'public',
        receivedAt: new Date(Date.UTC(2026, 0, 1) + i * 60_000),
        number: caseNumber(2025, i),
      }),
    );
    await keepPublished(
      many.map((one) =>
        one.publication.state === 'none' ? { ...one, publication: { ...one.publication, at: null } } : one,
      ),
    );
    /** How many cases the store read to answer. */
    const readFor = async (ask: () => Promise<unknown>): Promise<number> => {
      const { db } = CaseModel.db;
      await db?.command({ profile: 2 });
      await ask();
      await db?.command({ profile: 0 });
      const asked = await db?.collection('system.profile').find({ 'command.find': 'cases' }).toArray();
      await db?.collection('system.profile').drop();
      return (asked ?? []).reduce((sum, { docsExamined }) => sum + docsExamined, 0);
    };
    assert.equal(await readFor(() => latestPublic({}, 5)), 5);
    assert.equal(await readFor(() => latestPublic({ districtCode: 'no-such' }, 5)), 0);
  });
});
