import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { listWorkLinks, type WorkLinkList } from '#shared/contract/executors.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** The links of the open case. */
export interface LinksState {
  /** Null until they have come. */
  list: WorkLinkList | null;
  trouble: Trouble | null;
  load: () => Promise<void>;
}
/** Keeps the links of a case as fresh as its card. */
export function useLinks(card: CaseCard): LinksState {
  const { offline } = useDesk().words.desk.trouble;
  const [list, setList] = useState<WorkLinkList | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const asked = useRef(0);
  const { id } = card;
  const load = useCallback(async (): Promise<void> => {
    const turn = ++asked.current;
    try {
      const came = await call(listWorkLinks, { params: { id } });
      if (turn !== asked.current) return;
      setList(came);
      setTrouble(null);
    } catch (error) {
      if (turn === asked.current) setTrouble(troubleOf(error, offline));
    }
  }, [id, offline]);
  useEffect(() => {
    void load();
    return () => {
      asked.current += 1;
    };
  }, [load, card]);
  return { list, trouble, load };
}
