import assert from 'node:assert/strict';
import express, { Router } from 'express';
import supertest from 'supertest';
import '#server/app.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { problems, refuser } from '#server/http/problems.ts';
import { enterAppeal, fileAppeal } from '#shared/contract/appeals.ts';
import { moveCase } from '#shared/contract/register.ts';
import { aDraft } from '../../support/appeals.ts';

const FILED = {
  id: 'a'.repeat(24),
  number: '2600123452',
  accessCode: '7KQ2M4PX9T',
  status: 'received',
  receivedAt: '2026-03-03T08:00:00.000Z',
  dueOn: '2026-04-03',
} as const;
const SECRET = '+380671234567';

describe('http: an endpoint', () => {
  /** What the answers below are to be, by the kind of applicant who asks. */
  const answers: Record<string, object> = {
    application: { ...FILED, phone: SECRET },
    proposal: { ...FILED, number: undefined, phone: SECRET },
  };
  const router = Router();
  let asked = 0;
  mount(router, fileAppeal, async ({ body }) => {
    asked += 1;
    return reply(201, answers[body.kind] as typeof FILED, `/api/v1/appeals/${FILED.id}`);
  });
  for (const e of [enterAppeal, moveCase]) mount(router, e, () => assert.fail('nobody was to be let in'));
  const app = express()
    .use(express.json(), router)
    .use(problems(refuser(() => ({ body: 'a page' }))));
  beforeEach(() => {
    asked = 0;
  });
  const file = (body: object, headers = {}) => supertest(app).post('/api/v1/appeals').set(headers).send(body);

  it('answers with the status, the place and only the fields that the contract names', async () => {
    const { status, headers, body } = await file(aDraft());
    assert.deepEqual([status, headers.location, body], [201, `/api/v1/appeals/${FILED.id}`, FILED]);
    assert.equal(headers['cache-control'], 'no-store');
  });

  it('tells nothing at all rather than an answer that is not of the contract’s shape', async () => {
    const { status, body, text } = await file(aDraft({ kind: 'proposal' }));
    assert.deepEqual([status, body.code], [500, 'internal']);
    assert.ok(!text.includes(SECRET) && !text.includes(FILED.accessCode), text);
  });

  it('names what is wrong in every part of a request at once, and asks nobody for an answer', async () => {
    const { status, body } = await file({ ...aDraft(), text: 'Мало' }, { 'idempotency-key': 'short' });
    const told = body.errors.map((e: { in: string; path: string; code: string }) => `${e.in} ${e.path} ${e.code}`);
    assert.deepEqual([status, told], [422, ['headers idempotency-key field.too-short', 'body text field.too-short']]);
    assert.equal(asked, 0);
  });

  it('asks who it is before it looks at what was sent, and where it leads before what it says', async () => {
    const post = (path: string) => supertest(app).post(path).send({ nonsense: true });
    assert.equal((await post('/api/v1/register/appeals')).status, 401);
    assert.equal((await post(`/api/v1/register/${FILED.id}/explode`)).status, 401);
  });

  it('takes no body of another type for an empty one', async () => {
    const { status, body } = await file('text' as never, { 'content-type': 'text/plain' });
    assert.deepEqual([status, body.code], [415, 'body.unsupported']);
    assert.equal((await supertest(app).post('/api/v1/appeals')).status, 422);
  });
});
