import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { Problem } from '#server/platform/problem.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { KEYS } from '../../support/api.ts';

const END = { key: '2026-04-03', id: 'a'.repeat(24) };
const isRefused = (written: string, listing = 'open'): true => {
  assert.throws(
    () => readCursor(written, listing),
    (error) => {
      assert.ok(error instanceof Problem, `${written}: ${String(error)}`);
      assert.equal(error.status, 422);
      assert.deepEqual(error.details.errors, [{ in: 'query', path: 'cursor', code: 'field.invalid' }]);
      return true;
    },
    written,
  );
  return true;
};

describe('platform: cursors', () => {
  before(() => useKeys(KEYS));

  it('come back as they were written', () => {
    for (const end of [END, { ...END, key: null }]) assert.deepEqual(readCursor(writeCursor(end, 'open'), 'open'), end);
  });

  it('fit only the listing that they were made for', () => {
    isRefused(writeCursor(END, 'open'), 'overdue');
  });

  it('cannot be changed in any character', () => {
    const written = writeCursor(END, 'open');
    for (let i = 0; i < written.length; i += 1) {
      const other = written[i] === 'A' ? 'B' : 'A';
      isRefused(written.slice(0, i) + other + written.slice(i + 1));
    }
  });

  it('cannot be made by anybody else', () => {
    const body = Buffer.from(JSON.stringify(['2026-01-01', 'b'.repeat(24)])).toString('base64url');
    for (const forged of ['', '.', body, `${body}.`, `${body}.${'A'.repeat(22)}`, 'null', '[]']) isRefused(forged);
    fc.assert(
      fc.property(fc.string(), (typed) => isRefused(typed)),
      { seed: 20260303, numRuns: 300 },
    );
  });
});
