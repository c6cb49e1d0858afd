import { isObjectId } from '#server/platform/object-id.ts';
import type { RowFault } from '#shared/contract/reference.ts';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import {
  type CellFault,
  REFERENCE_COLUMNS,
  REFERENCE_KEYS,
  type ReferenceColumn,
  type ReferenceKind,
  type ReferenceRow,
  rowKey,
} from '#shared/domain/reference.ts';

/** What the city has already, so that a row can name it. */
export interface Known {
  keys: ReadonlySet<string>;
  categories: ReadonlySet<string>;
  departments: ReadonlySet<string>;
  districts: ReadonlySet<string>;
}
const CODE = /^[a-z][a-z0-9-]{1,40}$/;
/** Control characters but a line's end, unpaired surrogates, and the mark of a failed decoding. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}\ufffd]/u;
/** The members of a list in one cell. */
export const membersOf = (cell: string): string[] =>
  cell
    .split('|')
    .map((member) => member.trim())
    .filter(Boolean);
/** The options of a question: `code:Ukrainian:English|…`. */
export const optionsOf = (cell: string): { code: string; uk: string; en: string }[] =>
  membersOf(cell).map((member) => {
    const [code = '', uk = '', en = ''] = member.split(':').map((part) => part.trim());
    return { code, uk, en };
  });
const isNumber = (cell: string, most: number): boolean =>
  /^-?\d{1,5}([.,]\d{1,12})?$/.test(cell) && Math.abs(numberOf(cell)) <= most;
/** A number with a point or a comma. */
export const numberOf = (cell: string): number => Number(cell.replace(',', '.'));

const FITS: Readonly<Record<ReferenceColumn['type'], (cell: string, column: ReferenceColumn) => boolean>> = {
  code: (cell) => CODE.test(cell),
  id: isObjectId,
  text: (cell) => !UNPRINTABLE.test(cell),
  texts: (cell) => !UNPRINTABLE.test(cell),
  codes: (cell) => membersOf(cell).length > 0 && membersOf(cell).every((member) => CODE.test(member)),
  options: (cell) => optionsOf(cell).every(({ code, uk, en }) => CODE.test(code) && uk !== '' && en !== ''),
  yes: (cell) => cell === 'yes' || cell === 'no',
  choice: (cell, { choices = [] }) => choices.includes(cell),
  whole: (cell) => /^\d{1,6}$/.test(cell),
  degrees: (cell, { name }) => isNumber(cell, name === 'lat' ? 90 : 180),
  date: isLegalDate,
  katottg: (cell) => /^UA\d{17}$/.test(cell),
};
function faultOf(cell: string, column: ReferenceColumn): CellFault | null {
  if (cell === '') return column.isNeeded ? 'needed' : null;
  if (cell.length > (column.max ?? 200)) return 'too-long';
  return FITS[column.type](cell, column) ? null : 'malformed';
}
type Complaint = readonly [column: string, code: CellFault];
/** What a row names that the city does not have. */
function unknowns(kind: ReferenceKind, row: ReferenceRow, known: Known): Complaint[] {
  const missing = (name: string, among: ReadonlySet<string>): Complaint[] =>
    row[name] && !among.has(row[name]) ? [[name, 'unknown']] : [];
  if (kind === 'categories')
    return [...missing('parentCode', known.categories), ...missing('departmentId', known.departments)];
  if (kind === 'questions') return missing('categoryCode', known.categories);
  if (kind === 'departments') return [...missing('id', known.keys), ...missing('parentId', known.departments)];
  if (kind === 'districts') return missing('code', known.keys);
  if (kind === 'streets') {
    const isStrange = membersOf(row.districts ?? '').some((code) => !known.districts.has(code));
    return [...missing('id', known.keys), ...(isStrange ? [['districts', 'unknown'] as const] : [])];
  }
  return [];
}
/** Cells that only make sense together. */
function mismatches(kind: ReferenceKind, row: ReferenceRow): Complaint[] {
  if (kind === 'categories') {
    if (row.parentCode && row.parentCode === row.code) return [['parentCode', 'malformed']];
    if (Boolean(row.noticeUk) !== Boolean(row.noticeEn)) return [[row.noticeUk ? 'noticeEn' : 'noticeUk', 'needed']];
    if (Number(row.questionGroup) < 1) return [['questionGroup', 'malformed']];
  }
  if (kind === 'questions' && row.type === 'choice' && !row.options) return [['options', 'needed']];
  if (kind === 'departments' && row.id && row.parentId === row.id) return [['parentId', 'malformed']];
  return [];
}
/** The cells of a row, tidied; columns that the kind does not have are left out and an absent one is empty. */
export const tidied = (kind: ReferenceKind, typed: ReferenceRow): ReferenceRow =>
  Object.fromEntries(
    REFERENCE_COLUMNS[kind].map(({ name }) => [
      name,
      (typed[name] ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim(),
    ]),
  );
/** Everything that is wrong with one row, a column once. */
export function rowFaults(kind: ReferenceKind, row: ReferenceRow, known: Known): Complaint[] {
  const shaped = REFERENCE_COLUMNS[kind].flatMap((column): Complaint[] => {
    const code = faultOf(row[column.name] ?? '', column);
    return code ? [[column.name, code]] : [];
  });
  const wrong = new Set(shaped.map(([column]) => column));
  const more = [...unknowns(kind, row, known), ...mismatches(kind, row)];
  return [...shaped, ...more.filter(([column]) => !wrong.has(column))];
}
/** Reads the rows of one file one after another and remembers keys, so that a row that comes twice is told. */
export function rowReader(kind: ReferenceKind, known: Known) {
  const seen = new Set<string>();
  const [first = ''] = REFERENCE_KEYS[kind];
  // A file of categories or departments may name its own rows.
  const own = new Set(known.categories);
  const all: Known = kind === 'categories' ? { ...known, categories: own } : known;
  return (typed: ReferenceRow, at: number): { row: ReferenceRow; faults: RowFault[] } => {
    const row = tidied(kind, typed);
    const key = rowKey(kind, row);
    if (kind === 'categories' && row.code) own.add(row.code);
    const complaints = rowFaults(kind, row, all);
    if (key && seen.has(key)) complaints.push([first, 'repeated']);
    seen.add(key);
    return { row, faults: complaints.map(([column, code]) => ({ row: at, column, code })) };
  };
}
