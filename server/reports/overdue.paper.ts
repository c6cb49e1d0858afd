import { sheetPdf } from '#server/papers/index.ts';
import type { Cell } from '#shared/texts/figure-sheets.ts';
import { executorsFile } from './reports.files.ts';

/** «Прострочене за виконавцями» of this day as a PDF: numbers of departments, and nothing of people. */
export async function overduePaper(): Promise<Buffer> {
  const { head, rows } = await executorsFile();
  const lines: (readonly Cell[])[] = [];
  for await (const line of rows) lines.push(line);
  return sheetPdf(head, lines);
}
