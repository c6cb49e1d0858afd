import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { nest } from '#server/http/form.nest.ts';
import { parseForm, readForm } from '#server/http/form.ts';

const People = z.object({
  people: z.optional(z.array(z.strictObject({ name: z.string().check(z.minLength(2)), age: z.optional(z.number()) }))),
  at: z.optional(z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })),
});
const READING = { numbers: ['people.0.age', 'at.coordinates.0', 'at.coordinates.1'] };
const nested = (values: Record<string, string>) =>
  nest(values, { boxes: ['tick'], numbers: ['at.coordinates.0'] }).whole;

describe('http: forms with lists and numbers', () => {
  it('makes a list of numbered rows, whatever order they come in', () => {
    const { data } = parseForm(
      People,
      { 'people.1.name': 'Олена', 'people.0.name': 'Іван', 'people.0.age': '41' },
      READING,
    );
    assert.deepEqual(data?.people, [{ name: 'Іван', age: 41 }, { name: 'Олена' }]);
  });
  it('closes up over rows that were left empty, and names a fault as the form does', () => {
    const rows = { 'people.0.name': ' ', 'people.2.name': 'Ян', 'people.7.name': 'x' };
    assert.deepEqual(
      nested(rows).people,
      [{ name: 'Ян' }, { name: 'x' }].map((row) => Object.assign(Object.create(null), row)),
    );
    assert.deepEqual(parseForm(People, rows, READING).errors, [
      { in: 'body', path: 'people.7.name', code: 'field.too-short' },
    ]);
  });
  it('reads a point, and calls a fault what is no number', () => {
    const point = { 'at.type': 'Point', 'at.coordinates.0': '30.7', 'at.coordinates.1': ' 46.5 ' };
    assert.deepEqual(parseForm(People, point, READING).data?.at?.coordinates, [30.7, 46.5]);
    for (const wrong of ['NaN', 'Infinity', '1e3', '0x10', '30,7', '--1', '１２'])
      assert.ok(parseForm(People, { ...point, 'at.coordinates.0': wrong }, READING).errors, wrong);
  });
  it('leaves a record with any other name a record', () => {
    assert.ok(!Array.isArray(nested({ 'answers.0': 'a', 'answers.where': 'b' }).answers));
  });
  it('cannot be led to a prototype, nor to a list as long as the sky', () => {
    const whole = nested({
      '__proto__.polluted': 'yes',
      'constructor.prototype.polluted': 'yes',
      'a.9999999': 'x',
      tick: 'true',
    });
    assert.equal(({} as { polluted?: string }).polluted, undefined);
    assert.ok(!Array.isArray(whole.a));
    assert.equal(whole.tick, true);
  });
  it('bears a name of a hundred thousand steps', () => {
    const deep = 'a.'.repeat(100_000);
    assert.deepEqual(Object.keys(nested({ [deep]: 'x' })), [deep]);
  });
  it('bears any names and values', () => {
    const part = fc.oneof(fc.constantFrom('0', '1', 'a', '__proto__', 'toString', ''), fc.string());
    const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (values) => {
        assert.doesNotThrow(() => parseForm(People, readForm(values), READING));
      }),
    );
  });
});
