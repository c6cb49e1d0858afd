import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DeskPetitionRow } from '#shared/contract/petition-desk.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { DueMark } from '../list/due-mark.tsx';
import { walk } from '../list/walk.ts';
import { PetitionState } from './petition-state.tsx';

const COLUMNS = ['number', 'title', 'state', 'due', 'count', 'held'] as const;
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

const Line = ({
  row,
  isOpen,
  isStop,
  focused,
}: {
  row: DeskPetitionRow;
  isOpen: boolean;
  /** Whether the Tab key stops here: at one line of the list alone. */
  isStop: boolean;
  focused: (id: string) => void;
}): JSX.Element => {
  const { lang, words } = useDesk();
  const { petitions: texts, desk } = words;
  const { id, number, title, status, dueOn, age, count, threshold, heldCount } = row;
  const said = threshold
    ? fill(texts.ofThreshold, { count: spacedCount(lang, count), threshold: spacedCount(lang, threshold) })
    : null;
  return (
    <tr onFocusIn={() => focused(id)} class={isOpen ? 'open' : undefined}>
      <th scope="row" class="c-number">
        <Link
          to={{ petitionId: id }}
          data-case={id}
          tabIndex={isStop ? 0 : -1}
          aria-current={isOpen ? 'true' : undefined}
        >
          {number ?? desk.list.none}
        </Link>
      </th>
      <td class="c-title">
        {title}
        {age === 'overdue' || age === 'nearly_overdue' ? (
          <span class={`band ${age === 'overdue' ? 'overdue' : 'last'}`}> · {texts.ages[age]}</span>
        ) : null}
      </td>
      <td class="c-state">
        <PetitionState status={status} />
      </td>
      <td class="c-due">
        <DueMark dueOn={dueOn} />
      </td>
      <td class="c-count">{said ?? <span class="muted">{desk.list.none}</span>}</td>
      <td class="c-held">
        {heldCount > 0 ? (
          <strong class="held">{spacedCount(lang, heldCount)}</strong>
        ) : (
          <span class="muted">{desk.list.none}</span>
        )}
      </td>
    </tr>
  );
};

/** The lines of a list of petitions, one stop of the Tab key: arrows and J, K go along them. */
export const PetitionTable = ({
  rows,
  caption,
  openId,
}: {
  rows: readonly DeskPetitionRow[];
  caption: string;
  openId: string | null;
}): JSX.Element => {
  const { petitions: texts } = useDesk().words;
  const [last, setLast] = useState<string | null>(null);
  const stop = [last, openId].find((id) => rows.some((row) => row.id === id)) ?? rows[0]?.id;
  const step = (event: KeyboardEvent): void => {
    const by = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    walk(by, stop ?? null);
  };
  return (
    <table class="cases petition-lines">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" class={`c-${column}`}>
              {texts.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={step}>
        {rows.map((row) => (
          <Line key={row.id} row={row} isOpen={row.id === openId} isStop={row.id === stop} focused={setLast} />
        ))}
      </tbody>
    </table>
  );
};
