import { SPECIAL_KINDS } from './legal-clock/work-calendar.ts';
import { PRECISIONS, PRIVACIES, PUBLICITIES } from './publication.ts';

/** The reference data that the city keeps by itself. */
export const REFERENCE_KINDS = ['categories', 'questions', 'departments', 'districts', 'streets', 'days'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** What a cell holds; `codes`, `texts` and `options` are lists with `|` between their members. */
export type CellType =
  | 'code'
  | 'id'
  | 'text'
  | 'texts'
  | 'codes'
  | 'options'
  | 'yes'
  | 'choice'
  | 'whole'
  | 'degrees'
  | 'date'
  | 'katottg';
/** One column of a kind, in its CSV and in its form alike. */
export interface ReferenceColumn {
  name: string;
  type: CellType;
  isNeeded?: true;
  /** Of a `choice`. */
  choices?: readonly string[];
  /** The longest text. */
  max?: number;
}
const names = [
  { name: 'uk', type: 'text', isNeeded: true, max: 200 },
  { name: 'en', type: 'text', isNeeded: true, max: 200 },
] as const;

/** The columns of every kind, in order; the first ones that `KEYS` names say which row is meant. */
export const REFERENCE_COLUMNS: Readonly<Record<ReferenceKind, readonly ReferenceColumn[]>> = {
  categories: [
    { name: 'code', type: 'code', isNeeded: true },
    { name: 'parentCode', type: 'code' },
    ...names,
    { name: 'questionGroup', type: 'whole', isNeeded: true },
    { name: 'departmentId', type: 'id' },
    { name: 'synonyms', type: 'texts', max: 1000 },
    { name: 'noticeUk', type: 'text', max: 500 },
    { name: 'noticeEn', type: 'text', max: 500 },
    { name: 'isDanger', type: 'yes' },
    { name: 'hasPlace', type: 'yes' },
    { name: 'privacy', type: 'choice', isNeeded: true, choices: PRIVACIES },
    { name: 'precision', type: 'choice', isNeeded: true, choices: PRECISIONS },
    { name: 'publicity', type: 'choice', isNeeded: true, choices: PUBLICITIES },
    { name: 'position', type: 'whole', isNeeded: true },
  ],
  questions: [
    { name: 'categoryCode', type: 'code', isNeeded: true },
    { name: 'code', type: 'code', isNeeded: true },
    { name: 'type', type: 'choice', isNeeded: true, choices: ['text', 'number', 'yes_no', 'choice'] },
    ...names,
    { name: 'options', type: 'options', max: 2000 },
  ],
  departments: [{ name: 'id', type: 'id' }, ...names, { name: 'parentId', type: 'id' }],
  districts: [
    { name: 'code', type: 'code', isNeeded: true },
    ...names,
    { name: 'ru', type: 'text', max: 200 },
    { name: 'oldNames', type: 'texts', max: 1000 },
    { name: 'katottg', type: 'katottg', isNeeded: true },
  ],
  streets: [
    { name: 'id', type: 'id' },
    { name: 'name', type: 'text', isNeeded: true, max: 200 },
    { name: 'ru', type: 'text', max: 200 },
    { name: 'en', type: 'text', max: 200 },
    { name: 'oldNames', type: 'texts', max: 1000 },
    { name: 'districts', type: 'codes', isNeeded: true },
    { name: 'lng', type: 'degrees', isNeeded: true },
    { name: 'lat', type: 'degrees', isNeeded: true },
    { name: 'isGone', type: 'yes' },
  ],
  days: [
    { name: 'date', type: 'date', isNeeded: true },
    { name: 'kind', type: 'choice', isNeeded: true, choices: SPECIAL_KINDS },
    ...names,
    { name: 'source', type: 'text', isNeeded: true, max: 300 },
  ],
};
/** The columns that name a row; of departments and streets an empty one means a new row. */
export const REFERENCE_KEYS: Readonly<Record<ReferenceKind, readonly string[]>> = {
  categories: ['code'],
  questions: ['categoryCode', 'code'],
  departments: ['id'],
  districts: ['code'],
  streets: ['id'],
  days: ['date'],
};
/** A row as it stands in a file or a form: every cell as text. */
export type ReferenceRow = Readonly<Record<string, string>>;
/** What can be wrong with one cell, or with a row or file as a whole. */
export const CELL_FAULTS = [
  'needed',
  'malformed',
  'too-long',
  'unknown',
  'repeated',
  'cells',
  'encoding',
  'column-missing',
  'column-unknown',
  'too-many-rows',
] as const;
export type CellFault = (typeof CELL_FAULTS)[number];
/** The name that stands for a row, empty where it is new. */
export const rowKey = (kind: ReferenceKind, row: ReferenceRow): string =>
  REFERENCE_KEYS[kind]
    .map((name) => row[name] ?? '')
    .join(' ')
    .trim();
