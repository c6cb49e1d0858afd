import writeExcelFile, { type Cell as ExcelCell } from 'write-excel-file/node';
import type { Cell, SheetHead } from '#shared/texts/figure-sheets.ts';

/** Widths in characters: the first column, and each other. */
const [FIRST, OTHER] = [38, 18];
/** Words stay words, whatever they begin with: nothing here is ever a formula. */
const excel = (cell: Cell): ExcelCell => (typeof cell === 'string' ? { value: cell, type: String, wrap: true } : cell);
const bold = (value: string): ExcelCell => ({
  value,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
});

/** A report as a workbook of one sheet: its title, the heads of its columns, and its lines. */
export async function xlsxOf(
  { title, columns }: SheetHead,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): Promise<Buffer> {
  const lines: ExcelCell[][] = [];
  for await (const row of rows) lines.push(row.map(excel));
  return writeExcelFile([[{ value: title, type: String, fontWeight: 'bold' }], columns.map(bold), ...lines], {
    columns: columns.map((_, i) => ({ width: i === 0 ? FIRST : OTHER })),
    stickyRowsCount: 2,
  }).toBuffer();
}
