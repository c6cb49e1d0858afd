import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slotsOf } from '#server/platform/columns/bits.ts';
import type { Filter, Row } from '#server/platform/columns/filter.ts';
import { Postings } from '#server/platform/columns/postings.ts';
import { Table } from '#server/platform/columns/table.ts';

const COLUMNS = { colour: 'code', tags: 'codes', size: 'number', weight: 'number', worth: 'rare' } as const;
type Columns = typeof COLUMNS;
type Kept = Row<Columns> & { id: string; terms: string[] };

const WORDS = ['яма', 'ліхтар', 'вода', 'дах'];
const anId = fc.integer({ min: 0, max: 40 }).map((n) => (n * 0x1_0000_0001).toString(16).padStart(24, '0'));
const aNumber = fc.option(fc.integer({ min: -3, max: 6 }));
const colours = ['red', 'green', 'blue', 'none of them'];
const tags = ['a', 'b', 'c', 'd'];
const aRow: fc.Arbitrary<Kept> = fc.record({
  id: anId,
  colour: fc.option(fc.constantFrom(...colours.slice(0, 3))),
  tags: fc.subarray(tags.slice(0, 3)),
  size: aNumber,
  weight: aNumber,
  worth: aNumber,
  terms: fc.subarray(WORDS.slice(0, 3)),
});
const aFilter = fc.letrec<{ filter: Filter<Columns> }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    fc.subarray(colours).map((values): Filter<Columns> => ({ in: ['colour', values] })),
    fc.subarray(tags).map((values): Filter<Columns> => ({ in: ['tags', values] })),
    fc
      .tuple(fc.constantFrom('size' as const, 'weight' as const, 'worth' as const), aNumber, aNumber)
      .map((between): Filter<Columns> => ({ between })),
    fc
      .constantFrom('colour' as const, 'size' as const, 'worth' as const)
      .map((isNull): Filter<Columns> => ({ isNull })),
    fc.array(anId, { maxLength: 4 }).map((ids): Filter<Columns> => ({ ids })),
    tie('filter').map((not): Filter<Columns> => ({ not })),
    fc.array(tie('filter'), { maxLength: 4 }).map((all): Filter<Columns> => ({ all })),
    fc.array(tie('filter'), { maxLength: 3 }).map((any): Filter<Columns> => ({ any })),
  ),
})).filter;

/** The same said of one row, as plainly as can be. */
function fits(row: Kept, filter: Filter<Columns>): boolean {
  if ('in' in filter) {
    const [column, values] = filter.in;
    const held = column === 'tags' ? row.tags : [row.colour];
    return held.some((value) => value !== null && values.includes(value));
  }
  if ('between' in filter) {
    const [column, from, to] = filter.between;
    const value = row[column];
    return value !== null && (from === null || value >= from) && (to === null || value <= to);
  }
  if ('isNull' in filter) return row[filter.isNull] === null;
  if ('ids' in filter) return filter.ids.includes(row.id);
  if ('not' in filter) return !fits(row, filter.not);
  if ('all' in filter) return filter.all.every((each) => fits(row, each));
  return filter.any.some((each) => fits(row, each));
}
const byKey =
  (by: 'size' | 'weight', isTurned: boolean) =>
  (a: Kept, b: Kept): number => {
    const [x, y] = [a[by] ?? Number.NEGATIVE_INFINITY, b[by] ?? Number.NEGATIVE_INFINITY];
    const order = x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
    return isTurned ? -order : order;
  };
const aChange = fc.oneof(
  { weight: 4, arbitrary: aRow.map((put) => ({ put })) },
  { weight: 1, arbitrary: anId.map((remove) => ({ remove })) },
);

