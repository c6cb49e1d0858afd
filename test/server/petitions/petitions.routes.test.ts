import assert from 'node:assert/strict';
import { codeMessage } from '#server/identity/index.ts';
import { movePetition, type Petition, petitionById } from '#server/petitions/index.ts';
import { writeProof } from '#server/petitions/signing-proof.ts';
import { useCity } from '../../support/api.ts';
import { passSeconds, setClock, useClock } from '../../support/clock.ts';
import { aPetition, aPublished, petitionNow, sealAll } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';

const NAMES = { lastName: 'Коваль', firstName: 'Ганна', patronymic: 'Петрівна', isEntitled: true };

describe('petitions over HTTP', () => {
  const city = useCity();
  useClock();
  const codeOf = async (codeId: string | null | undefined): Promise<string> => {
    const message = await codeMessage(codeId ?? '');
    assert.ok(message);
    return message.code;
  };
  const proofFor = async (petition: Petition, phone: string): Promise<string> => {
    const { body: sent } = await city.api.post('/api/v1/phone-codes', { phone });
    const code = await codeOf(sent.codeId);
    const { status, body } = await city.api.post(`/api/v1/petitions/${petition.number}/proofs`, {
      codeId: sent.codeId,
      code,
    });
    assert.equal(status, 201);
    return body.proof;
  };

  it('keeps a petition until its author sends it by the code of the letter, and shows it once it is published', async () => {
    const key = { 'idempotency-key': 'petition-of-a-double-press' };
    const written = await city.api.post('/api/v1/petitions', aPetition(), key);
    assert.equal(written.status, 201);
    const { id } = written.body;
    assert.equal((await city.api.post(`/api/v1/petitions/${id}/codes`)).status, 429); // one is on its way
    const wrong = await city.api.post(`/api/v1/petitions/${id}/confirm`, { code: '000000' });
    assert.equal(wrong.status, 422);
    const { codeId } = (await petitionById(id)) ?? {};
    const sent = await city.api.post(`/api/v1/petitions/${id}/confirm`, { code: await codeOf(codeId) });
    assert.equal(sent.status, 200);
    const { number, status, dueOn } = sent.body;
    assert.deepEqual([status, dueOn], ['submitted', '2026-03-05']);
    assert.equal((await city.api.post(`/api/v1/petitions/${id}/confirm`, { code: '123456' })).status, 409);
    assert.equal((await city.api.get(`/api/v1/petitions/${number}`)).status, 404);
    await movePetition(CLERK, { petitionId: id, verb: 'publish', expectedVersion: 2 });
    const { body } = await city.api.get(`/api/v1/petitions/${number}`);
    assert.equal(body.initiator, 'Шевченко Ірина Олегівна');
    assert.ok(!JSON.stringify(body).includes('iryna@example.com'));
    const { body: list } = await city.api.get('/api/v1/petitions?q=трамваї');
    assert.deepEqual(
      list.items.map((one: { number: number }) => one.number),
      [number],
    );
    assert.equal((await city.api.get('/api/v1/petitions?q=самокати')).body.total, 0);
  });
  it('names every wrong field of a petition at once', async () => {
    const { status, body } = await city.api.post('/api/v1/petitions', {
      ...aPetition({ title: 'х'.repeat(81), essence: '!!!!!!!!!!!!!!!!!!!!!!!!', email: 'ні', isAgreed: false }),
      firstName: '',
    });
    assert.equal(status, 422);
    assert.deepEqual(body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`).sort(), [
      'email field.invalid',
      'essence text.no-words',
      'firstName field.required',
      'isAgreed signer.unconfirmed',
      'title field.too-long',
    ]);
  });
  it('takes a signature from whoever proved a phone, once, and gives a receipt that the list bears out', async () => {
    const petition = await aPublished();
    const path = `/api/v1/petitions/${petition.number}/signatures`;
    const proof = await proofFor(petition, '+380671112233');
    const signed = await city.api.post(path, { ...NAMES, proof });
    assert.equal(signed.status, 201);
    const again = await city.api.post(path, { ...NAMES, proof });
    assert.equal(again.status, 200);
    assert.deepEqual({ ...again.body, isNew: true }, signed.body);
    assert.equal((await city.api.get(`${path}/${signed.body.leaf}`)).status, 404); // it is not sealed yet
    await sealAll();
    const { body: standing } = await city.api.get(`${path}/${signed.body.leaf}`);
    assert.deepEqual([standing.place, standing.size, standing.root], [1, 1, signed.body.leaf]);
    const { body: list } = await city.api.get(path);
    assert.equal(list.items[0].name, 'Коваль Ганна Петрівна');
    assert.equal((await city.api.get(`/api/v1/petitions/${petition.number}`)).body.count.sms, 1);
  });
  it('takes no proof of another petition, of eleven minutes ago or of one’s own making', async () => {
    const [petition, other] = [await aPublished(), await aPublished()];
    const path = `/api/v1/petitions/${petition.number}/signatures`;
    const signer = { method: 'sms' as const, keys: ['key'], range: null };
    const refused = async (proof: string) => {
      const { status, body } = await city.api.post(path, { ...NAMES, proof });
      assert.deepEqual([status, body.errors?.[0]?.code], [422, 'code.expired'], proof.slice(0, 20));
    };
    await refused(writeProof(other.number ?? 0, signer));
    await refused('k1.AAAA');
    await refused('ні');
    const old = writeProof(petition.number ?? 0, signer);
    passSeconds(11 * 60);
    await refused(old);
    const fresh = writeProof(petition.number ?? 0, signer);
    const untruly = await city.api.post(path, { ...NAMES, isEntitled: false, proof: fresh });
    assert.equal(untruly.body.errors[0].code, 'signer.unconfirmed');
  });
  it('signs nothing after the end, though the code came before it', async () => {
    const petition = await aPublished();
    setClock('2026-06-03T20:58:00Z');
    const proof = await proofFor(petition, '+380671112244');
    setClock('2026-06-03T21:00:00Z');
    const late = await city.api.post(`/api/v1/petitions/${petition.number}/signatures`, { ...NAMES, proof });
    assert.deepEqual([late.status, late.body.type], [409, '/problems/petition.closed']);
    await sealAll();
    assert.deepEqual((await petitionNow(petition)).tally, { eid: 0, sms: 0, removed: 0 });
  });
  it('answers 404 for numbers of every strange shape, and for petitions that nobody sees', async () => {
    const shapes = [
      '0',
      '00',
      '-1',
      '1.5',
      '1e3',
      '999999999',
      '9999999999',
      'abc',
      '%00',
      'NaN',
      'null',
      '١',
      '1 ',
      '../1',
      '{}',
      'true',
      '0x1',
    ];
    for (const shape of shapes) {
      const { status } = await city.api.get(`/api/v1/petitions/${encodeURIComponent(shape)}`);
      assert.equal(status, 404, shape);
    }
  });
});
