import type { JSX } from 'preact';
import type { Cell, Sheet } from '#shared/texts/figure-sheets.ts';
import type { Lang } from '#shared/texts/plural.ts';

const figure = (lang: Lang, n: number): string =>
  n.toLocaleString(lang === 'uk' ? 'uk' : 'en-GB', { maximumFractionDigits: 1 }).replace(/[\s\u00a0]/g, '\u202f');
const shown = (lang: Lang, cell: Cell): string => {
  if (cell === null) return '—';
  return typeof cell === 'number' ? figure(lang, cell) : cell;
};
/** Words that need room: in a narrow column they would make the line tall. */
const LONG = 60;
const kindOf = (cell: Cell): string | undefined => {
  if (typeof cell === 'number') return 'figure';
  return cell && cell.length > LONG ? 'long' : undefined;
};
const Line = ({ lang, cells }: { lang: Lang; cells: readonly Cell[] }): JSX.Element => (
  <tr>
    {cells.map((cell, i) =>
      i === 0 ? (
        <th key="head" scope="row">
          {shown(lang, cell)}
        </th>
      ) : (
        <td key={i} class={kindOf(cell)}>
          {shown(lang, cell)}
        </td>
      ),
    )}
  </tr>
);

/** A report as a table: figures to the right, the total below. */
export const SheetTable = ({ sheet, lang, name }: { sheet: Sheet; lang: Lang; name: string }): JSX.Element => (
  <table class={`figures ${name}`}>
    <caption>{sheet.title}</caption>
    <thead>
      <tr>
        {sheet.columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {sheet.rows.map((cells) => (
        <Line key={cells.slice(0, 3).join(' ')} lang={lang} cells={cells} />
      ))}
    </tbody>
    {sheet.total && (
      <tfoot>
        <Line lang={lang} cells={sheet.total} />
      </tfoot>
    )}
  </table>
);
