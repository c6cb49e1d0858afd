import { useCallback, useEffect, useState } from 'preact/hooks';
import { readSignatureFolder, type WaitingAnswer } from '#shared/contract/signature.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** The answers that wait for signature, as they were read. */
export interface Folder {
  /** Null until the first have come. */
  read: { items: readonly WaitingAnswer[]; next: string | null; total: number } | null;
  trouble: Trouble | null;
  isLoading: boolean;
  again: () => void;
  more: () => void;
}
/** Keeps the folder; what was signed stays in it with its result until it is read anew. */
export function useFolder(): Folder {
  const { ask, words } = useDesk();
  const [read, setRead] = useState<Folder['read']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isLoading, setLoading] = useState(true);
  const load = useCallback(
    async (cursor: string | null): Promise<void> => {
      setLoading(true);
      setTrouble(null);
      try {
        const page = await ask(readSignatureFolder, { query: cursor ? { cursor } : {} });
        setRead((before) => ({ ...page, items: cursor && before ? [...before.items, ...page.items] : page.items }));
      } catch (error) {
        setTrouble(troubleOf(error, words.desk.trouble.offline));
      }
      setLoading(false);
    },
    [ask, words],
  );
  const again = useCallback(() => void load(null), [load]);
  useEffect(again, [again]);
  return { read, trouble, isLoading, again, more: () => void load(read?.next ?? null) };
}