describe('columns: a table', () => {
  it('finds, counts and pages as a plain list does, whatever was put, changed and removed', () => {
    const question = fc.record({
      filter: aFilter,
      terms: fc.subarray(WORDS),
      by: fc.constantFrom('size' as const, 'weight' as const),
      isTurned: fc.boolean(),
      limit: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(aChange, { maxLength: 120 }),
        fc.array(question, { minLength: 1, maxLength: 4 }),
        (changes, asked) => {
          const table = new Table(COLUMNS, {
            few: changes.length % 3 === 0 ? 2_000 : 2,
            mostFresh: 7,
            many: changes.length % 2 ? 3 : 500,
          });
          const plain = new Map<string, Kept>();
          if (changes.length % 2) for (const by of ['size', 'weight'] as const) table.putInOrder(by);
          const half = Math.floor(changes.length / 2);
          for (const some of [changes.slice(0, half), changes.slice(half)]) {
            for (const change of some)
              if ('put' in change) {
                table.put(change.put.id, change.put, change.put.terms);
                plain.set(change.put.id, change.put);
              } else {
                table.remove(change.remove);
                plain.delete(change.remove);
              }
            for (const { filter, terms, by, isTurned, limit } of asked) {
              const expected = [...plain.values()]
                .filter((row) => fits(row, filter) && terms.every((term) => row.terms.includes(term)))
                .sort(byKey(by, isTurned))
                .map((row) => ({ id: row.id, key: row[by] }));
              const found: typeof expected = [];
              let page = table.page({ filter, terms }, { by, isTurned }, { after: null, limit });
              for (;;) {
                assert.equal(page.total, expected.length);
                found.push(...page.rows);
                const after = page.rows.at(-1);
                if (!page.hasMore || !after) break;
                page = table.page({ filter, terms }, { by, isTurned }, { after, limit });
              }
              assert.deepEqual(found, expected);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
  it('keeps its orders through moves, whatever bounds are set on them', () => {
    const aMove = fc.record({ n: fc.integer({ min: 0, max: 59 }), size: aNumber, isGone: fc.boolean() });
    const bounds = fc.tuple(aNumber, aNumber);
    fc.assert(
      fc.property(
        fc.array(aMove, { minLength: 60, maxLength: 200 }),
        bounds,
        fc.boolean(),
        (moves, [from, to], isTurned) => {
          const table = new Table(COLUMNS, { few: 0, mostFresh: 11 });
          const sizes = new Map<string, number | null>();
          const put = (n: number, size: number | null): void => {
            const id = (n * 7_919).toString(16).padStart(24, '0');
            sizes.set(id, size);
            table.put(id, { colour: 'red', tags: [], size, weight: null, worth: null }, ['яма']);
          };
          for (let n = 0; n < 60; n += 1) put(n, n % 7);
          table.putInOrder('size');
          for (const { n, size, isGone } of moves) {
            const id = (n * 7_919).toString(16).padStart(24, '0');
            if (isGone && n % 5 === 0) {
              table.remove(id);
              sizes.delete(id);
            } else put(n, size);
          }
          const between: Filter<Columns> = { between: ['size', from, to] };
          for (const filter of [between, { not: between }, { all: [] }] as const) {
            const isIn = (size: number | null): boolean =>
              size !== null && (from === null || size >= from) && (to === null || size <= to);
            const isWanted = (size: number | null): boolean =>
              'all' in filter || ('not' in filter ? !isIn(size) : isIn(size));
            const expected = [...sizes]
              .map(([id, size]) => ({ id, key: size }))
              .filter(({ key }) => isWanted(key))
              .sort((a, b) => (isTurned ? -1 : 1) * ((a.key ?? -99) - (b.key ?? -99) || (a.id < b.id ? -1 : 1)));
            const found: typeof expected = [];
            for (let after: (typeof expected)[number] | null = null; ; ) {
              const page = table.page({ filter }, { by: 'size', isTurned }, { after, limit: 9 });
              assert.equal(page.total, expected.length);
              found.push(...page.rows);
              after = page.rows.at(-1) ?? null;
              if (!page.hasMore) break;
            }
            assert.deepEqual(found, expected);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
  it('holds more rows than it first had room for', () => {
    const table = new Table(COLUMNS);
    const idOf = (n: number) => (n * 7_919).toString(16).padStart(24, '0');
    for (let n = 0; n < 5_000; n += 1)
      table.put(idOf(n), { colour: n % 2 ? 'red' : null, tags: [`t${n % 300}`], size: n, weight: null, worth: null }, [
        `w${n % 3}`,
      ]);
    assert.equal(table.count({ in: ['colour', ['red']] }), 2_500);
    assert.equal(table.count({ in: ['tags', ['t7', 't8']] }), 34);
    const { rows } = table.page(
      { filter: { all: [] } },
      { by: 'size', isTurned: true },
      { after: { id: idOf(4_000), key: 4_000 }, limit: 2 },
    );
    assert.deepEqual(
      rows.map(({ key }) => key),
      [3_999, 3_998],
    );
  });
  it('keeps a count exact through every change after it was asked', () => {
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 60 }), fc.array(aFilter, { maxLength: 3 }), (changes, filters) => {
        const [table, plain] = [new Table(COLUMNS), new Map<string, Kept>()];
        for (const change of changes) {
          if ('put' in change) {
            table.put(change.put.id, change.put, change.put.terms);
            plain.set(change.put.id, change.put);
          } else {
            table.remove(change.remove);
            plain.delete(change.remove);
          }
          for (const filter of filters)
            assert.equal(table.count(filter), [...plain.values()].filter((row) => fits(row, filter)).length);
        }
      }),
    );
  });
});

describe('columns: postings', () => {
  it('intersect as sets do, few with many', () => {
    const aSet = (max: number) => fc.uniqueArray(fc.nat({ max: 2_000 }), { maxLength: max });
    fc.assert(
      fc.property(aSet(8), aSet(150), aSet(900), fc.constantFrom(4, 10_000), (a, b, c, many) => {
        const sets: [number[], number[], number[]] = [a, b, c];
        const postings = new Postings(many);
        sets.forEach((set, n) => {
          for (const slot of set.sort((a, b) => a - b)) postings.add(`t${n}`, slot);
        });
        const [first, ...others] = sets;
        const expected = first.filter((slot) => others.every((set) => set.includes(slot)));
        const holding = (...terms: string[]): number[] => {
          const set = new Uint32Array(63).fill(0xffff_ffff);
          postings.keepHolding(terms, set);
          return [...slotsOf(set)];
        };
        assert.deepEqual(holding('t2', 't0', 't1'), expected);
        const two = sets[1].filter((slot) => sets[2].includes(slot));
        assert.deepEqual(holding('t1', 't2'), two);
        assert.deepEqual(holding('t1', 'never met'), []);
        assert.deepEqual(holding('t2'), sets[2]);
      }),
    );
  });
  it('tell which hold at least so many of some terms, as counting each does', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sets, fc.integer({ min: 1, max: 8 }), fc.constantFrom(3, 10_000), (lists, wanted, many) => {
        const postings = new Postings(many);
        lists.forEach((list, n) => {
          for (const slot of list.sort((a, b) => a - b)) postings.add(`t${n}`, slot);
        });
        const terms = lists.map((_, n) => `t${n}`);
        const atLeast = Math.min(wanted, terms.length);
        const counted = Array.from({ length: 61 }, (_, slot) => lists.filter((list) => list.includes(slot)).length);
        const expected = counted.flatMap((count, slot) => (count >= atLeast ? [[slot, count]] : []));
        const held = postings.holdingSome(terms, atLeast, 1_000) ?? new Map();
        assert.deepEqual(
          [...held].sort(([a], [b]) => a - b),
          expected,
        );
        if (lists.some((list) => list.length > 0)) assert.equal(postings.holdingSome(terms, 1, 0), null);
      }),
    );
  });
});
