import type { JSX } from 'preact';
import { useDesk } from '../desk-context.ts';
import { CaseLine } from './case-line.tsx';
import type { CaseList } from './case-list.ts';
import type { Selection } from './use-selection.ts';

const COLUMNS = ['number', 'index', 'received', 'due', 'category', 'place', 'state', 'department', 'channel'] as const;

/** The lines of a view. Which columns are seen is the width's business; the first and the date are always there. */
export const CaseTable = ({
  list,
  caption,
  selection,
}: {
  list: CaseList;
  caption: string;
  /** Null for somebody who may do nothing to many cases at once. */
  selection: Selection | null;
}): JSX.Element => {
  const { words, address } = useDesk();
  return (
    <table class="cases">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {selection && (
            <th scope="col" class="c-pick">
              <input
                type="checkbox"
                aria-label={words.bulk.pickAll}
                checked={selection.rows.length === list.rows.length}
                onChange={({ currentTarget }) => selection.all(currentTarget.checked)}
              />
            </th>
          )}
          {COLUMNS.map((column) => (
            <th key={column} scope="col" class={`c-${column}`}>
              {words.desk.list[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <CaseLine
            key={row.id}
            row={row}
            isOpen={row.id === address.caseId}
            isMoved={list.moved.has(row.id)}
            selection={selection}
          />
        ))}
      </tbody>
    </table>
  );
};
