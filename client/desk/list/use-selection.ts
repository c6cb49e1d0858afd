import { useCallback, useMemo, useState } from 'preact/hooks';
import type { CaseRow } from '#shared/contract/register.ts';

/** Which of the shown cases are chosen for one thing to be done to all of them. */
export interface Selection {
  has: (id: string) => boolean;
  /** The chosen ones in the order of the list, as they are now. */
  rows: readonly CaseRow[];
  toggle: (id: string) => void;
  /** Chooses all that are shown, or none. */
  all: (areChosen: boolean) => void;
  clear: () => void;
}
/** Keeps the choice among these lines; what is shown no more is chosen no more. */
export function useSelection(shown: readonly CaseRow[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => shown.filter(({ id }) => ids.has(id)), [shown, ids]);
  const toggle = useCallback(
    (id: string) =>
      setIds((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id]))),
    [],
  );
  const clear = useCallback(() => setIds(new Set()), []);
  return {
    has: (id) => ids.has(id),
    rows,
    toggle,
    all: (areChosen) => setIds(new Set(areChosen ? shown.map(({ id }) => id) : [])),
    clear,
  };
}
