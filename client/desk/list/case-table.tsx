import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { CaseLine } from './case-line.tsx';
import type { CaseList } from './case-list.ts';
import type { Selection } from './use-selection.ts';
import { walk } from './walk.ts';

const COLUMNS = ['number', 'index', 'received', 'due', 'category', 'place', 'state', 'department', 'channel'] as const;

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
/** The lines of a view, one stop of the Tab key: arrows and J, K go along them. Which columns are seen is the width's business; the first and the date are always there. */
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
  const [focused, setFocused] = useState<string | null>(null);
  const stop = [focused, address.caseId].find((id) => list.rows.some((row) => row.id === id)) ?? list.rows[0]?.id;
  const step = (event: KeyboardEvent): void => {
    const by = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    walk(by, stop ?? null);
  };
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
      <tbody onKeyDown={step}>
        {list.rows.map((row) => (
          <CaseLine
            key={row.id}
            row={row}
            isOpen={row.id === address.caseId}
            isMoved={list.moved.has(row.id)}
            isStop={row.id === stop}
            focused={setFocused}
            selection={selection}
          />
        ))}
      </tbody>
    </table>
  );
};
