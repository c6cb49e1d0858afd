import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** One page of a list as it comes. */
interface Page<T> {
  items: readonly T[];
  next: string | null;
  total: number;
}
/** A list on the screen, page after page, and what can be done with it. */
export interface Pages<T> {
  /** Null until the first page has come. */
  read: Page<T> | null;
  trouble: Trouble | null;
  isLoading: boolean;
  again: () => void;
  more: () => void;
  /** Puts a changed line in the place of the one that `isOld` finds; null takes it out. */
  put: (isOld: (line: T) => boolean, line: T | null) => void;
}
/** Keeps a list that `load` brings page by page; another `load` begins it anew. */
export function usePages<T>(load: (cursor: string | null) => Promise<Page<T>>): Pages<T> {
  const { words } = useDesk();
  const [read, setRead] = useState<Page<T> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isLoading, setLoading] = useState(true);
  /** Counts what was asked, so that an answer that comes late for another list is dropped. */
  const turn = useRef(0);
  const come = useCallback(
    async (cursor: string | null): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      setLoading(true);
      setTrouble(null);
      try {
        const page = await load(cursor);
        if (mine !== turn.current) return;
        setRead((before) => ({ ...page, items: cursor && before ? [...before.items, ...page.items] : page.items }));
      } catch (error) {
        if (mine !== turn.current) return;
        setTrouble(troubleOf(error, words.desk.trouble.offline));
      }
      setLoading(false);
    },
    [load, words],
  );
  useEffect(() => {
    setRead(null);
    void come(null);
  }, [come]);
  return {
    read,
    trouble,
    isLoading,
    again: useCallback(() => void come(null), [come]),
    more: () => void come(read?.next ?? null),
    put(isOld, line) {
      setRead(
        (before) =>
          before && {
            ...before,
            total: before.total - (line === null && before.items.some(isOld) ? 1 : 0),
            items: before.items.flatMap((one) => (isOld(one) ? (line === null ? [] : [line]) : [one])),
          },
      );
    },
  };
}
