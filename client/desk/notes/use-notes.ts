import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { type CaseNote, listNotes, seeNotes } from '#shared/contract/notes.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** The notes of the open case. */
export interface NotesState {
  /** Null until they have come. */
  notes: readonly CaseNote[] | null;
  mayWrite: boolean;
  trouble: Trouble | null;
  load: () => Promise<void>;
}
/** Keeps the notes of a case as fresh as its card; `seen` hears how many mentions are left once those in view are read. */
export function useNotes(card: CaseCard, seen: (unread: number) => void): NotesState {
  const { offline } = useDesk().words.desk.trouble;
  const [held, hold] = useState<Pick<NotesState, 'notes' | 'mayWrite'>>({ notes: null, mayWrite: false });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asked = useRef(0);
  const { id } = card;
  const load = useCallback(async (): Promise<void> => {
    const turn = ++asked.current;
    try {
      const { items, mayWrite, unread } = await call(listNotes, { params: { id } });
      if (turn !== asked.current) return;
      hold({ notes: items, mayWrite });
      setTrouble(null);
      if (unread > 0 && document.visibilityState === 'visible') seen((await call(seeNotes, { params: { id } })).unread);
    } catch (error) {
      if (turn === asked.current) setTrouble(troubleOf(error, offline));
    }
  }, [id, seen, offline]);
  useEffect(() => {
    void load();
    return () => {
      asked.current += 1;
    };
  }, [load, card]);
  // What came while another window was in front is read when somebody looks.
  useEffect(() => {
    const look = (): void => void (document.visibilityState === 'visible' && load());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [load]);
  return { ...held, trouble, load };
}
