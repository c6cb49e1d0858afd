import { type ClientSession, model, Schema } from 'mongoose';
import { now } from './clock.ts';
import { groupCommit } from './group-commit.ts';
import { insertRows } from './insert-rows.ts';
import { Problem } from './problem.ts';
import { currentKey, isSame, macOf } from './secrets.ts';

const LIFETIME_MS = 24 * 3_600_000;

/** A request that may come again: what its key hashes to, a hash of its body, and the id of what it made. */
export interface IdempotencyRow {
  _id: string;
  bodyMac: string;
  resultId: string;
  expiresAt: Date;
}
const words = { type: String, required: true } as const;
const IdempotencyModel = model(
  'IdempotencyKey',
  new Schema<IdempotencyRow>(
    { _id: words, bodyMac: words, resultId: words, expiresAt: { type: Date, required: true } },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'idempotency_keys',
);
const mac = (said: string): string => macOf('idempotency', currentKey('idempotency'), said).toString('base64url');

/** The row of a request with an `Idempotency-Key`, for the transaction of what it makes; `scope` keeps callers apart. */
export const idempotencyRow = (scope: string, key: string, body: unknown, resultId: string): IdempotencyRow => ({
  _id: mac(`${scope}\n${key}`),
  bodyMac: mac(JSON.stringify(body)),
  resultId,
  expiresAt: new Date(now().getTime() + LIFETIME_MS),
});
/** Rows by their ids; requests that ask at the same time share one reading. */
const rowOf = groupCommit<string, IdempotencyRow | null>(async (ids) => {
  const found = await IdempotencyModel.find({ _id: { $in: ids } }).lean<IdempotencyRow[]>();
  const rows = new Map(found.map((row) => [row._id, row]));
  return ids.map((id) => rows.get(id) ?? null);
});
/**
 * What this very request made before, or null. The same key with another body: 422 `idempotency.reused`. A key of more than a
 * day ago makes room for the new one, though MongoDB has not swept it yet.
 */
export async function madeBefore(row: IdempotencyRow): Promise<string | null> {
  const found = await rowOf(row._id);
  if (!found) return null;
  if (found.expiresAt <= now()) {
    await IdempotencyModel.deleteOne({ _id: row._id, expiresAt: found.expiresAt });
    return null;
  }
  if (!isSame(found.bodyMac, row.bodyMac)) throw new Problem('idempotency.reused');
  return found.resultId;
}
/** Keeps the rows in the transaction of what they stand for; a key that is there already sinks it. */
export const keepIdempotency = async (rows: readonly IdempotencyRow[], session: ClientSession): Promise<void> => {
  await insertRows(IdempotencyModel.collection.name, rows, session);
};
