import assert from 'node:assert/strict';
import { median, quantile, ratioOf } from './figures.ts';
import { benchOptions } from './options.ts';
import { Result } from './results.ts';
import { interleaved } from './rounds.ts';

describe('bench: figures', () => {
  it('takes quantiles that were measured', () => {
    const times = [5, 1, 4, 2, 3];
    assert.deepEqual([median(times), quantile(times, 0.99), quantile(times, 0)], [3, 5, 1]);
    assert.equal(median([1, 2]), 1);
  });
  it('divides round by round, so that a slow moment weighs on both sides', () => {
    assert.deepEqual(ratioOf([10, 100, 30], [1, 10, 2]), { ratio: 10, least: 10, most: 15 });
  });
  it('runs every side once a round in a changing order, and counts no warming up', async () => {
    const order: string[] = [];
    const side = (name: string) => async () => order.push(name);
    const { times } = await interleaved({ a: side('a'), b: side('b') }, 2);
    assert.equal(order.join(''), 'abbaab');
    assert.deepEqual([times.a.length, times.b.length], [2, 2]);
  });
});

describe('bench: options', () => {
  const known = ['J4', 'J5'];
  it('reads jobs and scales as people write them', () => {
    assert.deepEqual(benchOptions(['j5', '--scale', '1m'], known), { jobs: ['J5'], scale: 1_000_000, json: null });
    assert.deepEqual(benchOptions(['all', '--json', 'x.json'], known), { jobs: known, scale: 100_000, json: 'x.json' });
  });
  it('says in one sentence what is wrong', () => {
    assert.throws(() => benchOptions(['J99'], known), /no such job: J99; there are J4, J5; usage/);
    assert.throws(() => benchOptions(['--scale', '1x'], known), /--scale takes/);
    assert.throws(() => benchOptions(['--fast'], known), /usage/);
  });
});

describe('bench: results', () => {
  it('judges a target only at the scale that it was set for', () => {
    const small = new Result('J4', 1_000);
    small.target('search', { bar: '≥ 300', isMet: false }, 1_000_000);
    assert.deepEqual([small.found.met, small.found.notJudged], [{}, ['search ≥ 300']]);
    const large = new Result('J4', 1_000_000);
    large.target('search', { bar: '≥ 300', isMet: false }, 1_000_000);
    assert.deepEqual([large.found.met, large.found.notJudged], [{ search: false }, []]);
  });
});
