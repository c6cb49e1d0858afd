import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { RowFault } from '#shared/contract/reference.ts';
import { REFERENCE_COLUMNS, type ReferenceKind, type ReferenceRow } from '#shared/domain/reference.ts';
import { type Known, rowReader } from './row.reader.ts';

/** The most rows of one file. */
const MOST_ROWS = 50_000;
/** Faults that are told one by one; beyond them only their number grows. */
const MOST_FAULTS = 10_000;

/** A file that was read: its SHA-256, its rows without a fault, and everything that is wrong in it. */
export interface ReadFile {
  hash: string;
  rows: ReferenceRow[];
  /** Where each of them stands. */
  places: number[];
  rowCount: number;
  faults: RowFault[];
  faultCount: number;
}
class WrongEncoding extends Error {}

/** Text of UTF-8 bytes piece by piece; `heard` is given every byte first. */
async function* decoded(content: AsyncIterable<Buffer>, heard: (piece: Buffer) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new WrongEncoding();
    }
  };
  for await (const piece of content) {
    heard(piece);
    const text = decode(piece);
    if (text) yield text;
  }
  const rest = decode();
  if (rest) yield rest;
}
/** The sign between cells, told by the heading: a semicolon as spreadsheets here write it, a tab, or a comma. */
const delimiterOf = (heading: string): string =>
  [';', '\t', ','].map((sign) => ({ sign, cells: heading.split(sign).length })).sort((a, b) => b.cells - a.cells)[0]
    ?.sign ?? ',';
/** The same pieces, of which the first holds the whole heading. */
async function* headed(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  let head = '';
  for await (const piece of pieces) {
    head += piece;
    if (/\n/.test(head) || head.length > 64_000) {
      yield head;
      yield* pieces;
      return;
    }
  }
  if (head) yield head;
}

/** What the heading lacks and what it has too much. */
function headingFaults(kind: ReferenceKind, heading: readonly string[]): RowFault[] {
  const columns = REFERENCE_COLUMNS[kind];
  const known = new Set(columns.map(({ name }) => name));
  const missing = columns.flatMap(({ name, isNeeded }) =>
    isNeeded && !heading.includes(name) ? [{ row: 1, column: name, code: 'column-missing' as const }] : [],
  );
  const strange = heading.flatMap((name) =>
    known.has(name) ? [] : [{ row: 1, column: name.slice(0, 60), code: 'column-unknown' as const }],
  );
  return [...missing, ...strange];
}

/**
 * Reads a CSV file while it arrives, row by row: UTF-8 with or without a mark, commas, semicolons or tabs. Whatever is wrong with the
 * file is among its faults, never thrown; the row of a fault is the one that a spreadsheet shows, the heading being 1.
 */
export async function readCsv(kind: ReferenceKind, content: AsyncIterable<Buffer>, known: Known): Promise<ReadFile> {
  const hash = createHash('sha256');
  const read: ReadFile = { hash: '', rows: [], places: [], rowCount: 0, faults: [], faultCount: 0 };
  const complain = (...faults: RowFault[]): void => {
    read.faultCount += faults.length;
    if (read.faults.length < MOST_FAULTS) read.faults.push(...faults);
  };
  const next = rowReader(kind, known);
  let heading: string[] | null = null;
  let row = 0;
  const take = (cells: readonly string[]): boolean => {
    row += 1;
    if (!heading) {
      heading = cells.map((cell) => cell.trim());
      const faults = headingFaults(kind, heading);
      complain(...faults);
      return !faults.some(({ code }) => code === 'column-missing');
    }
    if (cells.every((cell) => cell.trim() === '')) return true;
    read.rowCount += 1;
    if (read.rowCount > MOST_ROWS) {
      complain({ row, column: '', code: 'too-many-rows' });
      return false;
    }
    if (cells.length !== heading.length) complain({ row, column: '', code: 'cells' });
    else {
      const typed = Object.fromEntries(heading.map((name, i) => [name, cells[i] ?? '']));
      const { row: tidy, faults } = next(typed, row);
      complain(...faults);
      if (faults.length === 0) {
        read.rows.push(tidy);
        read.places.push(row);
      }
    }
    return true;
  };
  const pieces = headed(decoded(content, (piece) => hash.update(piece)));
  try {
    const first = (await pieces.next()).value ?? '';
    const whole = async function* (): AsyncGenerator<string> {
      yield first;
      yield* pieces;
    };
    const parser = pipeline(
      Readable.from(whole()),
      parse({
        bom: true,
        delimiter: delimiterOf(first.split('\n', 1)[0] ?? ''),
        relax_column_count: true,
        skip_empty_lines: false,
        max_record_size: 256_000,
      }),
      () => undefined, // whoever reads the rows is told
    );
    await drain(parser, take);
    if (!heading) complain(...headingFaults(kind, []));
  } catch (cause) {
    if (cause instanceof WrongEncoding) complain({ row: 1, column: '', code: 'encoding' });
    else if (cause instanceof CsvError) complain({ row: Number(cause.records ?? row) + 1, column: '', code: 'cells' });
    else throw cause;
  }
  read.hash = hash.digest('hex');
  return read;
}
async function drain(rows: AsyncIterable<string[]>, take: (cells: readonly string[]) => boolean): Promise<void> {
  for await (const cells of rows) if (!take(cells)) return;
}
