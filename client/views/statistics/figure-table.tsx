// biome-ignore-all lint/a11y/noRedundantRoles: where rows are laid out as grids, browsers forget what they are unless it is said again
import type { JSX } from 'preact';
import { Counted, type FigureRow, halfDays, type Words } from './counted.tsx';
import { FigureBar } from './figure-bar.tsx';
import { shareIn } from './share.ts';

/** Rows of figures under a heading of their own. */
export interface FigureTableProps extends Words {
  /** Says what the table is to whoever hears it. */
  caption: string;
  /** What a row is. */
  head: string;
  rows: readonly FigureRow[];
  hasBars: boolean;
}
const Nothing = ({ says }: { says: string }): JSX.Element => (
  <>
    <span aria-hidden="true">–</span>
    <span class="unseen">{says}</span>
  </>
);
const Row = ({ row, most, lang, texts }: { row: FigureRow; most: number | null } & Words): JSX.Element => {
  const { name, opens, links, figures } = row;
  const { total, inWork, overdue, answered, onTime, medianDays } = figures;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {opens ? <a href={opens}>{name}</a> : name}
        {most !== null && <FigureBar figures={figures} most={most} />}
      </th>
      <td role="cell">
        <Counted count={total} href={links.total} lang={lang} />
      </td>
      <td role="cell">
        <Counted count={inWork} href={links.inWork} lang={lang} />
      </td>
      <td role="cell" class={overdue > 0 ? 'late' : undefined}>
        <Counted count={overdue} href={links.overdue} lang={lang} />
      </td>
      <td role="cell">{answered === 0 ? <Nothing says={texts.none} /> : shareIn(lang, onTime, answered)}</td>
      <td role="cell">{medianDays === null ? <Nothing says={texts.none} /> : halfDays(lang, medianDays)}</td>
    </tr>
  );
};
/**
 * Figures row by row, each with a bar in the proportion of the largest. On a phone a row's name stands above its numbers.
 */
export const FigureTable = ({ caption, head, rows, hasBars, lang, texts }: FigureTableProps): JSX.Element => {
  const most = hasBars ? Math.max(1, ...rows.map(({ figures }) => figures.total)) : null;
  const heads = [texts.columnTotal, texts.columnInWork, texts.columnOverdue, texts.columnOnTime, texts.columnMedian];
  return (
    <table class="sums counted" role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {head}
          </th>
          {heads.map((each) => (
            <th key={each} role="columnheader" scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.name} row={row} most={most} lang={lang} texts={texts} />
        ))}
      </tbody>
    </table>
  );
};
