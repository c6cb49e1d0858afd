import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type AuditArea, type AuditEntry, readAudit } from '#shared/contract/audit.ts';
import type { Written } from '#shared/contract/endpoint.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** What the log is narrowed by; empty for all. */
export interface AuditChoice {
  area: AuditArea | '';
  number: string;
  from: string;
  to: string;
}
/** The log on the screen, and what can be done with it. */
interface AuditState {
  /** Null until the first entries have come. */
  read: { items: readonly AuditEntry[]; next: string | null } | null;
  trouble: Trouble | null;
  isLoading: boolean;
  again: () => void;
  more: () => void;
}
const queryOf = ({ area, number, from, to }: AuditChoice): Written<typeof readAudit, 'query'> => ({
  ...(area && { area }),
  ...(number.trim() && { number: number.replace(/\s/g, '') }),
  ...(from && { from }),
  ...(to && { to }),
});

/** Keeps the access log as it is narrowed. */
export function useAudit(choice: AuditChoice): AuditState {
  const { ask, words } = useDesk();
  const [read, setRead] = useState<AuditState['read']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isLoading, setLoading] = useState(true);
  /** Counts what was asked, so that an answer that comes late for another choice is dropped. */
  const turn = useRef(0);
  const load = useCallback(
    async (cursor: string | null): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      setLoading(true);
      setTrouble(null);
      try {
        const page = await ask(readAudit, { query: { ...queryOf(choice), ...(cursor && { cursor }) } });
        if (mine !== turn.current) return;
        setRead((before) => ({
          items: cursor && before ? [...before.items, ...page.items] : page.items,
          next: page.next,
        }));
      } catch (error) {
        if (mine !== turn.current) return;
        setTrouble(troubleOf(error, words.desk.trouble.offline));
      }
      setLoading(false);
    },
    [choice, ask, words],
  );
  const again = useCallback(() => void load(null), [load]);
  useEffect(again, [again]);
  return { read, trouble, isLoading, again, more: () => void load(read?.next ?? null) };
}
