import assert from 'node:assert/strict';
import supertest from 'supertest';
import { WorkLinkModel } from '#server/executors/work-link.model.ts';
import { eventsOf, verifyHistory } from '#server/history/index.ts';
import { auditCases, casesWithoutHistory } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { halves } from '../../support/pictures.ts';

const LABEL = 'ТОВ «Ремонтник»';
const TASK = 'Замінити світильник на опорі 12.';
const RESOLUTION = 'Полагодити ліхтар і доповісти.';
/** Who brought the case and what they wrote: nothing of it may stand on a page. */
const PRIVATE = ['Коваль', 'Іван', '671234567', '67 123', 'не горить', 'Софіївська, 8, кв. 5'];

describe('executors: links for those who have no account', () => {
  useClock();
  const city = useCity();
  let operator: Api;
  let executor: Api;
  beforeEach(async () => {
    [operator, executor] = [await city.staff('operator'), await city.staff('executor')];
  });
  const assigned = async (): Promise<{ id: string; number: string }> => {
    const applicant = { lastName: 'Коваль', firstName: 'Іван', residence: 'м. Одеса, вул. Софіївська, 8, кв. 5' };
    const { body } = await city.api.post('/api/v1/appeals', aDraft({ applicant }));
    await operator.post(`/api/v1/register/${body.id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const move = { expectedVersion: 2, departmentId: String(unit(4)), resolution: RESOLUTION };
    assert.equal((await operator.post(`/api/v1/register/${body.id}/assign`, move)).status, 200);
    return body;
  };
  const made = async (id: string, by: Api = executor, over: object = {}) => {
    const { status, body } = await by.post(`/api/v1/register/${id}/links`, {
      label: LABEL,
      days: 7,
      task: TASK,
      ...over,
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { link: { id: string }; path: string };
  };
  const page = (path: string) => supertest(city.app.listener).get(path);
  const send = (path: string, form: object = {}) => supertest(city.app.listener).post(path).type('form').send(form);
  const listOf = async (id: string) => (await executor.get(`/api/v1/register/${id}/links`)).body;
  const courseOf = async (id: string) => (await executor.get(`/api/v1/register/${id}`)).body.history as HistoryLine[];
  type HistoryLine = { kind: string; actor: string | null; isByLink: boolean };

  it('show number, topic, place, date and task in both languages, and nothing of who appealed', async () => {
    const { id, number } = await assigned();
    const { path } = await made(id);
    assert.match(path, /^\/work\/[0-9A-HJKMNP-TV-Z]{26}$/);
    for (const [at, says] of [
      [path, 'Взяти в роботу'],
      [`/en${path}`, 'Take it on'],
    ] as const) {
      const { status, text, headers } = await page(at);
      assert.deepEqual([status, headers['cache-control']], [200, 'no-store']);
      const spaced = `${number.slice(0, 4)}`;
      for (const word of [says, spaced, RESOLUTION, TASK, 'вул. Софіївська, 8']) assert.ok(text.includes(word), word);
      for (const word of PRIVATE) assert.ok(!text.includes(word), word);
      assert.match(text, /<meta name="robots" content="noindex"/);
    }
    const kept = JSON.stringify(await WorkLinkModel.find().lean());
    assert.ok(!kept.includes(path.slice('/work/'.length)), 'the code is kept');
    assert.deepEqual(
      [(await listOf(id)).items[0].usedAt, (await courseOf(id)).at(-1)?.kind],
      [null, 'appeal.link-made'],
    );
  });

  it('take the work on, a note, a photo without its camera’s data, and a draft that answers nothing', async () => {
    const { id } = await assigned();
    const { path, link } = await made(id);
    for (let times = 0; times < 2; times += 1)
      assert.equal((await send(`${path}/accept`)).headers.location, `${path}?done=accept`);
    assert.equal((await send(`${path}/note`, { note: 'Потрібна автовишка.' })).status, 303);
    const exif = { IFD0: { Copyright: 'Камера Коваля' } };
    const photo = await halves().withExif(exif).jpeg().toBuffer();
    const sent = await supertest(city.app.listener).post(`${path}/photo`).attach('photo', photo, 'IMG_1.jpg');
    assert.equal(sent.status, 303, sent.text);
    const text = 'Світильник на опорі замінено, ліхтар горить.';
    assert.equal((await send(`${path}/draft`, { draft: text })).status, 303);

    const card = (await executor.get(`/api/v1/register/${id}`)).body;
    assert.deepEqual([card.status, card.answer, card.version], ['assigned', null, 3]);
    const course = card.history.slice(-4).map(({ kind, actor, isByLink }: HistoryLine) => [kind, actor, isByLink]);
    assert.deepEqual(
      course,
      ['link-accepted', 'note-added', 'file-added', 'link-drafted'].map((kind) => [`appeal.${kind}`, LABEL, true]),
    );
    const events = await eventsOf({ kind: 'case', id });
    assert.ok(events.slice(-4).every(({ actorId }) => actorId === link.id));
    assert.ok(!JSON.stringify(events).includes('Ремонтник'));
    const { items } = (await executor.get(`/api/v1/register/${id}/notes`)).body;
    assert.deepEqual(
      items.map((note: { text: string; by: { name: string }; isByLink: boolean }) => [
        note.text,
        note.by.name,
        note.isByLink,
      ]),
      [['Потрібна автовишка.', LABEL, true]],
    );
    const list = await listOf(id);
    assert.deepEqual([list.drafts[0].text, list.drafts[0].label, list.items[0].state], [text, LABEL, 'alive']);
    assert.ok(list.items[0].acceptedAt && list.items[0].usedAt);

    const shown = (await page(path)).text;
    const src = /src="(\/files\/[^"]+)"/.exec(shown)?.[1]?.replace('&amp;', '&') ?? '';
    const file = await page(src).buffer(true);
    assert.equal(file.status, 200);
    assert.ok(!Buffer.from(file.body).includes('Камера'));
    assert.equal((await page(src.split('?')[0] ?? '')).status, 404, 'nobody else sees the photo');
    assert.deepEqual((await verifyHistory(auditCases)).astray, []);
    assert.deepEqual(await casesWithoutHistory(), []);
  });

  it('keep what was typed wrongly and say why, with no deed on record', async () => {
    const { id } = await assigned();
    const { path } = await made(id);
    const before = (await courseOf(id)).length;
    for (const [deed, form, code] of [
      ['note', { note: ' ' }, 422],
      ['note', {}, 422],
      ['draft', { draft: 'Готово, усе.' }, 422],
      ['photo', {}, 422],
    ] as const) {
      const { status, text } = await send(`${path}/${deed}`, form);
      assert.equal(status, code, deed);
      assert.ok(text.includes(`href="#${deed}"`) && text.includes('aria-invalid="true"'), deed);
    }
    assert.ok((await send(`${path}/draft`, { draft: 'Готово, усе.' })).text.includes('Готово, усе.'));
    const pdf = Buffer.from('%PDF-1.4 nothing');
    const refused = await supertest(city.app.listener).post(`${path}/photo`).attach('photo', pdf, 'a.pdf');
    assert.equal(refused.status, 422);
    assert.equal((await courseOf(id)).length, before);
  });

  it('are told from forged, ended and spent ones in words: 404 and 410 for each verb', async () => {
    const { id } = await assigned();
    const deeds = ['accept', 'note', 'draft', 'photo'];
    const answers = async (path: string) => [
      (await page(path)).status,
      ...(await Promise.all(deeds.map(async (deed) => (await send(`${path}/${deed}`, { note: 'Так.' })).status))),
    ];
    for (const forged of ['0'.repeat(26), 'a', '%00', 'Ж'.repeat(26), '0'.repeat(5_000)])
      assert.deepEqual(await answers(`/work/${encodeURI(forged)}`), [404, 404, 404, 404, 404], forged.slice(0, 9));
    assert.match((await page(`/work/${'0'.repeat(26)}`)).text, /Посилання не підходить/);

    const revoked = await made(id);
    assert.equal(
      (await operator.post(`/api/v1/register/${id}/links/${revoked.link.id}/revoke`, {})).body.state,
      'revoked',
    );
    const spent = await made(id, operator, { days: 1 });
    setClock('2026-03-04T08:10:00Z');
    for (const { path } of [revoked, spent]) assert.deepEqual(await answers(path), [410, 410, 410, 410, 410]);
    assert.match((await page(`/en${spent.path}`)).text, /The link works no more/);
  });

  it('end when the case goes to another executor, and belong to their own case alone', async () => {
    const [one, other] = [await assigned(), await assigned()];
    const [mine, theirs] = [await made(one.id), await made(other.id)];
    assert.equal((await executor.post(`/api/v1/register/${other.id}/links/${mine.link.id}/revoke`, {})).status, 404);
    await send(`${theirs.path}/note`, { note: 'Це інше звернення.' });
    assert.equal((await executor.get(`/api/v1/register/${one.id}/notes`)).body.items.length, 0);
    const move = { expectedVersion: 3, departmentId: String(unit(3)) };
    assert.equal((await operator.post(`/api/v1/register/${one.id}/assign`, move)).status, 200);
    assert.equal((await page(mine.path)).status, 410);
    assert.equal((await operator.get(`/api/v1/register/${one.id}/links`)).body.items[0].state, 'done');
  });

  it('are made by whoever hands cases out or leads one, for a case in hand, with fields that fit', async () => {
    const { id } = await assigned();
    const post = (by: Api, body: object) => by.post(`/api/v1/register/${id}/links`, body);
    const right = { label: LABEL, days: 7 };
    assert.equal((await post(await city.staff('controller'), right)).status, 403);
    assert.equal((await post(await city.staff('roads'), right)).status, 404);
    const wrong = await post(executor, { label: ' ', days: 61, task: 'x', photoIds: ['f'.repeat(24)] });
    assert.equal(wrong.status, 422);
    assert.deepEqual(wrong.body.errors.map(({ path }: { path: string }) => path).sort(), ['days', 'label', 'task']);
    const strange = await post(executor, { ...right, photoIds: ['f'.repeat(24)] });
    assert.deepEqual([strange.status, strange.body.errors[0].code], [422, 'photo.not-shown']);
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    assert.equal((await operator.post(`/api/v1/register/${body.id}/links`, right)).status, 409);
  });
});
