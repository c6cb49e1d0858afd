import * as z from 'zod/mini';
import { isInUkraine } from './geometry.ts';

/** A file that cannot be imported; the message names all that is wrong, a line for each. */
export class ImportRefused extends Error {
  constructor(complaints: readonly string[]) {
    super(complaints.join('\n'));
    this.name = 'ImportRefused';
  }
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffd]/u;
/** A name: in Unicode NFC, with single spaces. */
export const name = z.string('must be text').check(
  z.overwrite((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim()),
  z.minLength(1, 'must not be empty'),
  z.maxLength(200, 'must have at most 200 characters'),
  z.refine((text) => !UNPRINTABLE.test(text), 'has broken or unprintable characters'),
);
/** The code of a district. */
export const code = z
  .string('must be a code')
  .check(z.regex(/^[a-z][a-z0-9-]{1,40}$/, 'must be a code in small Latin letters'));
/** A position; a pair in the wrong order is found out by lying far from Ukraine. */
export const position = z
  .tuple([z.number(), z.number()], 'must be two numbers, [longitude, latitude]')
  .check(z.refine(isInUkraine, 'is not in Ukraine; the order is [longitude, latitude]'));

/** What is wrong with a row, by its place in the file. */
export type Complaint = readonly [row: number, message: string];
type Kind = 'district' | 'street';

const nameIn = (row: unknown): string => {
  const { name: own, properties } = Object(row) as { name?: unknown; properties?: { name?: unknown } | null };
  const found = properties?.name ?? own;
  return typeof found === 'string' ? ` «${found.slice(0, 60)}»` : '';
};
/** One complaint for each wrong field of a row: an outline of a thousand wrong positions is one. */
const complaintsOf = (row: number, issues: readonly z.core.$ZodIssue[]): Complaint[] => {
  const field = (path: readonly PropertyKey[]) => path.filter((step) => typeof step === 'string').join('.');
  const said = new Map([...issues].reverse().map(({ path, message }) => [field(path), message]));
  return [...said].map(([path, message]) => [row, path ? `${path} ${message}` : message]);
};

/** The content of a file as JSON; throws ImportRefused where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ImportRefused([`the file is not JSON: ${(error as Error).message}`]);
  }
}
/** Every row by its shape, and by a check of them all together; throws ImportRefused with everything that is wrong. */
export function readRows<T>(
  kind: Kind,
  rows: unknown,
  shape: z.ZodMiniType<T>,
  check: (read: readonly (T | undefined)[]) => readonly Complaint[],
): T[] {
  if (!Array.isArray(rows)) throw new ImportRefused([`the file has no list of ${kind}s`]);
  if (rows.length === 0) throw new ImportRefused([`the file has no ${kind} in it`]);
  const results = rows.map((row: unknown) => shape.safeParse(row));
  const read = results.map(({ data }) => data);
  const complaints = [...results.flatMap(({ error }, i) => complaintsOf(i, error?.issues ?? [])), ...check(read)];
  if (complaints.length > 0)
    throw new ImportRefused(
      [...complaints]
        .sort(([a], [b]) => a - b)
        .map(([row, message]) => `${kind} ${row + 1}${nameIn(rows[row])}: ${message}`),
    );
  return read.flatMap((row) => (row === undefined ? [] : [row]));
}

/** Complains of every row that says of itself what an earlier one has said. */
export function repeated<T>(
  rows: readonly (T | undefined)[],
  keysOf: (row: T) => readonly string[],
  what: string,
): Complaint[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, i): Complaint[] => {
    const keys = row === undefined ? [] : keysOf(row);
    const earlier = keys.map((key) => first.get(key)).find((found) => found !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, i);
    return earlier === undefined ? [] : [[i, `has the same ${what} as row ${earlier + 1}`]];
  });
}
