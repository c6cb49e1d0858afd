import fc from 'fast-check';

/** Names that mean something to JavaScript or to MongoDB. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '$gt',
  '$ne',
  '$where',
  '$set',
  '_id',
  '',
];
/** JSON that no honest client sends; as text, since some of it cannot be made from values. */
const LEAVES = [
  'null',
  'true',
  '1e400',
  '-1e400',
  '-0',
  '123456789012345678901234567890',
  '0.1e-400',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u202e\\ufeff"',
  '[]',
  '{}',
  '[[[[[[[[[[]]]]]]]]]]',
  '["a","b"]',
  '{"$gt":""}',
  '{"$ne":null}',
  '{"$where":"sleep(1000)"}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"length":1e9}',
  '{"toString":1,"valueOf":1,"toJSON":1}',
  '"__proto__"',
  '"2026-02-30"',
  '"9999-12-31"',
  '"0000-00-00"',
  JSON.stringify('+380'.repeat(500)),
  JSON.stringify('Я'.repeat(6_000)),
  JSON.stringify(' \t\n'.repeat(300)),
];
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom(...NAMES));

/** JSON text of any shape, as deep as it likes to be. */
export const nastyJson = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...LEAVES),
    anyText.map((text) => JSON.stringify(text)),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.array(tie('value'), { maxLength: 4 }).map((values) => `[${values.join(',')}]`),
    fc
      .array(fc.tuple(anyText, tie('value')), { maxLength: 5 })
      .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`),
  ),
})).value;

type Steps = readonly string[];
const stepsIn = (value: unknown, before: Steps = []): Steps[] => [
  before,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => stepsIn(inner, [...before, name]))
    : []),
];
const HOLE = 'hole-for-something-nasty';
function withHole(value: unknown, [step, ...more]: Steps): unknown {
  return step === undefined
    ? HOLE
    : { ...(value as object), [step]: withHole((value as Record<string, unknown> | null)?.[step], more) };
}
/** A right body with something nasty in the place of one of its parts, or beside them. */
export function spoiled(right: object): fc.Arbitrary<string> {
  const beside = stepsIn(right).flatMap((steps) => NAMES.map((name) => [...steps, name]));
  const places = [...stepsIn(right), ...beside.filter((_, i) => i % 3 === 0)];
  return fc
    .tuple(fc.constantFrom(...places), nastyJson)
    .map(([steps, text]) => JSON.stringify(withHole(right, steps)).replace(JSON.stringify(HOLE), () => text));
}

const ENCODED = [
  '%',
  '%f',
  '%ff',
  '%00',
  '%c0%80',
  '%ud800',
  '%2e%2e%2f',
  '%24gt',
  '%5b%24gt%5d',
  '+',
  '%0d%0aset-cookie:a=b',
];
/** A piece of an address or of a form as it travels: percent-encoded, wrongly encoded, or long. */
export const nastyPiece = fc.oneof(
  fc.constantFrom(...ENCODED),
  anyText.map((text) => encodeURIComponent(Buffer.from(text).toString())),
  fc.constantFrom('9'.repeat(400), 'a'.repeat(24), '0'.repeat(24), '2600123452', '-1', '1e9', 'NaN', '0x10', 'null'),
);
