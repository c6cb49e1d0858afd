import type { JSX } from 'preact';

/** The heads of a table's columns, by their keys. */
export const ColumnHeads = <Column extends string>({
  of,
  words,
}: {
  of: readonly Column[];
  words: Readonly<Record<Column, string>>;
}): JSX.Element => (
  <thead>
    <tr>
      {of.map((column) => (
        <th key={column} scope="col">
          {words[column]}
        </th>
      ))}
    </tr>
  </thead>
);
