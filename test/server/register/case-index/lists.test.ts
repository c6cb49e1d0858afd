import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { beginCaseIndex } from '#server/case-index.begin.ts';
import { answersOf, askFirst, keepCaseIndex, keepCaseIndexThread } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import { type Api, useCity } from '../../../support/api.ts';
import { aDraft } from '../../../support/appeals.ts';
import { mongodbUri } from '../../../support/database.ts';
import { until } from '../../../support/until.ts';

/** Everything that a list promises, whoever finds its cases. */
function promises(keep: (database: string) => Promise<() => unknown>): void {
  const city = useCity();
  let operator: Api;
  let leave: () => unknown;
  const filed: { id: string; number: string }[] = [];
  before(async () => {
    leave = await keep(mongoose.connection.name);
    operator = await city.staff('operator');
    for (const [text, address] of [
      ['Біля під’їзду вже тиждень не горить ліхтар.', 'вул. Софіївська, 8'],
      ['На дорозі велика яма, машини об’їжджають її тротуаром.', 'вул. Торгова, 14'],
      ['У підвалі стоїть вода, запах на весь будинок.', 'вул. Софіївська, 21'],
    ] as const)
      filed.push((await city.api.post('/api/v1/appeals', aDraft({ text, place: { address } }))).body);
  });
  after(() => leave());
  const list = async (query: Record<string, string>) =>
    (await operator.get(`/api/v1/register?${new URLSearchParams(query)}`)).body;
  const found = async (query: Record<string, string>): Promise<number[]> => {
    const { items, total } = await list(query);
    assert.equal(items.length, total);
    return items.map(({ id }: { id: string }) => filed.findIndex((one) => one.id === id));
  };

  it('finds words in any of their forms, in the text and the place together', async () => {
    assert.deepEqual(await found({ q: 'ліхтарі' }), [0]);
    assert.deepEqual(await found({ q: 'ЯМИ дороги' }), [1]);
    assert.deepEqual(await found({ q: 'Софіївській' }), [0, 2]);
    assert.deepEqual(await found({ q: 'софіївська підвал 21' }), [2]);
    assert.deepEqual(await found({ q: 'ліхтар підвал' }), []);
  });
  it('finds a number as people write it, whole or begun', async () => {
    const number = filed[1]?.number ?? '';
    assert.deepEqual(await found({ q: `${number.slice(0, 4)} ${number.slice(4)}` }), [1]);
    assert.ok((await found({ q: number.slice(0, 7) })).includes(1));
    assert.deepEqual(await found({ q: '9900000000' }), []);
  });
  it('finds nothing by signs alone, and refuses what is no search', async () => {
    assert.deepEqual(await found({ q: '…!? —' }), []);
    for (const [name, value] of [
      ['q', 'y'.repeat(10_000)],
      ['status', 'new,<b>'],
      ['department', 'x'],
      ['channel', 'web,pigeon'],
      ['receivedFrom', '2026-02-30'],
      ['sort', 'number'],
    ] as const) {
      const { status, body } = await operator.get(`/api/v1/register?${new URLSearchParams({ [name]: value })}`);
      assert.deepEqual([status, body.errors[0].path], [422, name]);
    }
  });
  it('takes any date that the calendar has', async () => {
    const [first, last] = ['0001-01-01', '9999-12-31'];
    assert.deepEqual(await found({ receivedFrom: first, receivedTo: last, dueFrom: first, dueTo: last }), [0, 1, 2]);
    assert.deepEqual(await found({ receivedFrom: last }), []);
    assert.deepEqual(await found({ receivedTo: first }), []);
    assert.deepEqual(await found({ dueFrom: last }), []);
    assert.deepEqual(await found({ dueTo: first }), []);
  });
  it('has a change just saved, and counts it', async () => {
    const [first] = filed;
    assert.ok(first);
    const before = (await list({ view: 'new' })).counts;
    await operator.post(`/api/v1/register/${first.id}/register`, { expectedVersion: 1, questionGroup: 9 });
    assert.deepEqual(await found({ view: 'unassigned' }), [0]);
    assert.deepEqual(await found({ status: 'submitted' }), [1, 2]);
    await operator.post(`/api/v1/register/${first.id}/assign`, { expectedVersion: 2, departmentId: String(unit(4)) });
    assert.deepEqual(await found({ department: `${unit(4)},${unit(3)}` }), [0]);
    const { counts } = await list({});
    assert.deepEqual([counts.new, counts.unassigned, counts.in_hand], [before.new - 1, 0, before.in_hand + 1]);
  });
  it('pages backwards in time with the exact count of the whole list on each page', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; next: string | null; total: number } = await list({
        sort: '-received',
        limit: '1',
        ...(cursor !== null && { cursor }),
      });
      assert.equal(page.total, 3);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    assert.deepEqual(seen, filed.map(({ id }) => id).reverse());
  });
  it('keeps a cursor to the filters that it was made for', async () => {
    const { next } = await list({ sort: 'received', limit: '1' });
    const query = new URLSearchParams({ sort: 'received', limit: '1', channel: 'web', cursor: next });
    assert.equal((await operator.get(`/api/v1/register?${query}`)).status, 422);
  });
  it('shows an executor what their department executes, whatever they ask for', async () => {
    const roads = await city.staff('roads');
    for (const query of ['', 'q=яма', `department=${unit(4)}`, 'mine=1', 'view=new']) {
      const { items, total } = (await roads.get(`/api/v1/register?${encodeURI(query)}`)).body;
      assert.deepEqual([items, total], [[], 0], query);
    }
  });
}

describe('register: lists by the case index', () =>
  promises(async () => {
    const keeper = keepCaseIndex();
    const leave = askFirst(answersOf(keeper));
    keeper.reload();
    await keeper.settled();
    return () => {
      leave();
      return keeper.close();
    };
  }));
describe('register: lists by the case index in a thread of its own', () => {
  promises(async (database) => {
    const thread = keepCaseIndexThread(() => beginCaseIndex({ mongodbUri: mongodbUri(database), logLevel: 'silent' }));
    thread.reload();
    await until(async () => (await thread.counts([{ all: [] }])) !== null);
    return thread.close;
  });
});
describe('register: lists by MongoDB alone', () => promises(async () => () => undefined));
