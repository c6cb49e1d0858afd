import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { type Cell, cellText, type SheetHead } from '#shared/texts/figure-sheets.ts';
import { BROAD_WIDTH, pdfOf } from './pdf.ts';

/** Sizes that the letters of a table may have, in points; the largest at which every word fits its column is taken. */
const SIZES = [9, 8, 7.5, 7, 6.5, 6, 5.5];
/** How broad a letter of our family is at the most, on average over a word, in parts of its size. */
const LETTER = 0.72;
/** How much broader heads are, being bold. */
const BOLD = 1.15;
/** What a cell keeps free at each of its sides, in points. */
const PADDING = 3;
/** Fine lines between the lines of the table, a stronger one under its heads. */
const LINES = {
  hLineWidth: (line: number): number => (line === 1 ? 1 : 0.5),
  hLineColor: (line: number): string => (line === 1 ? '#10202f' : '#b6bfc8'),
  vLineWidth: (): number => 0,
  paddingLeft: (): number => PADDING,
  paddingRight: (): number => PADDING,
};
/** Letters beyond its longest word for which a column still gets more room. */
const MOST_EXTRA = 60;

const cell = (value: Cell): TableCell => ({
  text: cellText('uk', value),
  alignment: typeof value === 'number' ? 'right' : 'left',
});
/** How many letters a column needs for its longest word, and how many more its longest cell has. */
function needOf(texts: readonly string[]): { word: number; extra: number } {
  let [word, whole] = [1, 1];
  for (const text of texts) {
    whole = Math.max(whole, text.length);
    for (const part of text.split(/\s/)) word = Math.max(word, part.length);
  }
  return { word, extra: Math.min(whole - word, MOST_EXTRA) };
}
/** The size of the letters and the widths of the columns, in points: room for every word first, the rest by how much a column has to say. */
function measures(columns: readonly string[], rows: readonly (readonly Cell[])[]): { size: number; widths: number[] } {
  const needs = columns.map((head, nth) => {
    const [above, below] = [needOf([head]), needOf(rows.map((row) => cellText('uk', row[nth] ?? null)))];
    return { word: Math.max(above.word * BOLD, below.word), extra: Math.max(above.extra, below.extra) };
  });
  const room = BROAD_WIDTH - 2 * PADDING * columns.length;
  const words = needs.reduce((sum, { word }) => sum + word, 0);
  const extras = needs.reduce((sum, { extra }) => sum + extra, 0);
  const size = SIZES.find((points) => words * points * LETTER <= room) ?? Math.min(...SIZES);
  const letter = Math.min(size * LETTER, room / words);
  const rest = extras > 0 ? (room - words * letter) / extras : 0;
  return { size, widths: needs.map(({ word, extra }) => word * letter + extra * rest) };
}

/** A report as a broad table: its heads stand above it on every page, and no line is torn between two. */
export function sheetPdf({ title, columns }: SheetHead, rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const { size, widths } = measures(columns, rows);
  const body = [columns.map((text) => ({ text, bold: true })), ...rows.map((row) => row.map(cell))];
  const table: Content = {
    table: { headerRows: 1, dontBreakRows: true, widths, body },
    layout: LINES,
    fontSize: size,
    lineHeight: 1.2,
  };
  return pdfOf(title, [{ text: title, style: 'title', headlineLevel: 1, margin: [0, 0, 0, 12] }, table], {
    isBroad: true,
  });
}
