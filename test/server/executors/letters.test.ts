import assert from 'node:assert/strict';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  type ExecutorLetter,
  ExecutorLetterModel,
  ExecutorRoundModel,
  ExecutorStepModel,
} from '#server/executors/executor-letter.model.ts';
import { executorLetterWriter, sendExecutorLetters } from '#server/executors/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries } from '#server/notifications/index.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { overduePaper } from '#server/reports/overdue.paper.ts';
import { unit } from '#server/seeds/city.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { setClock, useClock } from '../../support/clock.ts';

const SITE = 'https://vidhuk.example';
const [TUESDAY, WEDNESDAY] = ['2026-03-03', '2026-03-04'];
const at = (date: string, time = '08:30') => setClock(`${date}T${time}:00+02:00`);
/** Who brought the cases here: nothing of it may stand in any letter. */
const PRIVATE = ['Коваль', 'Іван', '671234567', '67 123', 'Софіївська', 'під’їзду', 'ліхтар'];

describe('executors: letters of the morning', () => {
  useClock(`${TUESDAY}T08:30:00+02:00`);
  const city = useCity();
  let operator: Api;
  let executor: Api;
  beforeEach(async () => {
    for (const model of [ExecutorLetterModel, ExecutorStepModel, ExecutorRoundModel, OutboxModel, DeliveryModel])
      await model.deleteMany();
    await CaseModel.deleteMany();
    await StaffModel.updateMany({}, { $set: { email: null, superiorId: null } });
    await write('executor', { email: 'bondar@city.example' });
    [operator, executor] = [await city.staff('operator'), await city.staff('executor')];
  });
  const write = (login: string, change: object) => StaffModel.updateOne({ login }, { $set: change });
  const idOf = async (login: string) => (await StaffModel.findOne({ login }).orFail())._id;
  /** A case in the hands of the lights’ department, to be done by that date. */
  const assigned = async (internalDueOn?: string): Promise<{ id: string; number: string }> => {
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    await operator.post(`/api/v1/register/${body.id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const move = { expectedVersion: 2, departmentId: String(unit(4)), resolution: 'Полагодити.', internalDueOn };
    const { status } = await operator.post(`/api/v1/register/${body.id}/assign`, move);
    assert.equal(status, 200);
    return body;
  };
  const wordsOf = async (letter: ExecutorLetter) => {
    const id = String(letter._id);
    const row = { recipient: { kind: 'executor-letter', id }, subject: { kind: 'executor-letter', id } };
    return executorLetterWriter(SITE, overduePaper)(row as never);
  };
  const letters = (kind: ExecutorLetter['kind']) => ExecutorLetterModel.find({ kind }).lean<ExecutorLetter[]>();
  const only = async (kind: ExecutorLetter['kind']): Promise<ExecutorLetter> => {
    const [letter, ...more] = await letters(kind);
    assert.ok(letter && more.length === 0, `${more.length + (letter ? 1 : 0)} letters`);
    return letter;
  };

  it('tell what is new, near and late, with dates in full and links, and nothing of people', async () => {
    at('2026-02-24', '10:00');
    const late = await assigned('2026-03-02');
    const soon = await assigned('2026-03-05');
    await assigned('2026-03-16');
    at('2026-03-02', '12:00');
    [operator] = [await city.staff('operator')];
    const fresh = await assigned('2026-03-17');
    at(TUESDAY);
    assert.deepEqual(await sendExecutorLetters(), { list: 1, superior: 0, sheet: 0 });
    const words = await wordsOf(await only('list'));
    assert.equal(words?.to, 'bondar@city.example');
    const text = words?.paragraphs.join('\n') ?? '';
    assert.match(
      text,
      /Строк минув: 1.*до 2\sберезня\s2026.*Строк упродовж.*: 1.*до 5\sберезня.*Нові.*: 1.*17\sберезня/su,
    );
    for (const { id } of [late, soon, fresh]) assert.ok(text.includes(`${SITE}/desk/cases/${id}`));
    assert.match(text, /Не працює освітлення/);
    for (const word of PRIVATE) assert.ok(!JSON.stringify([words, await letters('list')]).includes(word), word);
    const outbox = JSON.stringify(await OutboxModel.find({ kind: /^executors/ }).lean());
    for (const word of [...PRIVATE, 'bondar']) assert.ok(!outbox.includes(word), word);
  });

  it('go to nobody on a day off, before eight, with an empty list, without an address or behind a locked door', async () => {
    await assigned();
    for (const [date, time] of [
      ['2026-03-07', '12:00'],
      [WEDNESDAY, '07:59'],
    ] as const) {
      at(date, time);
      assert.equal(await sendExecutorLetters(), null);
    }
    await write('executor', { isLocked: true });
    await write('roads', { email: 'moroz@city.example' });
    at(WEDNESDAY);
    assert.deepEqual(await sendExecutorLetters(), { list: 0, superior: 0, sheet: 0 });
    await write('executor', { isLocked: false });
  });

  it('are written once for a day, by however many rounds at once, and planned once each', async () => {
    await assigned('2026-03-04');
    await write('executor', { superiorId: await idOf('head') });
    await write('head', { email: 'shevchuk@city.example' });
    await Promise.all([sendExecutorLetters(), sendExecutorLetters(), sendExecutorLetters()]);
    await ExecutorRoundModel.updateMany({}, { $set: { doneAt: null } }); // as if it had died before its end
    assert.deepEqual(await sendExecutorLetters(), { list: 0, superior: 0, sheet: 0 });
    assert.equal(await sendExecutorLetters(), null);
    assert.deepEqual([(await letters('list')).length, (await letters('superior')).length], [1, 1]);
    const rows = await OutboxModel.find({ kind: /^executors\./ }).lean();
    assert.equal(rows.length, 2);
    for (const { _id } of [...rows, ...rows]) await planDeliveries(String(_id));
    const planned = await DeliveryModel.find({ 'subject.kind': 'executor-letter' }).lean();
    assert.deepEqual(planned.map(({ template, channel, state }) => [template, channel, state]).sort(), [
      ['executor.list', 'email', 'planned'],
      ['executor.superior', 'email', 'planned'],
    ]);
  });

  it('are made up for late on the same day, and not for a day that is over', async () => {
    await assigned('2026-03-05');
    at(WEDNESDAY, '23:40');
    assert.deepEqual(await sendExecutorLetters(), { list: 1, superior: 0, sheet: 0 });
    at('2026-03-06');
    await sendExecutorLetters();
    assert.deepEqual(
      (await letters('list')).map(({ on }) => on),
      [WEDNESDAY, '2026-03-06'],
    );
  });

  it('say nothing any more of what was done, taken away or put off while they waited', async () => {
    const [done, moved] = [await assigned('2026-03-04'), await assigned('2026-03-04')];
    await sendExecutorLetters();
    await executor.post(`/api/v1/register/${done.id}/accept`, { expectedVersion: 3 });
    const answer = { text: 'Роботи виконано, ліхтар знову горить.', result: 'resolved' };
    assert.equal(
      (await executor.post(`/api/v1/register/${done.id}/draft`, { expectedVersion: 4, answer })).status,
      200,
    );
    const left = (await wordsOf(await only('list')))?.paragraphs.join('\n') ?? '';
    assert.ok(left.includes(moved.id) && !left.includes(done.id));
    await operator.post(`/api/v1/register/${moved.id}/assign`, {
      expectedVersion: 3,
      departmentId: String(unit(4)),
      internalDueOn: '2026-03-20',
    });
    assert.equal(await wordsOf(await only('list')), null);
  });

  it('tell a superior once of each step, all in one letter a day, and not the second time a date comes near', async () => {
    await write('executor', { superiorId: await idOf('head') });
    await write('head', { email: 'shevchuk@city.example' });
    const [one, other] = [await assigned('2026-03-05'), await assigned('2026-03-05')];
    await assigned('2026-03-20');
    await sendExecutorLetters();
    const first = await wordsOf(await only('superior'));
    assert.equal(first?.to, 'shevchuk@city.example');
    const text = first?.paragraphs.join('\n') ?? '';
    for (const { id } of [one, other]) assert.ok(text.includes(id));
    assert.match(text, /До строку два робочі дні або менше: 2/);
    for (const word of PRIVATE) assert.ok(!JSON.stringify(first).includes(word), word);
    at(WEDNESDAY);
    await sendExecutorLetters();
    assert.equal((await letters('superior')).length, 1);
    at('2026-03-05');
    await sendExecutorLetters();
    at('2026-03-06');
    await sendExecutorLetters();
    const steps = (await letters('superior')).map(({ lines }) => lines.map(({ why }) => why));
    assert.deepEqual(steps, [
      ['near', 'near'],
      ['due', 'due'],
    ]);
    operator = await city.staff('operator');
    const again = { expectedVersion: 3, departmentId: String(unit(4)), internalDueOn: '2026-03-10' };
    assert.equal((await operator.post(`/api/v1/register/${one.id}/assign`, again)).status, 200);
    at('2026-03-09');
    await sendExecutorLetters();
    assert.equal((await letters('superior')).length, 2);
  });

  it('tell those who control cases where nobody stands above the executors', async () => {
    for (const login of ['controller', 'head', 'operator']) await write(login, { email: `${login}@city.example` });
    await assigned('2026-03-05');
    await sendExecutorLetters();
    const told = (await letters('superior')).map(({ staffId }) => String(staffId)).sort();
    assert.deepEqual(told, [String(await idOf('controller')), String(await idOf('head'))].sort());
  });

  it('bring controllers the overdue by executor on the first working day of a week alone', async () => {
    await write('controller', { email: 'honchar@city.example' });
    await assigned('2026-03-04');
    at('2026-03-06');
    assert.equal((await sendExecutorLetters())?.sheet, 0);
    at('2026-03-09');
    assert.equal((await sendExecutorLetters())?.sheet, 1);
    const words = await wordsOf(await only('sheet'));
    const [paper, ...more] = words?.attachments ?? [];
    assert.deepEqual([paper?.type, more], ['application/pdf', []]);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper?.content ?? [])), {
      mergePages: true,
    });
    assert.match(text, /Прострочене за виконавцями/);
    assert.equal(words?.link?.url, `${SITE}/desk/figures`);
    assert.match(
      words?.paragraphs.join('\n') ?? '',
      /Прострочено: 1 звернення, із них за строком закону: 0. Найдавніше – до 4\sберезня/u,
    );
  });
});
