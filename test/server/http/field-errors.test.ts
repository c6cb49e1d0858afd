import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { fieldErrors } from '#server/http/field-errors.ts';
import { even, legalDate, mobile, text, wrong } from '#shared/contract/fields.ts';

/** What a shape has against something, each as `path code`. */
function told(shape: z.ZodMiniType, said: unknown): string[] {
  const { error } = shape.safeParse(said, { reportInput: true });
  return fieldErrors('body', error?.issues ?? []).map((e) => {
    assert.equal(e.in, 'body');
    return `${e.path} ${e.code}`;
  });
}
const field = (shape: z.ZodMiniType, said: unknown): string[] => told(z.object({ f: shape }), { f: said });

describe('http: what is wrong with a field', () => {
  it('is that it is missing, be it absent, null or empty', () => {
    for (const shape of [text({ min: 2, max: 5 }), legalDate(), z.enum(['a']), z.number(), z.object({ g: z.string() })])
      for (const said of [undefined, null, ''])
        assert.deepEqual(field(shape, said), ['f field.required'], String(said));
  });

  it('is its length where that is what is wrong, and no length of anything but words', () => {
    assert.deepEqual(field(text({ min: 2, max: 5 }), 'а'), ['f field.too-short']);
    assert.deepEqual(field(text({ min: 2, max: 5 }), 'абвгде'), ['f field.too-long']);
    assert.deepEqual(field(z.number().check(z.lte(5)), 6), ['f field.invalid']);
    assert.deepEqual(field(z.array(z.string()).check(z.maxLength(1)), ['a', 'b']), ['f field.invalid']);
  });

  it('is a date that there never was, a choice that is not offered, a value of another kind', () => {
    assert.deepEqual(field(legalDate(), '2026-02-30'), ['f date.invalid']);
    assert.deepEqual(field(z.enum(['a', 'b']), 'c'), ['f field.invalid']);
    assert.deepEqual(field(z.string(), 7), ['f field.invalid']);
    assert.deepEqual(field(z.boolean(), 'true'), ['f field.invalid']);
  });

  it('is what a rule of our own calls it, also of an empty value', () => {
    assert.deepEqual(field(mobile(), '048 712 34 56'), ['f phone.not-mobile']);
    assert.deepEqual(field(mobile(), ''), ['f phone.invalid']);
  });

  it('is told by the whole path, and of every unknown field by itself', () => {
    const shape = z.strictObject({ a: z.strictObject({ b: z.array(z.string()) }) });
    assert.deepEqual(told(shape, { a: { b: ['x', 7], c: 1 }, d: 1, e: 1 }), [
      'a.b.1 field.invalid',
      'a.c field.unknown',
      'd field.unknown',
      'e field.unknown',
    ]);
  });

  it('is told once for each field, by the first rule that it breaks', () => {
    const shape = z.string().check(z.minLength(5), z.regex(/^\d+$/));
    assert.deepEqual(field(shape, 'abc'), ['f field.too-short']);
  });

  it('of one of several shapes is told by the shape that it came nearest to', () => {
    const shape = z.union([
      z.strictObject({ login: z.string(), password: z.string() }),
      z.strictObject({ codeId: z.string(), code: z.string() }),
    ]);
    assert.deepEqual(told(shape, { codeId: 'x' }), ['code field.required']);
    assert.deepEqual(told(shape, { login: 'x', password: 7 }), ['password field.invalid']);
  });

  it('also hangs on other fields, and is heard beside what is wrong with those', () => {
    const whole = even<{ a?: unknown; b?: unknown }>(
      z.check(({ value, issues }) => {
        if (!value.b) issues.push({ ...wrong('contact.required', ['b']), input: value });
      }),
    );
    const shape = z.object({ a: z.string(), b: z.optional(z.string()) }).check(whole);
    assert.deepEqual(told(shape, { a: 7 }), ['a field.invalid', 'b contact.required']);
  });
});
