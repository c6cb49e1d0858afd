import assert from 'node:assert/strict';
import supertest from 'supertest';
import { extractText, getDocumentProxy } from 'unpdf';
import { verifyHistory } from '#server/history/index.ts';
import { today } from '#server/platform/clock.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { unit } from '#server/seeds/city.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const JOURNALS = '/api/v1/number-reservations';

describe('register: numbers that are kept for a journal on paper', () => {
  const city = useCity();
  let operator: Api;
  beforeEach(async () => {
    operator = await city.staff('operator');
  });
  const reserve = async (count = 3): Promise<{ id: string; first: string; last: string }> => {
    const asked = { departmentId: String(unit(4)), on: today(), count, reason: 'Планове відключення світла' };
    const { status, body } = await operator.post(JOURNALS, asked);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const numbersOf = async (id: string): Promise<{ number: string; state: string; caseId: string | null }[]> =>
    (await operator.get(`${JOURNALS}/${id}`)).body.numbers;
  const enter = (number: string, over: object = {}, key?: string) =>
    operator.post(
      '/api/v1/register/appeals',
      { ...aDraft(), channel: 'post', received: { on: today(), reasonCode: 'blackout', number, ...over } },
      key ? { 'idempotency-key': key } : {},
    );
  const refused = async (said: ReturnType<typeof enter>): Promise<string[]> => {
    const { status, body } = await said;
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);
  };
  const close = (id: string) => operator.post(`${JOURNALS}/${id}/close`, { reason: 'Світло повернулося раніше' });
  async function journal(id: string): Promise<string[]> {
    const { token } = await city.token('operator');
    const { status, body } = await supertest(city.app.listener)
      .get(`${JOURNALS}/${id}/journal.pdf`)
      .set('authorization', `Bearer ${token}`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    assert.equal(status, 200);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(body as Buffer)));
    return text;
  }

  it('are each taken once by a paper that is entered, and what is left is closed by an act', async () => {
    const { id } = await reserve();
    const [first = '', second = '', third = ''] = (await numbersOf(id)).map(({ number }) => number);
    assert.ok([first, second, third].every(isCaseNumber));
    const entered = await enter(spacedNumber(first), {}, 'a-journal-line-1');
    assert.deepEqual([entered.status, entered.body.number], [201, first]);
    assert.equal((await enter(spacedNumber(first), {}, 'a-journal-line-1')).body.id, entered.body.id, 'a repeat');
    assert.deepEqual(await refused(enter(first)), ['received.number number.used']);
    const { history } = (await operator.get(`/api/v1/register/${entered.body.id}`)).body;
    assert.deepEqual(
      history.map(({ kind }: { kind: string }) => kind),
      ['appeal.filed', 'appeal.number-taken'],
    );
    const { status, body } = await close(id);
    assert.deepEqual([status, body.counts], [200, { left: 0, used: 1, closed: 2 }]);
    assert.deepEqual([body.act.count, body.act.reason], [2, 'Світло повернулося раніше']);
    assert.ok(body.act.by);
    assert.deepEqual(await refused(enter(second)), ['received.number number.closed']);
    assert.equal((await close(id)).body.code, 'numbers.settled');
    assert.deepEqual(
      (await numbersOf(id)).map(({ state, caseId }) => [state, caseId]),
      [
        ['used', entered.body.id],
        ['closed', null],
        ['closed', null],
      ],
    );
    const [listed] = (await operator.get(JOURNALS)).body.items;
    assert.deepEqual([listed.id, listed.counts], [id, body.counts]);
    assert.deepEqual((await verifyHistory()).broken, []);
  });

  it('go to one of two who take the same at once; the other is told, and nothing of theirs is kept', async () => {
    const { first } = await reserve();
    const before = await CaseModel.countDocuments();
    const both = await Promise.all([enter(first), enter(first), enter(first)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422, 422]);
    for (const { status, body } of both) if (status === 422) assert.equal(body.errors[0].code, 'number.used');
    assert.equal(await CaseModel.countDocuments(), before + 1);
  });

  it('are taken or closed, never both', async () => {
    const { id, first } = await reserve(1);
    const [entered, closed] = await Promise.all([enter(first), close(id)]);
    assert.deepEqual([entered.status === 201, closed.status === 200].filter(Boolean).length, 1);
    const [one] = await numbersOf(id);
    assert.equal(one?.state, entered.status === 201 ? 'used' : 'closed');
  });

  it('are of a journal that was kept, on its days, and never drawn for anybody else', async () => {
    const { first } = await reserve();
    assert.deepEqual(await refused(enter('2600000000')), ['received.number number.not-reserved']);
    const early = { on: addCalendarDays(today(), -1) };
    assert.deepEqual(await refused(enter(first, early)), ['received.on date.before-journal']);
    const { body } = await operator.post('/api/v1/register/appeals', { ...aDraft(), channel: 'post' });
    assert.notEqual(body.number, first);
    const wrong = await operator.post(JOURNALS, {
      departmentId: 'f'.repeat(24),
      on: addCalendarDays(today(), -1),
      count: 201,
      reason: 'ні',
    });
    assert.equal(wrong.status, 422);
    const odd = { departmentId: 'f'.repeat(24), on: addCalendarDays(today(), 31), count: 1, reason: 'Обстріл' };
    assert.deepEqual(await refused(operator.post(JOURNALS, odd)), [
      'departmentId department.unknown',
      'on date.too-far',
    ]);
    assert.equal((await close('f'.repeat(24))).status, 404);
  });

  it('are printed as a journal and a blank card each, and later with what became of them', async () => {
    const { id, first, last } = await reserve(40);
    const pages = await journal(id);
    const [head = '', ...rest] = pages.map((page) => page.replace(/\u00a0/g, ' '));
    assert.match(head, /Журнал реєстрації звернень на/);
    assert.match(head, new RegExp(spacedNumber(first).replace(/\s/g, '\\s')));
    const cards = rest.filter((page) => /Реєстраційно-контрольна картка/i.test(page));
    assert.equal(cards.length, 40);
    assert.ok(cards.at(-1)?.includes(spacedNumber(last).replace(/\u00a0/g, ' ')));
    await enter(first);
    await close(id);
    const after = await journal(id);
    const whole = after.join('\n').replace(/\s+/g, ' ');
    assert.match(whole, new RegExp(`внесено ${Number(today().slice(8))}`));
    assert.match(whole, /Не використано номерів: 39\. Підстава: Світло повернулося раніше/);
    assert.doesNotMatch(whole, /контрольна картка/i);
  });
});
