import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const count = (name: string, where = {}): Promise<number> => mongoose.connection.collection(name).countDocuments(where);

describe('appeals: filing', () => {
  const city = useCity();

  it('is received at once, with a number, an access code and a due date, and lies in the register whole (art. 7, design)', async () => {
    const { status, body, headers } = await city.api.post('/api/v1/appeals', aDraft());
    assert.equal(status, 201);
    assert.equal(headers.location, `/api/v1/appeals/${body.id}`);
    assert.match(body.number, /^\d{10}$/);
    assert.match(body.accessCode, /^[0-9A-HJKMNP-TV-Z]{10}$/);
    assert.equal(body.status, 'received');
    const subject = { 'subject.kind': 'case', 'subject.id': body.id };
    const caseId = new mongoose.Types.ObjectId(String(body.id));
    assert.deepEqual(
      await Promise.all([
        count('cases', { _id: caseId }),
        count('case_participants', { caseId }),
        count('events', subject),
        count('outbox', subject),
      ]),
      [1, 1, 1, 1],
    );
  });

  it('keeps contacts encrypted and nowhere else', async () => {
    await city.api.post(
      '/api/v1/appeals',
      aDraft({ contact: { phone: '+38 (050) 765-43-21', email: 'taiemno@example.org' } }),
    );
    for (const { collectionName } of await mongoose.connection
      .listCollections()
      .then((all) => all.map(({ name }) => mongoose.connection.collection(name)))) {
      const rows = await mongoose.connection.collection(collectionName).find().toArray();
      assert.doesNotMatch(JSON.stringify(rows), /507654321|taiemno/, collectionName);
    }
  });

  it('names every wrong field at once, also those that hang on each other', async () => {
    const { status, body } = await city.api.post('/api/v1/appeals', {
      kind: 'complaint',
      categoryCode: 'nowhere',
      text: 'Коротко',
      applicant: { lastName: '', firstName: 'Іван\u0007' },
      contact: { email: 'a@b.co' },
      replyBy: 'post',
      consents: { sms: true },
      subjekt: 'x',
    });
    assert.deepEqual([status, body.code], [422, 'fields.invalid']);
    assert.deepEqual(body.errors.map((e: { path: string; code: string }) => `${e.path} ${e.code}`).sort(), [
      'applicant.firstName field.invalid',
      'applicant.lastName field.required',
      'applicant.residence field.required',
      'categoryCode category.unknown',
      'contact.phone contact.for-sms',
      'contact.postal contact.for-reply',
      'contested.decision field.required',
      'subjekt field.unknown',
      'text field.too-short',
    ]);
  });

  it('asks for one way to be reached, any one', async () => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft({ contact: {}, consents: {} }));
    assert.deepEqual(
      body.errors.map((e: { code: string }) => e.code),
      ['contact.required'],
    );
    for (const contact of [{ landline: '048 712 34 56' }, { postal: '65000, Одеса, а/с 1' }, { email: 'a@b.co' }])
      assert.equal((await city.api.post('/api/v1/appeals', aDraft({ contact, consents: {} }))).status, 201);
  });

  it('tells a landline and a foreign number apart from a mobile', async () => {
    const codeFor = async (phone: string) =>
      (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone } }))).body.errors[0].code;
    assert.equal(await codeFor('048 712 34 56'), 'phone.not-mobile');
    assert.equal(await codeFor('+44 20 7946 0958'), 'phone.foreign');
    assert.equal(await codeFor('067 12'), 'phone.invalid');
  });

  it('speaks English to who prefers it', async () => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft({ text: '' }), { 'accept-language': 'en' });
    assert.equal(body.errors[0].message, 'Fill in this field.');
  });

  it('answers a repeated key with the same appeal, one of many at once too, and refuses another body', async () => {
    const before = await count('cases');
    const headers = { 'idempotency-key': 'key-of-one-press' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => city.api.post('/api/v1/appeals', aDraft(), headers)),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(answers.map(({ body }) => `${body.number} ${body.accessCode}`)).size, 1);
    assert.equal(await count('cases'), before + 1);
    const other = await city.api.post('/api/v1/appeals', aDraft({ text: 'Зовсім інший текст звернення.' }), headers);
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency.reused']);
  });

  it('keeps hundreds that come at once, each with a number of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => city.api.post('/api/v1/appeals', aDraft())));
    assert.equal(new Set(answers.map(({ body }) => body.number)).size, 200);
  });

  it('refuses what it cannot read, and says how', async () => {
    const json = { 'content-type': 'application/json' };
    const refusal = async (body: string, headers: Record<string, string>) => {
      const { status, body: problem } = await city.api.post('/api/v1/appeals', body, headers);
      return [status, problem.code];
    };
    assert.deepEqual(await refusal('{"kind":', json), [400, 'body.malformed']);
    assert.deepEqual(await refusal('['.repeat(30_000), json), [400, 'body.malformed']);
    assert.deepEqual(await refusal(`{"text":"${'я'.repeat(50_000)}"}`, json), [413, 'body.too-large']);
    assert.deepEqual(await refusal('{}', { 'content-type': 'application/json; charset=koi8-u' }), [
      415,
      'body.unsupported',
    ]);
    assert.deepEqual(await refusal('kind=application', { 'content-type': 'application/x-www-form-urlencoded' }), [
      415,
      'body.unsupported',
    ]);
  });

  it('is not taken from another site', async () => {
    const { status, body } = await city.api.post('/api/v1/appeals', aDraft(), { 'sec-fetch-site': 'cross-site' });
    assert.deepEqual([status, body.code], [403, 'cross-site']);
  });
});
