import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cell, SheetHead } from '#shared/texts/figure-sheets.ts';

/** What a spreadsheet would take for the beginning of a formula, also behind spaces. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/;
/** One field by RFC 4180. Words that would be a formula get an apostrophe before them, which a spreadsheet does not show. */
export function csvField(cell: Cell): string {
  if (typeof cell === 'number' || cell === null) return String(cell ?? '');
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
const record = (cells: readonly Cell[]): string => `${cells.map(csvField).join(',')}\r\n`;

type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
async function* recordsOf({ columns }: SheetHead, rows: Rows): AsyncGenerator<string> {
  yield `\ufeff${record(columns)}`; // the mark by which spreadsheets know UTF-8
  for await (const row of rows) yield record(row);
}
/** True where whoever asked has gone away meanwhile, which is nobody’s fault. */
const hasLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
/** Writes a report as CSV while it is read, no faster than it is taken; whatever breaks on the way breaks it off. */
export async function writeCsv(head: SheetHead, rows: Rows, to: Writable): Promise<void> {
  try {
    await pipeline(Readable.from(recordsOf(head, rows)), to);
  } catch (error) {
    if (!hasLeft(error)) throw error;
  }
}
