import { useCallback, useEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** One thing that was asked of the server. */
export interface Read<T> {
  /** Null until it has come; what came before stays while it is asked for anew. */
  value: T | null;
  trouble: Trouble | null;
  isLoading: boolean;
  again: () => void;
  /** Takes what the server said in answer to a change. */
  take: (value: T) => void;
}
/** Keeps what `load` brings. */
export function useRead<T>(load: () => Promise<T>): Read<T> {
  const { offline } = useDesk().words.desk.trouble;
  const [value, take] = useState<T | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isLoading, setLoading] = useState(true);
  const come = useCallback(async (): Promise<void> => {
    setTrouble(null);
    setLoading(true);
    try {
      take(await load());
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
    setLoading(false);
  }, [load, offline]);
  useEffect(() => void come(), [come]);
  return { value, trouble, isLoading, again: () => void come(), take };
}
