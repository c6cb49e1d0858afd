import assert from 'node:assert/strict';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { type Api, useCity } from '../../support/api.ts';
import { useClock } from '../../support/clock.ts';
import { aForwarded, aForwardedDraft } from '../../support/forwarded-petitions.ts';
import { aPublished } from '../../support/petitions.ts';

const PATH = '/api/v1/desk/petitions/forwarded';

describe('petitions from civic associations, over HTTP', () => {
  const city = useCity();
  useClock();
  let [operator, head] = [{} as Api, {} as Api];
  before(async () => {
    [operator, head] = [await city.staff('operator'), await city.staff('head')];
  });
  const refusals = async (more: object): Promise<[string, string][]> => {
    const { status, body } = await operator.post(PATH, { ...aForwardedDraft(), ...more });
    assert.equal(status, 422);
    return body.errors.map(({ path, code }: { path: string; code: string }): [string, string] => [path, code]).sort();
  };

  it('are entered by whoever checks petitions, and by nobody else', async () => {
    const answer = await operator.post(PATH, aForwardedDraft());
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.location, `/api/v1/desk/petitions/${answer.body.id}`);
    const { collectedBy, status, count, threshold, dueOn, may, can, history } = answer.body as DeskPetition;
    assert.deepEqual(
      [status, count, threshold, dueOn, may, can],
      [
        'threshold_reached',
        1_204,
        1_000,
        '2026-03-05',
        { checkSignatures: false, takeOrder: true },
        { announce: false, correct: true },
      ],
    );
    assert.deepEqual(collectedBy, {
      name: 'Зелений берег',
      email: 'office@bereh.example',
      url: 'https://bereh.example/petitions/7',
      startedOn: '2026-01-22',
      sentOn: '2026-03-02',
      receivedOn: '2026-03-03',
    });
    assert.deepEqual(
      history.map(({ kind, actor, count: said }) => [kind, actor, said]),
      [['petition.forwarded', 'Олена Ткаченко', 1_204]],
    );
    const row = (await head.get('/api/v1/desk/petitions?queue=review')).body.items[0];
    assert.deepEqual([row.id, row.count, row.isOverdue], [answer.body.id, 1_204, false]);
    assert.deepEqual((await head.get(`/api/v1/desk/petitions/${answer.body.id}`)).body.can, {
      announce: true,
      correct: false,
    });
    assert.equal((await head.post(PATH, aForwardedDraft())).status, 403);
    assert.equal((await city.api.post(PATH, aForwardedDraft())).status, 401);
  });
  it('are shown as they were entered to whoever may correct them, and each wrong field of a correction is named', async () => {
    const { body: entered } = await operator.post(PATH, aForwardedDraft());
    const at = `/api/v1/desk/petitions/${entered.id}`;
    assert.deepEqual((await operator.get(at)).body.entered, aForwardedDraft());
    assert.equal((await head.get(at)).body.entered, null);
    const correct = (correction: object) =>
      operator.post(`${at}/correct`, { expectedVersion: entered.version, correction });
    const refused = await correct({ ...aForwardedDraft(), signatures: 5, receivedOn: '2030-01-01', title: 'Ні' });
    assert.deepEqual(
      [refused.status, refused.body.errors.map(({ path }: { path: string }) => path).sort()],
      [422, ['correction.title']],
    );
    const late = await correct({ ...aForwardedDraft(), signatures: 5, receivedOn: '2030-01-01' });
    assert.deepEqual(
      [late.status, late.body.errors.map(({ path }: { path: string }) => path).sort()],
      [422, ['correction.receivedOn', 'correction.signatures']],
    );
    const { status, body } = await correct({ ...aForwardedDraft(), signatures: 1_300 });
    assert.deepEqual([status, body.count, body.version], [200, 1_300, entered.version + 1]);
    assert.equal((await correct(aForwardedDraft())).body.code, 'version.stale');
  });
  it('name each wrong field of the form at once', async () => {
    assert.deepEqual(await refusals({ title: '', demand: 'Ні', email: 'немає', signatures: 0, lastName: ' ' }), [
      ['demand', 'field.too-short'],
      ['email', 'field.invalid'],
      ['lastName', 'field.required'],
      ['signatures', 'field.invalid'],
      ['title', 'field.required'],
    ]);
    const { body } = await operator.post(PATH, {});
    assert.deepEqual(body.errors.map(({ path }: { path: string }) => path).sort(), [
      'association',
      'demand',
      'email',
      'endsOn',
      'essence',
      'firstName',
      'lastName',
      'receivedOn',
      'sentOn',
      'signatures',
      'startedOn',
      'title',
    ]);
    const association = { name: '1', email: 'office', url: 'берег' };
    assert.deepEqual(
      (await refusals({ association, phone: '+380671234567' })).map(([path]) => path),
      ['association.email', 'association.name', 'association.url', 'phone'],
    );
  });
  it('are refused where a date is out of its order, has not come, or is of too long ago', async () => {
    assert.deepEqual(await refusals({ receivedOn: '2026-03-01' }), [['receivedOn', 'date.out-of-order']]);
    assert.deepEqual(await refusals({ sentOn: '2026-01-21' }), [['sentOn', 'date.out-of-order']]);
    assert.deepEqual(await refusals({ endsOn: '2026-01-21' }), [['endsOn', 'date.out-of-order']]);
    assert.deepEqual(await refusals({ endsOn: '2100-01-01' }), [['endsOn', 'field.invalid']]);
    assert.deepEqual(await refusals({ receivedOn: '2026-03-04', signatures: 3 }), [
      ['receivedOn', 'date.in-future'],
      ['signatures', 'petition.below-threshold'],
    ]);
    assert.deepEqual(await refusals({ startedOn: '2025-01-01', sentOn: '2025-03-01', receivedOn: '2025-03-02' }), [
      ['receivedOn', 'date.too-early'],
    ]);
    assert.deepEqual(await refusals({ startedOn: '2023-12-31' }), [['startedOn', 'petition.no-charter']]);
    assert.deepEqual(await refusals({ startedOn: '2026-02-30' }), [['startedOn', 'date.invalid']]);
  });
  it('are refused with fewer signatures than the charter asks for, and taken with just as many', async () => {
    assert.deepEqual(await refusals({ signatures: 999 }), [['signatures', 'petition.below-threshold']]);
    const { body } = await operator.post(PATH, aForwardedDraft({ signatures: 999 }));
    assert.match(body.errors[0].message, /on the day collection began: 1000\.|у день початку збору: 1000\./);
    assert.equal((await operator.post(PATH, aForwardedDraft({ signatures: 1_000 }))).status, 201);
  });
  it('lead to pages of the web alone', async () => {
    const at = (url: string) => ({ association: { ...aForwardedDraft().association, url } });
    for (const url of [
      'javascript:alert(1)',
      'ftp://bereh.example',
      'https://a:b@bereh.example',
      'https://localhost',
      'https:// ',
      '//',
    ])
      assert.deepEqual(await refusals(at(url)), [['association.url', 'url.invalid']], url);
    for (const [typed, kept] of [
      ['bereh.example/p?n=7', /^https:\/\/bereh\.example\/p\?n=7$/],
      ['http://bereh.example:8080/x', /^http:\/\/bereh\.example:8080\/x$/],
      ['bereh.example:8080/x', /^https:\/\/bereh\.example:8080\/x$/],
      ['зелений-берег.укр/"><b>', /^https:\/\/xn--[a-z0-9-]+\.xn--j1amh\/%22%3E%3Cb%3E$/],
    ] as const) {
      const { status, body } = await operator.post(PATH, { ...aForwardedDraft(), ...at(typed) });
      assert.equal(status, 201, typed);
      assert.match(body.collectedBy.url, kept);
    }
  });
  it('are one where the same request comes twice, and no more than one', async () => {
    const [key, draft] = [{ 'idempotency-key': 'a-key-of-this-test' }, aForwardedDraft()];
    const [one, two] = [await operator.post(PATH, draft, key), await operator.post(PATH, draft, key)];
    assert.deepEqual([one.status, two.status, two.body.id], [201, 201, one.body.id]);
    assert.equal((await operator.post(PATH, { ...draft, signatures: 5_000 }, key)).body.code, 'idempotency.reused');
  });

  describe('to everybody', () => {
    it('say who collected their signatures and how many, without the address of anybody', async () => {
      const { number } = await aForwarded();
      const { body } = await city.api.get(`/api/v1/petitions/${number}`);
      assert.deepEqual(body.collectedBy, {
        name: 'Зелений берег',
        url: 'https://bereh.example/petitions/7',
        startedOn: '2026-01-22',
        sentOn: '2026-03-02',
        receivedOn: '2026-03-03',
      });
      assert.deepEqual([body.count, body.reachedAt], [{ signatures: 1_204, eid: 0, sms: 0 }, null]);
      assert.doesNotMatch(JSON.stringify(body), /office@|petro@/);
      const own = await aPublished();
      assert.equal((await city.api.get(`/api/v1/petitions/${own.number}`)).body.collectedBy, null);
    });
    it('stand in lists by their count', async () => {
      const { number } = await aForwarded({ signatures: 900_000 });
      const { items } = (await city.api.get('/api/v1/petitions?group=all&order=signed')).body;
      assert.deepEqual([items[0].number, items[0].count.signatures], [number, 900_000]);
    });
    it('have no list of signers, no proofs and no signing of ours', async () => {
      const at = `/api/v1/petitions/${(await aForwarded()).number}`;
      assert.equal((await city.api.get(`${at}/signatures`)).status, 404);
      assert.equal((await city.api.get(`${at}/signatures/${'0'.repeat(64)}`)).status, 404);
      const proof = { codeId: '6'.padStart(24, '0'), code: '123456' };
      const refused = await city.api.post(`${at}/proofs`, proof);
      assert.deepEqual([refused.status, refused.body.code], [409, 'petition.closed']);
    });
  });
});
