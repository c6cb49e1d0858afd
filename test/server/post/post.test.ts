import assert from 'node:assert/strict';
import supertest from 'supertest';
import { extractText, getDocumentProxy } from 'unpdf';
import { beginSession, DelegationModel, RoleModel, StaffModel } from '#server/identity/index.ts';
import { today } from '#server/platform/clock.ts';
import { PostalItemModel, PostalRegistryModel } from '#server/post/postal.model.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { type Api, useCity } from '../../support/api.ts';
import { atWork, BY_POST, carryPost, type Mailed } from '../../support/mailed.ts';

const ITEMS = '/api/v1/post/items';
const REGISTRIES = '/api/v1/post/registries';

describe('post: registries of what is sent', () => {
  const city = useCity();
  const { move, registered, answered, giveAnswer } = atWork(city);
  let operator: Api;
  beforeEach(async () => {
    operator = await city.staff('operator');
    await Promise.all([PostalItemModel.deleteMany({}), PostalRegistryModel.deleteMany({})]);
  });
  type Item = {
    id: string;
    caseId: string;
    kind: string;
    number: string;
    outgoingNumber: string;
    on: string;
    round: number;
    addressee: { name: string; address: string; isMasked: boolean };
  };
  const waiting = async (who = operator): Promise<Item[]> => {
    await carryPost();
    const { status, body } = await who.get(ITEMS);
    assert.equal(status, 200);
    assert.equal(body.total, body.counts.waiting);
    return body.items;
  };
  const make = (ids: readonly string[], who = operator, mail = 'registered') =>
    who.post(REGISTRIES, { items: ids.map((id) => ({ id, mail })) });
  const historyOf = async ({ id }: Pick<Mailed, 'id'>): Promise<string[]> =>
    (await operator.get(`/api/v1/register/${id}`)).body.history.map(({ kind }: { kind: string }) => kind);
  /** Somebody with these permissions. */
  async function someone(name: string, permissions: Permission[]): Promise<{ api: Api; token: string }> {
    await RoleModel.create({ _id: name, uk: name, permissions });
    const { _id } = await StaffModel.create({
      login: name,
      passwordHash: 'none',
      name: 'Ігор Їжак',
      post: 'діловод',
      roles: [name],
    });
    const { token } = await beginSession({ kind: 'staff', staffId: String(_id) });
    return { api: city.api.as(token), token };
  }
  async function pdf(path: string): Promise<{ words: string[]; file: Buffer }> {
    const { token } = await city.token('operator');
    const { status, type, body } = await supertest(city.app.listener)
      .get(path)
      .set('authorization', `Bearer ${token}`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    assert.deepEqual([status, type], [200, 'application/pdf'], String(body));
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(body as Buffer)));
    return { words: text.map((one) => one.replace(/\s+/g, ' ')), file: body as Buffer };
  }

  it('list the answers and notices of those who asked for a letter, once, and nobody else’s', async () => {
    const letter = await answered(BY_POST);
    await answered();
    const notice = await registered(BY_POST);
    await move(operator, notice, 'forward', { forwarding: { to: 'Одеська ОДА' } });
    const items = await waiting();
    assert.deepEqual(
      items.map(({ caseId, kind, addressee }) => [caseId, kind, addressee.name, addressee.address, addressee.isMasked]),
      [
        [letter.id, 'answer', 'Коваль Іван', BY_POST.contact?.postal, false],
        [notice.id, 'forward', 'Коваль Іван', BY_POST.contact?.postal, false],
      ],
    );
    const { outgoingNumber } = (await operator.get(`/api/v1/register/${letter.id}`)).body.answer.signed;
    assert.equal((await PostalItemModel.findOne({ kind: 'answer' }).lean())?.outgoingNumber, outgoingNumber);
    const forNotice = (await PostalItemModel.findOne({ kind: 'forward' }).lean())?.outgoingNumber;
    assert.match(forNotice ?? '', /^\d+\/\d{4}-вих$/);
    assert.notEqual(forNotice, outgoingNumber);
  });

  it('list the answer that a merged case was given with the other, to its own people', async () => {
    const [first, second] = [await registered(BY_POST), await registered(BY_POST)];
    await move(operator, second, 'merge', { primaryNumber: first.number });
    await giveAnswer(first);
    const items = await waiting();
    assert.deepEqual(items.map(({ caseId }) => caseId).sort(), [first.id, second.id].sort());
    assert.equal(new Set((await PostalItemModel.find().lean()).map(({ outgoingNumber }) => outgoingNumber)).size, 1);
  });

  it('show who does not handle the cases initials alone, and are for deliverers of the whole city', async () => {
    await answered(BY_POST);
    const clerk = await someone('clerk', ['case.readAny', 'answer.deliver']);
    const [item] = await waiting(clerk.api);
    assert.deepEqual(item?.addressee, { name: 'К. І.', address: '', isMasked: true });
    const narrow = await someone('narrow', ['answer.deliver']);
    assert.equal((await narrow.api.get(ITEMS)).status, 403);
    assert.equal((await (await city.staff('controller')).get(ITEMS)).status, 403);
  });

  it('take each paper once, however many make one at the same time', async () => {
    for (let n = 0; n < 4; n += 1) await answered(BY_POST);
    const ids = (await waiting()).map(({ id }) => id);
    const [a, b, c, d] = ids as [string, string, string, string];
    const tries = await Promise.all([make([a, b]), make([b, c]), make([c, a]), make([d]), make([d])]);
    const statuses = tries.map(({ status }) => status);
    assert.ok(
      statuses.every((status) => status === 201 || status === 409),
      statuses.join(),
    );
    const made = await PostalRegistryModel.find().sort({ seq: 1 }).lean();
    const taken = made.flatMap(({ items }) => items.map(({ itemId }) => String(itemId)));
    assert.equal(new Set(taken).size, taken.length, 'no paper is in two registries');
    assert.deepEqual(
      made.map(({ seq }) => seq),
      made.map((_, n) => (made[0]?.seq ?? 0) + n),
      'their numbers have no gaps',
    );
    assert.equal(statuses.filter((status) => status === 201).length, made.length);
    const refused = tries.find(({ status }) => status === 409)?.body;
    assert.ok(
      refused.listed.length > 0 &&
        refused.listed.every(({ registry }: { registry: string }) => /^\d+\/\d{4}$/.test(registry)),
    );
    for (const { _id, items } of made)
      for (const { itemId } of items)
        assert.equal(String((await PostalItemModel.findById(itemId).lean())?.registryId), String(_id));
    // The database itself keeps it, were the command ever wrong.
    const [first] = made;
    assert.ok(first?.items[0]);
    await assert.rejects(
      PostalRegistryModel.collection.insertOne({ year: 1, seq: 1, items: [first.items[0]] } as never),
      /duplicate key/,
    );
  });

  it('are numbered and never change; papers get tracking numbers and what became of them', async () => {
    const held = await answered(BY_POST);
    const [item] = await waiting();
    assert.ok(item);
    const { status, body } = await make([item.id, item.id]);
    assert.deepEqual([status, body.count, body.registered], [201, 1, 1]);
    assert.match(body.number, /^\d+\/\d{4}$/);
    assert.deepEqual(await waiting(), []);
    const of = `${ITEMS}/${item.id}`;
    for (const trackingNumber of ['', 'сто', '0'.repeat(12), 'RR123456789UA', '<script>', '\u0000'])
      assert.deepEqual((await operator.post(`${of}/tracking`, { trackingNumber })).status, 422, trackingNumber);
    const tracked = await operator.post(`${of}/tracking`, { trackingNumber: 'rr 12345678 5 ua' });
    assert.deepEqual([tracked.status, tracked.body.trackingNumber], [200, 'RR123456785UA']);
    assert.equal((await operator.post(`${of}/outcome`, { state: 'returned' })).body.errors[0].path, 'reason');
    const returned = await operator.post(`${of}/outcome`, { state: 'returned', reason: 'expired' });
    assert.deepEqual([returned.body.state, returned.body.outcome.reason], ['returned', 'expired']);
    assert.deepEqual(
      (await operator.get(`${ITEMS}?state=returned`)).body.items.map(({ id }: Item) => id),
      [item.id],
    );
    const onCard = (await operator.get(`/api/v1/register/${held.id}/post`)).body.items;
    assert.deepEqual([onCard[0].state, onCard[0].registry.number], ['returned', body.number]);
    assert.deepEqual((await historyOf(held)).slice(-2), ['appeal.posted', 'appeal.mail-returned']);
    const { items } = (await operator.get(`${REGISTRIES}/${body.id}`)).body;
    assert.deepEqual([items.length, items[0].id], [1, item.id]);
  });

  it('are sent again when they came back, once after each return, whoever asks at the same moment', async () => {
    const held = await answered(BY_POST);
    const [item] = await waiting();
    assert.ok(item);
    const again = (id: string) => operator.post(`${ITEMS}/${id}/again`, {});
    const comeBack = async (id: string) => {
      assert.equal((await make([id])).status, 201);
      assert.equal(
        (await operator.post(`${ITEMS}/${id}/outcome`, { state: 'returned', reason: 'expired' })).status,
        200,
      );
    };
    assert.deepEqual(
      [(await again(item.id)).body.code, (await again('f'.repeat(24))).status],
      ['post.not-returned', 404],
    );
    await comeBack(item.id);
    const both = await Promise.all([again(item.id), again(item.id)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
    const [second, ...more] = await waiting();
    assert.ok(second && more.length === 0);
    const shown = ({ number, outgoingNumber, on, round, addressee }: Item) => ({
      number,
      outgoingNumber,
      on,
      round,
      addressee,
    });
    assert.deepEqual(shown(second), { ...shown(item), round: 2 });
    const [kept] = (await operator.get(`${ITEMS}?state=returned`)).body.items;
    assert.deepEqual([kept.id, kept.isSentAgain], [item.id, true]);
    await comeBack(second.id);
    assert.equal((await again(second.id)).body.round, 3);
    assert.equal((await again(item.id)).body.code, 'post.not-returned');
    assert.deepEqual(
      (await historyOf(held)).filter((kind) => kind === 'appeal.mail-again'),
      ['appeal.mail-again', 'appeal.mail-again'],
    );
    assert.equal((await make((await waiting()).map(({ id }) => id))).status, 201);
  });

  it('are dealt with in a colleague’s place, and history says in whose', async () => {
    const held = await answered(BY_POST);
    const [item] = await waiting();
    assert.ok(item);
    const [giver, taker] = await Promise.all(
      ['operator', 'controller'].map((login) => StaffModel.findOne({ login }).orFail().lean()),
    );
    const days = { from: today(), to: today(), reason: 'Відпустка' };
    const lent = { giverId: String(giver?._id), takerId: String(taker?._id), permissions: ['answer.deliver'], ...days };
    assert.equal((await (await city.staff('administrator')).post('/api/v1/delegations', lent)).status, 201);
    const controller = await city.staff('controller');
    assert.equal((await make([item.id], controller)).status, 201);
    const outcome = { state: 'returned', reason: 'absent' };
    assert.equal((await controller.post(`${ITEMS}/${item.id}/outcome`, outcome)).status, 200);
    assert.equal((await controller.post(`${ITEMS}/${item.id}/again`, {})).status, 201);
    const { history } = (await operator.get(`/api/v1/register/${held.id}`)).body;
    assert.deepEqual(
      history.slice(-3).map(({ kind, inPlaceOf }: Record<string, string>) => [kind, inPlaceOf]),
      ['posted', 'mail-returned', 'mail-again'].map((deed) => [`appeal.${deed}`, giver?.name]),
    );
    assert.equal((await make((await waiting()).map(({ id }) => id))).status, 201);
    await DelegationModel.deleteMany({});
  });

  it('print as letters of their own: the answer, and each notice with its very words', async () => {
    const letter = await answered(BY_POST);
    const notice = await registered(BY_POST);
    const executor = await city.staff('executor');
    await move(operator, notice, 'assign', { departmentId: '4'.padStart(24, '0') });
    await move(executor, notice, 'accept');
    await move(executor, notice, 'ask', { inquiry: 'Біля якого під’їзду?' });
    await carryPost();
    await move(executor, notice, 'ask', { inquiry: 'Скільки там ліхтарів?' });
    const items = await waiting();
    const of = (caseId: string) => items.filter((item) => item.caseId === caseId);
    const wordsOf = async ({ id }: Item) => (await pdf(`${ITEMS}/${id}/letter.pdf`)).words.join(' ');
    const [first, second] = of(notice.id);
    const [answer] = of(letter.id);
    assert.ok(first && second && answer);
    for (const [item, said, unsaid] of [
      [first, 'Біля якого під’їзду?', 'Скільки там'],
      [second, 'Скільки там ліхтарів?', 'Біля якого'],
    ] as const) {
      const words = await wordsOf(item);
      for (const part of [
        said,
        'Нам потрібна ваша відповідь',
        item.outgoingNumber,
        item.addressee.name,
        item.addressee.address,
      ])
        assert.ok(words.includes(part), `${part} in ${words}`);
      assert.ok(!words.includes(unsaid));
    }
    const words = await wordsOf(answer);
    for (const part of ['Відповідь на звернення', answer.outgoingNumber, answer.addressee.name])
      assert.ok(words.includes(part), `${part} in ${words}`);
    assert.match(words.replaceAll(' ', ''), /\/verify\/[0-9a-f]{64}/, 'an address that may be broken in two lines');
    const refused = async (login: string, path: string) => {
      const { token } = await city.token(login);
      return (await supertest(city.app.listener).get(path).set('authorization', `Bearer ${token}`)).status;
    };
    for (const login of ['controller', 'executor'])
      assert.equal(await refused(login, `${ITEMS}/${answer.id}/letter.pdf`), 403);
    for (const id of ['f'.repeat(24), 'x']) assert.equal(await refused('operator', `${ITEMS}/${id}/letter.pdf`), 404);
    const taken = (await (await city.staff('auditor')).get('/api/v1/audit?area=personal-data')).body.items;
    assert.deepEqual(
      taken.slice(0, 3).map(({ kind, facts }: { kind: string; facts: { paper: string } }) => [kind, facts.paper]),
      [1, 2, 3].map(() => ['mail.taken', 'letter']),
    );
    assert.equal((await make(items.map(({ id }) => id))).status, 201);
  });

  it('refuse what cannot be: unknown papers, what was not sent, thousands at once', async () => {
    await answered(BY_POST);
    const [item] = await waiting();
    assert.ok(item);
    const NOBODY = 'f'.repeat(24);
    const unknown = await make([item.id, NOBODY]);
    assert.deepEqual([unknown.status, unknown.body.errors[0].path], [422, 'items.1.id']);
    assert.equal(
      (await operator.post(`${ITEMS}/${item.id}/outcome`, { state: 'delivered' })).body.code,
      'post.not-sent',
    );
    assert.equal((await operator.post(`${ITEMS}/${NOBODY}/outcome`, { state: 'delivered' })).status, 404);
    assert.equal((await operator.post(`${ITEMS}/x/outcome`, { state: 'delivered' })).status, 404);
    assert.equal((await make(Array.from({ length: 300 }, () => item.id))).status, 422);
    assert.equal((await make(Array.from({ length: 5_000 }, () => item.id))).status, 413);
    assert.equal((await make([])).status, 422);
    assert.equal((await operator.get(`${ITEMS}?cursor=x`)).status, 422);
    assert.deepEqual(
      (await waiting()).map(({ id }) => id),
      [item.id],
    );
  });

  it('print as a paper with totals and as envelopes, each on record before it is handed over', async () => {
    for (const postal of [
      '65045, м. Одеса, вул. Преображенська, 24, кв. 7',
      'м. Одеса, пров. Ґедзя, 3, 65100',
      'с. Їжакове, вул. Довга-Предовга імені Української академії мистецтв, будинок 101, корпус 7, квартира 1004, 67000',
    ])
      await answered({ ...BY_POST, contact: { postal } });
    const ids = (await waiting()).map(({ id }) => id);
    const { body } = await operator.post(REGISTRIES, {
      items: ids.map((id, n) => ({ id, mail: n === 0 ? 'registered' : 'plain', ...(n === 1 && { note: 'з описом' }) })),
    });
    await operator.post(`${ITEMS}/${ids[0]}/tracking`, { trackingNumber: '0504512345678' });
    const registry = (await pdf(`${REGISTRIES}/${body.id}/registry.pdf`)).words.join(' ');
    for (const said of [
      `Реєстр поштових відправлень № ${body.number}`,
      'Коваль Іван',
      'пров. Ґедзя, 3',
      'рекомендований лист',
      '0504512345678',
      'з описом',
      'Усього відправлень: 3, з них рекомендованих: 1, звичайних: 2',
      'Здав(ла): Олена Ткаченко',
      'Прийняв(ла):',
    ])
      assert.ok(registry.includes(said), `${said} in: ${registry}`);
    for (const size of ['c5', 'dl']) {
      const { words } = await pdf(`${REGISTRIES}/${body.id}/envelopes.pdf?size=${size}`);
      assert.equal(words.length, 3, 'one a page');
      assert.match(
        words[1] ?? '',
        /Виконавчий комітет Одеської міської ради.*65026.*Коваль Іван м\. Одеса, пров\. Ґедзя, 3 65100/,
      );
      assert.ok(words[0]?.includes('РЕКОМЕНДОВАНИЙ') && !words[1]?.includes('РЕКОМЕНДОВАНИЙ'));
    }
    assert.equal((await pdf(`/api/v1/post/envelopes.pdf?items=${ids[2]}`)).words.length, 1);
    const { token } = await city.token('operator');
    const bad = (path: string) => supertest(city.app.listener).get(path).set('authorization', `Bearer ${token}`);
    await bad(`${REGISTRIES}/${body.id}/envelopes.pdf?size=a4`).expect(422);
    await bad(`${REGISTRIES}/x/registry.pdf`).expect(404);
    const theirs = `${REGISTRIES}/${body.id}/registry.pdf`;
    await supertest(city.app.listener).get(theirs).expect(401);
    const { token: controllers } = await city.token('controller');
    await supertest(city.app.listener).get(theirs).set('authorization', `Bearer ${controllers}`).expect(403);
    await bad(`/api/v1/post/envelopes.pdf?items=${'f'.repeat(24)}`).expect(404);
    await bad('/api/v1/post/envelopes.pdf?items=..,x').expect(422);
    const { items } = (await (await city.staff('auditor')).get('/api/v1/audit?area=personal-data')).body;
    assert.deepEqual(items.map(({ kind, facts }: { kind: string; facts: object }) => [kind, facts]).slice(0, 2), [
      ['mail.taken', { paper: 'envelopes', registry: null, count: 1 }],
      ['mail.taken', { paper: 'envelopes', registry: body.number, count: 3 }],
    ]);
  });
});
