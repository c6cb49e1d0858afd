import assert from 'node:assert/strict';
import supertest from 'supertest';
import { takeIn } from '#server/attachments/index.ts';
import { verifyHistory } from '#server/history/index.ts';
import { auditCases } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { colourAt, halves, phonePhoto } from '../../support/pictures.ts';
import { FORM, form } from '../../support/posted-forms.ts';

const CONSENTED = { consents: { sms: false, publication: true } };
const WORDS = { state: 'public', text: 'Не горить ліхтар біля зупинки.' } as const;
/** The left half of a picture. */
const LEFT = { x: 0, y: 0, width: 0.5, height: 1 };
type Card = { status: number; body: CaseCard & { code: string; errors?: { path: string; code: string }[] } };

describe('register: photos of a case', () => {
  const city = useCity();
  const staff = {} as Record<'operator' | 'executor' | 'roads' | 'controller' | 'head', Api>;
  before(async () => {
    for (const login of ['operator', 'executor', 'roads', 'controller', 'head'] as const)
      staff[login] = await city.staff(login);
  });
  const photo = () => halves().jpeg().toBuffer();
  const send = (who: Api, id: string, ...parts: Parameters<typeof form>): Promise<Card> =>
    who.post(`/api/v1/register/${id}/photos`, form(...parts), { 'content-type': FORM });
  const add = async (who: Api, id: string, body?: Buffer, filename = 'after.jpg'): Promise<Card> =>
    send(who, id, { name: 'file', filename, body: body ?? (await photo()) });
  const remove = (who: Api, id: string, photoId: string): Promise<Card> =>
    who.delete(`/api/v1/register/${id}/photos/${photoId}`);
  const redact = (id: string, photoId: string, rectangles: object[], who = staff.operator): Promise<Card> =>
    who.post(`/api/v1/register/${id}/photos/${photoId}/redact`, { rectangles });
  const faults = ({ body }: Card) => (body.errors ?? []).map(({ path, code }) => [path, code]);
  const kinds = ({ history }: CaseCard) => history.map(({ kind }) => kind);
  /** A page or a file, as a stranger or as this member of staff is given it. */
  const seen = async (path: string, login?: string) => {
    const asked = supertest(city.app.listener).get(path);
    return login ? asked.set('authorization', `Bearer ${(await city.token(login)).token}`) : asked;
  };
  const bytes = async (path: string, login?: string): Promise<Buffer> => (await seen(path, login)).body;
  const file = async (): Promise<{ id: string; number: string }> =>
    (await city.api.post('/api/v1/appeals', aDraft(CONSENTED))).body;
  /** A case that the executor of the street lights works on. */
  async function assigned(): Promise<string> {
    const { id } = await file();
    await staff.operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const departmentId = String(unit(4));
    await staff.operator.post(`/api/v1/register/${id}/assign`, { expectedVersion: 2, departmentId });
    return id;
  }
  /** A photo that came with the appeal. */
  const sentWith = async (id: string): Promise<string> => {
    const owner = { kind: 'case', id } as const;
    const content = await phonePhoto();
    return String((await takeIn({ owner, purpose: 'appeal', name: 'IMG.jpg', content })).attachment._id);
  };

  it('are added by who works on it and by who publishes, and history says so', async () => {
    const id = await assigned();
    assert.equal((await add(staff.executor, id)).status, 201);
    const { status, body } = await add(staff.operator, id, undefined, 'Після ремонту.jpg');
    assert.deepEqual([status, body.version, body.may.addFiles], [201, 3, true]);
    assert.deepEqual(
      body.files.map(({ purpose, kind, name, publicUrl }) => [purpose, kind, name, publicUrl]),
      [
        ['after', 'photo', 'after.jpg', null],
        ['after', 'photo', 'Після ремонту.jpg', null],
      ],
    );
    assert.deepEqual(kinds(body).slice(-2), ['appeal.file-added', 'appeal.file-added']);
  });
  it('are nobody else’s to add: absent for who may not read it, forbidden for who only reads', async () => {
    const id = await assigned();
    assert.equal((await add(city.api, id)).body.code, 'sign-in.required');
    assert.equal((await add(staff.roads, id)).body.code, 'not-found');
    const { status, body } = await add(staff.head, id);
    assert.deepEqual([status, body.code], [403, 'not-allowed']);
    const { body: card } = await staff.head.get(`/api/v1/register/${id}`);
    assert.deepEqual(
      [card.files, card.may],
      [[], { addFiles: false, revealApplicants: true, settleFeedback: false, switchTexts: false }],
    );
  });
  it('are told what is wrong with them, in the file’s own field', async () => {
    const id = await assigned();
    assert.deepEqual(faults(await add(staff.executor, id, Buffer.from('<svg/>'))), [['file', 'file.type']]);
    assert.deepEqual(faults(await send(staff.executor, id)), [['file', 'field.required']]);
    const stray = { name: 'photo', filename: 'a.jpg', body: await photo() };
    assert.deepEqual(faults(await send(staff.executor, id, stray)), [['photo', 'field.unknown']]);
    const { body } = await staff.executor.post(`/api/v1/register/${id}/photos`, { file: 'a' });
    assert.equal(body.code, 'body.unsupported');
    assert.deepEqual((await staff.executor.get(`/api/v1/register/${id}`)).body.files, []);
  });
  it('keep the first of two, and say that the second was too many', async () => {
    const id = await assigned();
    const two = await Promise.all(
      ['a.jpg', 'b.jpg'].map(async (filename) => ({ name: 'file', filename, body: await photo() })),
    );
    assert.deepEqual(faults(await send(staff.executor, id, ...two)), [['file', 'file.too-many']]);
    const { body } = await staff.executor.get(`/api/v1/register/${id}`);
    assert.deepEqual(
      body.files.map(({ name }: { name: string }) => name),
      ['a.jpg'],
    );
  });
  it('are removed where staff added them, never where the applicant sent them', async () => {
    const id = await assigned();
    const theirs = await sentWith(id);
    const own = (await add(staff.executor, id)).body.files.find(({ purpose }) => purpose === 'after')?.id ?? '';
    assert.equal((await remove(staff.roads, id, own)).status, 404);
    assert.equal((await remove(staff.head, id, own)).status, 403);
    assert.equal((await remove(staff.operator, id, theirs)).status, 404);
    assert.equal((await remove(staff.executor, (await file()).id, own)).status, 404);
    const { status, body } = await remove(staff.executor, id, own);
    assert.deepEqual([status, body.files.map((one) => one.id)], [200, [theirs]]);
    assert.equal(kinds(body).at(-1), 'appeal.file-removed');
    assert.equal((await remove(staff.executor, id, own)).status, 404);
  });
  it('are taken down by who publishes alone, once everybody sees them', async () => {
    const id = await assigned();
    const own = (await add(staff.executor, id)).body.files[0]?.id ?? '';
    await redact(id, own, []);
    const asked = { expectedVersion: 3, publication: { ...WORDS, photoIds: [own] } };
    assert.equal((await staff.operator.post(`/api/v1/register/${id}/publish`, asked)).status, 200);
    assert.equal((await remove(staff.executor, id, own)).status, 403);
    const { status, body } = await remove(staff.operator, id, own);
    assert.deepEqual([status, body.publication.photoIds, body.publication.state], [200, [], 'public']);
    assert.deepEqual((await city.api.get(`/api/v1/appeals/${id}`)).body.published.photos, []);
  });
  it('have a copy for all with what was covered black, which staff see at an address of its own', async () => {
    const { id } = await file();
    const photoId = await sentWith(id);
    const first = (await redact(id, photoId, [LEFT])).body;
    const { url, publicUrl, redactions } = first.files[0] ?? assert.fail('no file');
    assert.deepEqual(redactions, [LEFT]);
    assert.equal(kinds(first).at(-1), 'appeal.photo-redacted');
    const [original, copy] = [await bytes(url, 'operator'), await bytes(publicUrl ?? '', 'operator')];
    assert.notEqual(await colourAt(original, 0.25, 0.25), 'black');
    assert.equal(await colourAt(copy, 0.25, 0.25), 'black');
    assert.notEqual(await colourAt(copy, 0.75, 0.25), 'black');
    const again = (await redact(id, photoId, [])).body.files[0];
    assert.notEqual(again?.publicUrl, publicUrl);
    assert.notEqual(await colourAt(await bytes(again?.publicUrl ?? '', 'operator'), 0.25, 0.25), 'black');
  });
  it('show a stranger the copy alone, and only while it is published', async () => {
    const { id, number } = await file();
    const photoId = await sentWith(id);
    await redact(id, photoId, [LEFT]);
    const paths = [`/files/${photoId}`, `/files/${photoId}?copy=public`, `/files/${photoId}/thumb`];
    const statuses = () => Promise.all(paths.map(async (path) => (await seen(path)).status));
    assert.deepEqual(await statuses(), [404, 404, 404]);
    await staff.operator.post(`/api/v1/register/${id}/publish`, {
      expectedVersion: 1,
      publication: { ...WORDS, photoIds: [photoId] },
    });
    assert.deepEqual(await statuses(), [200, 200, 200]);
    for (const path of paths) assert.equal(await colourAt(await bytes(path), 0.25, 0.25), 'black');
    const { photos } = (await city.api.get(`/api/v1/appeals/${id}`)).body.published;
    assert.equal(await colourAt(await bytes(photos[0].url, 'operator'), 0.25, 0.25), 'black', 'for staff too');
    assert.equal((await seen(`/appeals/${number}?as=everyone`, 'operator')).text.includes(WORDS.text), true);
    await staff.operator.post(`/api/v1/register/${id}/hide`, { expectedVersion: 2, reasonCode: 'safety' });
    assert.deepEqual(await statuses(), [404, 404, 404]);
    assert.equal((await seen(`/appeals/${number}?as=everyone`, 'operator')).status, 403);
  });
  it('are published only once they have a copy for all', async () => {
    const { id } = await file();
    const photoId = await sentWith(id);
    const publish = () =>
      staff.operator.post(`/api/v1/register/${id}/publish`, {
        expectedVersion: 1,
        publication: { ...WORDS, photoIds: [photoId] },
      });
    const refused = await publish();
    assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'publication.photoIds']);
    await redact(id, photoId, []);
    assert.equal((await publish()).status, 200);
  });
  it('are blacked out by who publishes, of this very case', async () => {
    const [id, other] = [await assigned(), (await file()).id];
    const photoId = await sentWith(id);
    assert.equal((await redact(other, photoId, [LEFT])).status, 404);
    assert.equal((await redact(id, photoId, [LEFT], staff.executor)).status, 403);
    assert.equal((await redact(id, photoId, [LEFT], staff.roads)).status, 404);
    assert.equal((await redact(id, photoId, [{ ...LEFT, width: 0 }])).status, 422);
  });
  it('leave every history whole', async () => {
    const { broken, astray, subjects } = await verifyHistory(auditCases);
    assert.ok(subjects > 5);
    assert.deepEqual([broken, astray], [[], []]);
  });
});
