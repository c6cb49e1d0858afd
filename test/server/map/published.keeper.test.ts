import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Visibility } from '#server/map/case-question.ts';
import { keepPublished, type PublishedKeeper, publishedCases } from '#server/map/published.keeper.ts';
import { useLog } from '#server/platform/log.ts';
import type { PublishedCase } from '#server/register/index.ts';

const EVERYTHING: Visibility = {
  nowMs: Date.parse('2026-03-03T08:00:00Z'),
  today: '2026-03-03',
  isShownCategory: () => true,
  isHiddenDistrict: () => false,
  branchOf: (code) => new Set([code]),
};
const aCase = (n: number): PublishedCase => ({
  id: n.toString(16).padStart(24, '0'),
  status: 'received',
  categoryCode: 'trees',
  districtCode: null,
  point: [30.73, 46.47],
  receivedAt: new Date('2026-03-01T08:00:00Z'),
  visibleFrom: new Date('2026-03-01T08:00:00Z'),
  dueOn: null,
});
const shown = () =>
  publishedCases()
    .page({}, EVERYTHING, { limit: 100 })
    .ids.map((id) => Number.parseInt(id, 16))
    .sort();

describe('published cases: kept fresh', () => {
  let store: Map<string, PublishedCase>;
  let failures: number;
  let told: number;
  let keeper: PublishedKeeper;
  const keep = (...cases: PublishedCase[]) => cases.forEach((one) => void store.set(one.id, one));
  const answer = () => {
    if (failures-- > 0) throw new Error('the store is away');
  };
  /** What happens while everything is being read. */
  let meanwhile: () => void;
  const begin = () => {
    keeper = keepPublished(() => void told++, {
      async *all() {
        answer();
        const read = [...store.values()];
        await sleep(1);
        meanwhile();
        yield read;
      },
      async of(ids) {
        answer();
        return ids.flatMap((id) => store.get(id) ?? []);
      },
    });
    return keeper.settled();
  };
  before(() => useLog('silent', 'test'));
  beforeEach(() => {
    store = new Map();
    failures = 0;
    told = 0;
    meanwhile = () => undefined;
  });
  afterEach(() => keeper.close());

  it('reads everything first, and says so', async () => {
    keep(aCase(1), aCase(2));
    await begin();
    assert.deepEqual([shown(), told], [[1, 2], 1]);
  });
  it('reads again only what changed: new, newer and taken back', async () => {
    keep(aCase(1), aCase(2));
    await begin();
    keep(aCase(3));
    store.delete(aCase(1).id);
    keeper.touch([1, 3].map((n) => aCase(n).id));
    await keeper.settled();
    assert.deepEqual([shown(), told], [[2, 3], 2]);
  });
  it('loses nothing that changes while everything is read', async () => {
    keep(aCase(1), aCase(2));
    meanwhile = () => {
      store.delete(aCase(2).id);
      keep(aCase(4));
      keeper.touch([2, 4].map((n) => aCase(n).id));
    };
    await begin();
    assert.deepEqual(shown(), [1, 4]);
  });
  it('reads everything anew after a gap', async () => {
    keep(aCase(1));
    await begin();
    store.clear();
    keep(aCase(5));
    keeper.reload();
    await keeper.settled();
    assert.deepEqual(shown(), [5]);
  });
  it('shows what it had while the store is away, and then what is', async function away() {
    this.timeout(10_000);
    keep(aCase(1));
    await begin();
    keep(aCase(2));
    failures = 1;
    keeper.touch([aCase(2).id]);
    await sleep(5);
    assert.deepEqual(shown(), [1]);
    await keeper.settled();
    assert.deepEqual(shown(), [1, 2]);
  });
});
