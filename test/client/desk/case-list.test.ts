import assert from 'node:assert/strict';
import { changesIn, listOf, withChecked, withMore, withRow } from '#client/desk/list/case-list.ts';
import { aRow } from '../../support/rows.ts';

const rows = (...numbers: number[]) => numbers.map((n) => aRow(n));
const idsOf = (list: { rows: readonly { id: string }[] }) => list.rows.map(({ id }) => Number.parseInt(id, 16));

describe('desk: a list that changes under nobody’s cursor', () => {
  it('counts what came, went and was changed, and shows none of it by itself', () => {
    const list = listOf({ rows: rows(1, 2, 3), next: null });
    const now = { rows: [aRow(1), aRow(3, { version: 1 }), aRow(4)], next: null };
    const checked = withChecked(list, now);
    assert.equal(checked.changes, 3);
    assert.deepEqual(checked.rows, list.rows);
    assert.equal(withChecked(checked, { rows: list.rows, next: null }).changes, 0);
  });
  it('does not count what this person moved', () => {
    const list = withRow(listOf({ rows: rows(1, 2), next: null }), aRow(1, { status: 'registered', version: 1 }), true);
    assert.deepEqual(idsOf(list), [1, 2]);
    assert.equal(list.rows[0]?.status, 'registered');
    assert.equal(changesIn(list, { rows: rows(2), next: null }), 0);
    assert.equal(changesIn(list, { rows: [], next: null }), 1);
  });
  it('counts what somebody else moved, also where its newest state is already in its place', () => {
    const list = withRow(listOf({ rows: rows(1, 2), next: null }), aRow(1, { version: 1 }), false);
    assert.equal(changesIn(list, { rows: rows(2), next: null }), 1);
    assert.equal(changesIn(list, { rows: [aRow(1, { version: 1 }), aRow(2)], next: null }), 0);
  });
  it('never puts an older state of a case over a newer one', () => {
    const list = listOf({ rows: [aRow(1, { version: 2, status: 'assigned' })], next: null });
    assert.equal(withRow(list, aRow(1, { version: 1 }), false).rows[0]?.status, 'assigned');
  });
  it('does not take for gone what only slipped below the last line that was asked for', () => {
    const list = listOf({ rows: rows(2, 3, 4), next: 'more' });
    assert.equal(changesIn(list, { rows: rows(1, 2, 3), next: 'more' }), 1);
  });
  it('does not take for new what only came up from below the last line that is shown', () => {
    const list = listOf({ rows: rows(1, 2, 3), next: 'more' });
    assert.equal(changesIn(list, { rows: rows(2, 3, 4), next: 'more' }), 1);
  });
  it('orders by date before id, and those without a date first, as the register does', () => {
    const soon = aRow(9, { dueOn: '2026-03-10' });
    const list = listOf({ rows: [aRow(8, { dueOn: null }), aRow(1)], next: 'more' });
    assert.equal(changesIn(list, { rows: [aRow(8, { dueOn: null }), soon], next: 'more' }), 1);
  });
  it('puts the following lines below, each once', () => {
    const list = withMore(listOf({ rows: rows(1, 2), next: 'a' }), { rows: rows(2, 3), next: null });
    assert.deepEqual(idsOf(list), [1, 2, 3]);
    assert.equal(list.next, null);
  });
});
