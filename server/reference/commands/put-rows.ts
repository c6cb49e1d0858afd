import { recordEvent } from '#server/history/index.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { type CellFault, type ReferenceKind, type ReferenceRow, rowKey } from '#shared/domain/reference.ts';
import { knownFor, reloadRows, type WrittenKind, writeRows } from '../reference.rows.ts';
import { loopsIn } from '../row.loops.ts';
import { rowFaults, tidied } from '../row.reader.ts';

/** What tells every process that reference data were changed. */
export const REFERENCE_CHANGED = 'reference.changed';

/** Throws unless this person keeps the reference data. */
export function admitKeeper(actor: Actor | Visitor): asserts actor is Actor {
  holderOf(actor, 'reference.manage');
}
const CODES: Partial<Record<CellFault, FieldCode>> = {
  needed: 'field.required',
  'too-long': 'field.too-long',
};
const PLACES: Readonly<Record<string, FieldCode>> = {
  departmentId: 'department.unknown',
  parentId: 'department.unknown',
  parentCode: 'category.unknown',
  categoryCode: 'category.unknown',
  districts: 'place.unknown',
};
const codeOf = (column: string, fault: CellFault): FieldCode =>
  (fault === 'unknown' && PLACES[column]) || CODES[fault] || 'field.invalid';

/** The rows as they may be kept, or 422 with every wrong cell; `pathOf` says where the form has a row. */
export async function rightRows(
  kind: ReferenceKind,
  typed: readonly ReferenceRow[],
  pathOf: (at: number) => string,
): Promise<ReferenceRow[]> {
  const known = await knownFor(kind);
  const rows = typed.map((row) => tidied(kind, row));
  const wrong = rows.flatMap((row, at) => rowFaults(kind, row, known).map(([column, code]) => ({ at, column, code })));
  const loops = loopsIn(kind, rows, known.rows).map((loop) => ({ ...loop, code: 'malformed' as const }));
  const faults = [...wrong, ...loops].map(({ at, column, code }) => ({
    in: 'body' as const,
    path: `${pathOf(at)}.${column}`,
    code: codeOf(column, code),
  }));
  if (faults.length > 0) throw new Problem('fields.invalid', { errors: faults });
  return rows;
}

/** Writes rows that were found right, all or none; who did it and from which file stays on record. */
export async function putRows(
  actor: Actor | Visitor,
  kind: WrittenKind,
  { rows, added, hash }: { rows: readonly ReferenceRow[]; added: number; hash: string | null },
): Promise<void> {
  admitKeeper(actor);
  await transaction(async (tx) => {
    await writeRows(kind, rows, tx.session);
    await recordEvent(tx, {
      kind: REFERENCE_CHANGED,
      subject: { kind: 'reference', id: kind },
      actorId: actor.id,
      from: null,
      to: null,
      reasonCode: null,
      docDigest: hash,
      facts: { rows: rows.length, added },
    });
  });
  await reloadRows(kind);
}
/** Adds one row, or changes the one that its key names. Refusal: 422 with every wrong cell. */
export async function putRow(actor: Actor | Visitor, kind: WrittenKind, typed: ReferenceRow): Promise<ReferenceRow> {
  admitKeeper(actor);
  const [row = {}] = await rightRows(kind, [typed], () => 'row');
  const { rows } = await knownFor(kind);
  const isKnown = rows.has(rowKey(kind, row));
  await putRows(actor, kind, { rows: [row], added: isKnown ? 0 : 1, hash: null });
  return row;
}
