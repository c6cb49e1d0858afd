import { pipeline, Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { ImportRefused } from '#server/places/index.ts';
import type { PastMapping } from './past-mapping.ts';

/** A row of a file, and the line on which it begins. */
export interface FileRow {
  line: number;
  cells: string[];
}
/** The largest row, in characters: what is longer is a quotation mark that nobody closed. */
const LARGEST_ROW = 256_000;

async function* decoded(content: AsyncIterable<Buffer>, encoding: PastMapping['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new ImportRefused([`the file is not written in ${encoding}`]);
    }
  };
  // Within quotation marks the parser would count each half of a line's end.
  let held = '';
  for await (const piece of content) {
    const text = (held + decode(piece)).replaceAll('\r\n', '\n');
    held = text.endsWith('\r') ? '\r' : '';
    if (text.length > held.length) yield text.slice(0, text.length - held.length);
  }
  const rest = held + decode();
  if (rest) yield rest;
}

/** Reads a CSV file row by row while it arrives, the heading first. A row that never ends refuses the file. */
export async function* rowsOf(
  content: AsyncIterable<Buffer>,
  { encoding, delimiter }: Pick<PastMapping, 'encoding' | 'delimiter'>,
): AsyncGenerator<FileRow> {
  const parser = pipeline(
    Readable.from(decoded(content, encoding)),
    parse({
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LARGEST_ROW,
    }),
    () => undefined, // whoever reads the rows is told
  );
  let before: Pick<Info, 'lines' | 'empty_lines'> = { lines: 0, empty_lines: 0 };
  const nextLine = (empty: number): number => before.lines + (empty - before.empty_lines) + 1;
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: Info; record: string[] }>) {
      yield { line: nextLine(info.empty_lines), cells: record };
      before = { lines: info.lines, empty_lines: info.empty_lines };
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new ImportRefused([
      `line ${nextLine(before.empty_lines)}: the row never ends; a quotation mark is not closed`,
    ]);
  }
}
