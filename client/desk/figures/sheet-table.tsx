import type { JSX } from 'preact';
import { type Cell, cellText, type Sheet } from '#shared/texts/figure-sheets.ts';
import type { Lang } from '#shared/texts/plural.ts';

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
          {cellText(lang, cell)}
        </th>
      ) : (
        <td key={i} class={kindOf(cell)}>
          {cellText(lang, cell)}
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
