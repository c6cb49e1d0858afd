import * as z from 'zod/mini';
import { anyCategoryOf } from '#server/catalogue/index.ts';
import { districtOf, ImportRefused } from '#server/places/index.ts';
import { ANSWER_RESULTS, APPEAL_KINDS, CHANNELS } from '#shared/domain/appeal.ts';

/** How an appeal of past years ended: by an answer on the merits, or without one (the workflow's own states). */
export const OUTCOMES = [
  ...ANSWER_RESULTS,
  'forwarded',
  'returned_formal',
  'returned_insufficient',
  'not_considered_anonymous',
  'not_considered_repeat',
  'not_considered_late',
  'not_considered_incapacity',
  'withdrawn',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const column = z.string('must name a column').check(z.minLength(1, 'must name a column'));
const said = z.string('must be text');
/** A cell as it stands. */
const Cell = z.union([column, z.strictObject({ column })]);
/** A word of ours: by a table from theirs, the same in each row, or theirs already. `null` leaves the row out. */
const Word = z.union([
  column,
  z.strictObject({ fixed: said }),
  z.strictObject({
    column,
    values: z.record(z.string(), z.nullable(said)),
    /** For whatever the table does not name. */
    otherwise: z.optional(z.nullable(said)),
  }),
]);
const optional = z.optional(Cell);

/** How the columns of another register become ours. */
const Mapping = z.strictObject({
  /** The name of that register: with the key of a row it tells what came in already. */
  source: z
    .string()
    .check(z.regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'must be 2 to 40 small Latin letters, digits and dashes')),
  encoding: z._default(z.enum(['utf-8', 'windows-1251']), 'utf-8'),
  delimiter: z._default(z.enum([',', ';', '\t', '|']), ','),
  /** How dates are written; a time after them is read where it is there. */
  dates: z._default(z.enum(['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY']), 'YYYY-MM-DD'),
  fields: z.strictObject({
    index: Cell,
    /** What tells a row from all others; without it the index and the year of receipt, for indexes begin anew each year (CMU 348). */
    key: optional,
    receivedOn: Cell,
    answeredOn: optional,
    text: Cell,
    kind: Word,
    channel: Word,
    category: Word,
    result: Word,
    district: z.optional(Word),
    address: optional,
    /** Surname, name and patronymic in one cell; or each in its own. */
    applicant: optional,
    lastName: optional,
    firstName: optional,
    patronymic: optional,
    residence: optional,
    phone: optional,
    email: optional,
  }),
});
export type PastMapping = z.infer<typeof Mapping>;
export type CellName = Exclude<keyof PastMapping['fields'], WordName>;
export type WordName = 'kind' | 'channel' | 'category' | 'result' | 'district';

const among = (list: readonly string[]) => (value: string) => list.includes(value);
/** Whether a word is one of ours, by the field that it is for. */
export const KNOWN: Readonly<Record<WordName, (value: string) => boolean>> = {
  kind: among(APPEAL_KINDS),
  channel: among(CHANNELS),
  category: (code) => anyCategoryOf(code) !== undefined,
  result: among(OUTCOMES),
  district: (code) => districtOf(code) !== undefined,
};
export const WORDS = Object.keys(KNOWN) as WordName[];

/** The column that a field is read from; null where it is the same in each row. */
export const columnOf = (field: PastMapping['fields'][CellName | WordName]): string | null => {
  if (field === undefined) return null;
  if (typeof field === 'string') return field;
  return 'column' in field ? field.column : null;
};

/** Every word of ours that a mapping names and the city does not know. */
function strangers({ fields }: PastMapping): string[] {
  return WORDS.flatMap((name) => {
    const field = fields[name];
    if (field === undefined || typeof field === 'string') return [];
    const named = 'fixed' in field ? [field.fixed] : [...Object.values(field.values), field.otherwise];
    const unknown = [...new Set(named.flatMap((value) => value ?? []).filter((value) => !KNOWN[name](value)))];
    return unknown.map((value) => `mapping: fields.${name} leads to «${value}», which is not known here`);
  });
}

/** Reads a mapping file; throws ImportRefused with a line for everything that is wrong with it. */
export function readMapping(text: string): PastMapping {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ImportRefused([`mapping: is not JSON: ${(error as Error).message}`]);
  }
  const { data, error } = Mapping.safeParse(json);
  if (!data)
    throw new ImportRefused(
      (error?.issues ?? []).map(({ path, message }) => `mapping: ${[...path, ''].join('.').slice(0, -1)} ${message}`),
    );
  const wrong = strangers(data);
  if (data.fields.applicant !== undefined && data.fields.lastName !== undefined)
    wrong.push('mapping: fields.applicant and fields.lastName say the same: leave one out');
  if (wrong.length > 0) throw new ImportRefused(wrong);
  return data;
}
