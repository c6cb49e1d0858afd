import { type ReferenceKind, type ReferenceRow, rowKey } from '#shared/domain/reference.ts';

const PARENTS: Partial<Record<ReferenceKind, string>> = { categories: 'parentCode', departments: 'parentId' };

/** The places in `rows` of those that would stand below themselves, and the column that says so; trees have no circles. */
export function loopsIn(
  kind: ReferenceKind,
  rows: readonly ReferenceRow[],
  present: ReadonlyMap<string, ReferenceRow>,
): { at: number; column: string }[] {
  const column = PARENTS[kind];
  if (!column) return [];
  const parents = new Map([...present].map(([key, row]) => [key, row[column] ?? '']));
  for (const row of rows) if (rowKey(kind, row)) parents.set(rowKey(kind, row), row[column] ?? '');
  return rows.flatMap((row, at) => {
    const key = rowKey(kind, row);
    const passed = new Set<string>();
    for (let up = parents.get(key); up && !passed.has(up); up = parents.get(up)) {
      if (up === key) return [{ at, column }];
      passed.add(up);
    }
    return [];
  });
}
