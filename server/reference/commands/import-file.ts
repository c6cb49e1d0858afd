import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { FileTrial } from '#shared/contract/reference.ts';
import { type ReferenceKind, type ReferenceRow, rowKey } from '#shared/domain/reference.ts';
import { type ReadFile, readCsv } from '../csv.reader.ts';
import { knownFor } from '../reference.rows.ts';
import { loopsIn } from '../row.loops.ts';
import { daysOf, movesOfFile, turnDays } from './change-days.ts';
import { admitKeeper, putRows } from './put-rows.ts';

type Content = AsyncIterable<Buffer>;
const areSame = (a: ReferenceRow, b: ReferenceRow): boolean =>
  Object.entries(a).every(([name, cell]) => cell === (b[name] ?? ''));

async function read(
  kind: ReferenceKind,
  content: Content,
): Promise<ReadFile & { added: number; fresh: ReferenceRow[] }> {
  const known = await knownFor(kind);
  const file = await readCsv(kind, content, known);
  for (const { at, column } of loopsIn(kind, file.rows, known.rows)) {
    file.faults.push({ row: file.places[at] ?? 0, column, code: 'malformed' });
    file.faultCount += 1;
  }
  const fresh = file.rows.filter((row) => {
    const present = known.rows.get(rowKey(kind, row));
    return !present || !areSame(row, present);
  });
  const added = fresh.filter((row) => !known.rows.has(rowKey(kind, row))).length;
  return { ...file, fresh, added };
}
/** Reads a CSV file and says what it would do and everything that is wrong in it; nothing is changed. */
export async function tryFile(actor: Actor | Visitor, kind: ReferenceKind, content: Content): Promise<FileTrial> {
  admitKeeper(actor);
  const { hash, rowCount, faults, faultCount, fresh, added } = await read(kind, content);
  const moves = kind === 'days' && faultCount === 0 ? await movesOfFile(actor, fresh) : null;
  return { hash, rows: rowCount, added, changed: fresh.length - added, faults, faultCount, moves };
}
/** Imports exactly the file that was tried, all of it or nothing. Refusal: 409 `version.stale` where it is another file, or no longer right. */
export async function importFile(
  actor: Actor | Visitor,
  { kind, hash, content }: { kind: ReferenceKind; hash: string; content: Content },
): Promise<{ added: number; changed: number; moved: number }> {
  admitKeeper(actor);
  const { hash: found, faultCount, fresh, added } = await read(kind, content);
  if (found !== hash || faultCount > 0) throw new Problem('version.stale');
  let moved = 0;
  if (fresh.length > 0 && kind === 'days') moved = await turnDays(actor, daysOf(actor, fresh), hash);
  else if (fresh.length > 0 && kind !== 'days') await putRows(actor, kind, { rows: fresh, added, hash });
  return { added, changed: fresh.length - added, moved };
}
