import assert from 'node:assert/strict';
import { EventModel } from '#server/history/event.model.ts';
import { verifyHistory } from '#server/history/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { auditCases } from '#server/register/index.ts';
import { NoteModel } from '#server/register/note.model.ts';
import type { CaseNote, Mention } from '#shared/contract/notes.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const MINUTE_MS = 60_000;

describe('register: internal notes', () => {
  const city = useCity();
  const staff = {} as Record<'operator' | 'executor' | 'controller' | 'head' | 'auditor', Api>;
  before(async () => {
    for (const login of ['operator', 'executor', 'controller', 'head', 'auditor'] as const)
      staff[login] = await city.staff(login);
  });
  afterEach(() => shiftClock(0));

  const filed = async (): Promise<string> => (await city.api.post('/api/v1/appeals', aDraft())).body.id;
  const notes = (id: string) => `/api/v1/register/${id}/notes`;
  const write = (who: Api, id: string, text: string) => who.post(notes(id), { text });
  const read = async (who: Api, id: string): Promise<CaseNote[]> => (await who.get(notes(id))).body.items;
  const mentions = async (who: Api): Promise<{ items: Mention[]; unread: number }> =>
    (await who.get('/api/v1/mentions')).body;
  const nameOf = async (login: string) => (await StaffModel.findOne({ login }).orFail().lean()).name;

  it('are read by whoever may read the case at the desk, and written by whoever handles it', async () => {
    const id = await filed();
    const { status, body } = await write(staff.operator, id, 'Дзвонив майстер:\nбуде завтра о 9.');
    assert.deepEqual([status, body.text], [201, 'Дзвонив майстер:\nбуде завтра о 9.']);
    assert.equal(body.by.name, await nameOf('operator'));
    const [note] = await read(staff.head, id);
    assert.deepEqual([note?.text, note?.mayChangeForS], [body.text, null]);
    for (const who of [staff.executor, staff.auditor]) {
      assert.equal((await who.get(notes(id))).status, 404);
      assert.equal((await write(who, id, 'Не моя справа')).status, 404);
    }
  });

  it('tell those whom they name, by login or by name, once each, until they have looked', async () => {
    const id = await filed();
    const before = (await mentions(staff.controller)).unread;
    const text = `@controller, гляньте: @${(await nameOf('controller')).toUpperCase()} і ще раз @controller. @${await nameOf('head')}!`;
    const { body } = await write(staff.operator, id, text);
    assert.deepEqual(
      body.mentions.map(({ said, name }: CaseNote['mentions'][number]) => [said, name]),
      [
        ['@controller', await nameOf('controller')],
        [`@${(await nameOf('controller')).toUpperCase()}`, await nameOf('controller')],
        [`@${await nameOf('head')}`, await nameOf('head')],
      ],
    );
    const { items, unread } = await mentions(staff.controller);
    assert.equal(unread, before + 1);
    assert.deepEqual([items[0]?.caseId, items[0]?.text, items[0]?.isRead], [id, text, false]);
    assert.equal((await mentions(staff.head)).items[0]?.caseId, id);
    assert.ok((await mentions(staff.operator)).items.every(({ caseId }) => caseId !== id));
    assert.equal((await staff.controller.get(notes(id))).body.unread, 1);
    assert.equal((await staff.controller.post(`${notes(id)}/seen`)).body.unread, before);
    assert.equal((await staff.controller.get(notes(id))).body.unread, 0);
    assert.equal((await mentions(staff.controller)).items[0]?.isRead, true);
    assert.equal((await mentions(staff.head)).items[0]?.isRead, false);
  });

  it('say of every mention of nobody, and of somebody who may not read the case, which it is', async () => {
    const id = await filed();
    const refused = await write(staff.operator, id, 'Прошу @nobody, @executor та @Ніхто-Інший; пишіть на a@b.ua');
    assert.equal(refused.status, 422);
    assert.deepEqual(
      refused.body.errors.map(({ path, code, said }: Record<string, string>) => [path, code, said]),
      [
        ['text', 'mention.unknown', '@nobody'],
        ['text', 'mention.no-access', '@executor'],
        ['text', 'mention.unknown', '@Ніхто-Інший'],
      ],
    );
    assert.match(refused.body.errors[1].message, /@executor/);
    await StaffModel.updateOne({ login: 'controller' }, { $set: { isLocked: true } });
    const locked = await write(staff.operator, id, '@controller, гляньте');
    await StaffModel.updateOne({ login: 'controller' }, { $set: { isLocked: false } });
    assert.deepEqual([locked.status, locked.body.errors[0].code], [422, 'mention.unknown']);
    const namesake = await StaffModel.findOne({ login: 'head' }).orFail().lean();
    await StaffModel.updateOne({ login: 'head' }, { $set: { name: await nameOf('controller') } });
    const twofold = await write(staff.operator, id, `@${await nameOf('controller')}, гляньте`);
    await StaffModel.updateOne({ login: 'head' }, { $set: { name: namesake.name } });
    assert.deepEqual([twofold.status, twofold.body.errors[0].code], [422, 'mention.ambiguous']);
    assert.deepEqual(await read(staff.operator, id), []);
    for (const text of ['', ' ', 'а\u0000б', 'а'.repeat(4_001)])
      assert.equal((await write(staff.operator, id, text)).status, 422);
  });

  it('can name whoever may read the case, and nobody else is offered', async () => {
    const id = await filed();
    const { items } = (await staff.operator.get(`/api/v1/register/${id}/colleagues`)).body;
    const logins = items.map(({ login }: { login: string }) => login);
    for (const login of ['controller', 'head']) assert.ok(logins.includes(login));
    for (const login of ['operator', 'executor', 'auditor']) assert.ok(!logins.includes(login));
    assert.equal((await write(staff.operator, id, logins.map((login: string) => `@${login}`).join(' '))).status, 201);
  });

  it('are changed and withdrawn by their author alone, for ten minutes, and leave a trace', async () => {
    const id = await filed();
    const note = (await write(staff.operator, id, '@controller, перша думка')).body as CaseNote;
    const deed = (who: Api, what: string, body?: object) => who.post(`${notes(id)}/${note.id}/${what}`, body);
    assert.ok(note.mayChangeForS);
    assert.equal((await deed(staff.head, 'edit', { text: 'чужа рука' })).status, 404);
    assert.equal((await deed(staff.head, 'withdraw')).status, 404);
    const edited = await deed(staff.operator, 'edit', { text: '@head, друга думка' });
    assert.deepEqual([edited.status, edited.body.text], [200, '@head, друга думка']);
    assert.ok(edited.body.editedAt);
    assert.ok((await mentions(staff.controller)).items.every(({ caseId }) => caseId !== id));
    assert.equal((await mentions(staff.head)).items[0]?.text, '@head, друга думка');

    shiftClock(10 * MINUTE_MS + 1_000);
    for (const refused of [
      await deed(staff.operator, 'edit', { text: 'запізно' }),
      await deed(staff.operator, 'withdraw'),
    ])
      assert.deepEqual([refused.status, refused.body.code], [409, 'note.settled']);
    shiftClock(9 * MINUTE_MS);
    const { body } = await deed(staff.operator, 'withdraw');
    assert.deepEqual([body.text, body.mentions, body.mayChangeForS], [null, [], null]);
    assert.equal((await deed(staff.operator, 'edit', { text: 'ще раз' })).status, 409);
    assert.ok((await mentions(staff.head)).items.every(({ caseId }) => caseId !== id));
    const kept = JSON.stringify(await NoteModel.findById(note.id).lean());
    assert.ok(!/думка/.test(kept));
    assert.equal((await read(staff.head, id)).length, 1);
  });

  it('are in the history without their words, which cannot be changed unseen', async () => {
    const id = await filed();
    const { body } = await write(staff.operator, id, 'Таємне слово; @controller');
    await staff.operator.post(`${notes(id)}/${body.id}/edit`, { text: 'Таємне слово, інакше; @controller' });
    const other = (await write(staff.head, id, 'Таємне слово наостанок')).body;
    await staff.head.post(`${notes(id)}/${other.id}/withdraw`);
    const card = (await staff.operator.get(`/api/v1/register/${id}`)).body;
    assert.deepEqual(
      card.history.map(({ kind, words }: { kind: string; words: string | null }) => [kind, words]),
      [
        ['appeal.filed', null],
        ['appeal.note-added', null],
        ['appeal.note-edited', null],
        ['appeal.note-added', null],
        ['appeal.note-withdrawn', null],
      ],
    );
    const carried = JSON.stringify([
      card,
      await EventModel.find({ 'subject.id': id }).lean(),
      await OutboxModel.find({ 'subject.id': id }).lean(),
    ]);
    assert.ok(!/Таємне/.test(carried));
    const before = await verifyHistory(auditCases);
    assert.deepEqual([before.broken, before.astray], [[], []]);
    await NoteModel.updateOne({ _id: body.id }, { $set: { words: 'Ніби інше слово' } });
    const { astray } = await verifyHistory(auditCases);
    assert.deepEqual(
      astray.map(({ fault }) => fault),
      ['textChanged'],
    );
  });

  it('stand side by side when several are written at once', async () => {
    const id = await filed();
    const texts = Array.from({ length: 6 }, (_, n) => `Водночас ${n}`);
    const said = await Promise.all(texts.map((text, n) => write(n % 2 ? staff.operator : staff.head, id, text)));
    assert.deepEqual(
      said.map(({ status }) => status),
      Array(6).fill(201),
    );
    assert.deepEqual((await read(staff.operator, id)).map(({ text }) => text).sort(), texts);
  });

  it('reach the lists of those they name page by page', async () => {
    const id = await filed();
    for (const n of [1, 2, 3]) await write(staff.operator, id, `@controller ${n}`);
    const first = (await staff.controller.get('/api/v1/mentions?limit=2')).body;
    const second = (await staff.controller.get(`/api/v1/mentions?limit=1&cursor=${first.next}`)).body;
    assert.deepEqual(
      [...first.items, ...second.items].map(({ text }) => text),
      ['@controller 3', '@controller 2', '@controller 1'],
    );
    assert.equal((await staff.head.get(`/api/v1/mentions?cursor=${first.next}`)).status, 422);
  });
});
