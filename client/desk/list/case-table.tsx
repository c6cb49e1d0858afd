import type { JSX } from 'preact';
import { useDesk } from '../desk-context.ts';
import { CaseLine } from './case-line.tsx';
import type { CaseList } from './case-list.ts';

const COLUMNS = ['number', 'index', 'received', 'due', 'category', 'place', 'state', 'department', 'channel'] as const;

/** The lines of a view. Which columns are seen is the width's business; the first and the date are always there. */
export const CaseTable = ({ list, caption }: { list: CaseList; caption: string }): JSX.Element => {
  const { words, address } = useDesk();
  return (
    <table class="cases">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" class={`c-${column}`}>
              {words.desk.list[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <CaseLine key={row.id} row={row} isOpen={row.id === address.caseId} isMoved={list.moved.has(row.id)} />
        ))}
      </tbody>
    </table>
  );
};
