import assert from 'node:assert/strict';
import { type IdempotencyRow, idempotencyRow, keepIdempotency, madeBefore } from '#server/platform/idempotency.ts';
import { Problem } from '#server/platform/problem.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import { KEYS } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';

const keep = (...rows: IdempotencyRow[]): Promise<void> => transaction(({ session }) => keepIdempotency(rows, session));
const DAY_S = 86_400;

describe('platform: requests that may come again', () => {
  useClock();
  useDatabase();
  before(() => useKeys(KEYS));
  let last = 0;
  const aKey = (): string => {
    last += 1;
    return `key-${last}`;
  };

  it('made nothing before they were kept', async () => {
    assert.equal(await madeBefore(idempotencyRow('file', aKey(), { text: 'а' }, '')), null);
  });

  it('are answered with what the same key and body made', async () => {
    const key = aKey();
    await keep(idempotencyRow('file', key, { text: 'а' }, 'case-1'));
    assert.equal(await madeBefore(idempotencyRow('file', key, { text: 'а' }, '')), 'case-1');
  });

  it('are refused where the body is another', async () => {
    const key = aKey();
    await keep(idempotencyRow('file', key, { text: 'а' }, 'case-1'));
    await assert.rejects(
      madeBefore(idempotencyRow('file', key, { text: 'б' }, '')),
      (error) => error instanceof Problem && error.code === 'idempotency.reused' && error.status === 422,
    );
  });

  it('of another caller are no business of this one', async () => {
    const key = aKey();
    await keep(idempotencyRow('file', key, { text: 'а' }, 'case-1'));
    assert.equal(await madeBefore(idempotencyRow('file by-another', key, { text: 'а' }, '')), null);
  });

  it('are forgotten after a day, not before', async () => {
    const key = aKey();
    await keep(idempotencyRow('file', key, { text: 'а' }, 'case-1'));
    passSeconds(DAY_S - 1);
    assert.equal(await madeBefore(idempotencyRow('file', key, { text: 'а' }, '')), 'case-1');
    passSeconds(1);
    assert.equal(await madeBefore(idempotencyRow('file', key, { text: 'а' }, '')), null);
  });

  it('leave their key to whoever comes with it after that day, swept or not', async () => {
    const key = aKey();
    await keep(idempotencyRow('file', key, { text: 'а' }, 'case-1'));
    passSeconds(DAY_S);
    const row = idempotencyRow('file', key, { text: 'б' }, 'case-2');
    assert.equal(await madeBefore(row), null);
    await keep(row);
    assert.equal(await madeBefore(row), 'case-2');
  });

  it('sink the transaction in which they come a second time', async () => {
    const row = idempotencyRow('file', aKey(), { text: 'а' }, 'case-1');
    await keep(row);
    await assert.rejects(keep(row), { code: 11_000 });
  });

  it('keep neither the key nor the body in the open', () => {
    const row = idempotencyRow('file', 'key-in-the-open', { text: 'слова' }, 'case-1');
    assert.doesNotMatch(JSON.stringify(row), /key-in-the-open|слова/);
  });
});
