import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { useLog } from '#server/platform/log.ts';
import { installRegimes } from '#server/regimes.ts';
import { type CaseIndexKeeper, keepCaseIndex } from '#server/register/case-index/case-index.keeper.ts';
import type { CaseIndex } from '#server/register/case-index/case-index.ts';
import type { Case } from '#server/register/index.ts';
import { aPublishedCase } from '../../../support/published.ts';

const aCase = (status: 'received' | 'in_work' = 'received'): Case =>
  ({ ...aPublishedCase({ status }), text: 'Яма на дорозі' }) as Case;
const idsIn = async (index: CaseIndex | null): Promise<string[]> => {
  assert.ok(index, 'the index is loaded');
  const everything = { filter: { all: [] } };
  const { rows } = await index.page(everything, { by: 'receivedAt', isTurned: false }, { after: null, limit: 100 });
  return rows.map(({ id }) => id);
};
const ids = (...cases: Case[]) => cases.map(({ _id }) => String(_id)).sort();

describe('case index: kept fresh', () => {
  let store: Map<string, Case>;
  let news: { rowId: string; caseId: string }[];
  let reads: number;
  let failures: number;
  /** What happens while everything is being read. */
  let meanwhile: () => void;
  let keeper: CaseIndexKeeper;
  const save = (one: Case, isTold = true): void => {
    store.set(String(one._id), one);
    if (isTold) news.push({ rowId: `row ${news.length}`, caseId: String(one._id) });
  };
  const answer = (): void => {
    reads += 1;
    if (failures-- > 0) throw new Error('the store is away');
  };
  const load = (): Promise<void> => {
    keeper.reload();
    return keeper.settled();
  };
  before(() => {
    useLog('silent', 'test');
    installRegimes();
  });
  beforeEach(() => {
    store = new Map();
    news = [];
    [reads, failures] = [0, 0];
    meanwhile = () => undefined;
    keeper = keepCaseIndex({
      async *all() {
        answer();
        const read = [...store.values()];
        await sleep(1);
        meanwhile();
        yield read;
      },
      async of(wanted) {
        answer();
        return wanted.flatMap((id) => store.get(id) ?? []);
      },
      news: async () => news,
    });
  });
  afterEach(() => keeper.close());

  it('reads nothing until it is told to, and is not there while it reads', async () => {
    save(aCase());
    assert.equal(await keeper.fresh(), null);
    keeper.reload();
    assert.equal(await keeper.fresh(), null);
    await keeper.settled();
    assert.deepEqual(await idsIn(await keeper.fresh()), ids(...store.values()));
  });
  it('has what was saved before it was asked, though no stream has told of it', async () => {
    await load();
    const [one, other] = [aCase(), aCase()];
    save(one);
    save(other);
    assert.deepEqual(await idsIn(await keeper.fresh()), ids(one, other));
    store.delete(String(one._id));
    news.push({ rowId: 'its end', caseId: String(one._id) });
    assert.deepEqual(await idsIn(await keeper.fresh()), ids(other));
  });
  it('reads each piece of news once', async () => {
    await load();
    save(aCase());
    await keeper.fresh();
    const before = reads;
    await keeper.fresh();
    assert.equal(reads, before);
  });
  it('has what the stream told of, and what changed while everything was read', async () => {
    const [first, second] = [aCase(), aCase()];
    save(first, false);
    meanwhile = () => {
      save(second, false);
      keeper.touch([String(second._id)]);
    };
    await load();
    assert.deepEqual(await idsIn(await keeper.fresh()), ids(first, second));
    store.delete(String(first._id));
    keeper.touch([String(first._id)]);
    assert.deepEqual(await idsIn(await keeper.fresh()), ids(second));
  });
  it('leaves the answer to MongoDB from a gap on until everything is read again', async () => {
    save(aCase());
    await load();
    const later = aCase();
    save(later, false);
    keeper.reload();
    assert.equal(await keeper.fresh(), null);
    await keeper.settled();
    assert.ok((await idsIn(await keeper.fresh())).includes(String(later._id)));
  });
  it('says that the store is away, and has everything once it is back', async function away() {
    this.timeout(10_000);
    await load();
    failures = 1;
    const one = aCase();
    save(one);
    await assert.rejects(keeper.fresh(), /away/);
    assert.deepEqual(await idsIn(await keeper.fresh()), ids(one));
  });
  it('tries a loading that failed again', async function again() {
    this.timeout(10_000);
    save(aCase());
    failures = 1;
    await load();
    assert.equal((await idsIn(await keeper.fresh())).length, 1);
  });
  it('is gone when it is closed', async () => {
    await load();
    await keeper.close();
    assert.equal(await keeper.fresh(), null);
  });
});
