import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { watchMentions } from '#client/platform/live.ts';
import { listMentions, type Mention } from '#shared/contract/notes.ts';
import type { Desk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** Notes that name this person. */
export interface MentionsState {
  /** Null until they have come. */
  items: readonly Mention[] | null;
  /** How many are unread; null where that is not known. */
  unread: number | null;
  next: string | null;
  isLoading: boolean;
  trouble: Trouble | null;
  load: () => void;
  more: () => void;
  /** Some were read on a card; so many are left. */
  seen: (unread: number) => void;
}
/** Keeps the first page of them and their number fresh, as they come and as they are read; `isOpen` while their page is. */
export function useMentions({ words }: Pick<Desk, 'words'>, isOpen: boolean): MentionsState {
  const [held, hold] = useState<Pick<MentionsState, 'items' | 'next'>>({ items: null, next: null });
  const [unread, setUnread] = useState<number | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asked = useRef(0);
  const { offline } = words.desk.trouble;

  const load = useCallback(async (): Promise<void> => {
    const turn = ++asked.current;
    try {
      const { items, next, unread: left } = await call(listMentions, { query: {} });
      if (turn !== asked.current) return;
      hold({ items, next });
      setUnread(left);
      setTrouble(null);
    } catch (error) {
      if (turn === asked.current) setTrouble(troubleOf(error, offline));
    }
  }, [offline]);
  useEffect(() => void load(), [load, isOpen]);
  useEffect(() => watchMentions(() => void load()), [load]);

  const more = async (): Promise<void> => {
    const { items, next } = held;
    if (!items || !next || isLoading) return;
    setLoading(true);
    const turn = asked.current;
    try {
      const page = await call(listMentions, { query: { cursor: next } });
      if (turn === asked.current) hold({ items: [...items, ...page.items], next: page.next });
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
    setLoading(false);
  };
  const seen = useCallback(
    (left: number): void => {
      setUnread(left);
      void load();
    },
    [load],
  );
  return { ...held, unread, isLoading, trouble, load: () => void load(), more: () => void more(), seen };
}
