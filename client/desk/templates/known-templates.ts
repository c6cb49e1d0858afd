import { useCallback, useEffect, useState } from 'preact/hooks';
import type { call } from '#client/platform/api.ts';
import { listTemplates, type Template } from '#shared/contract/templates.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** The templates that the desk knows. */
export interface KnownTemplates {
  /** Null until they have come. */
  items: readonly Template[] | null;
  trouble: Trouble | null;
  load: () => Promise<void>;
}
/** Keeps the templates for the whole desk, so that a choice of them is there at once; `offline` says that they did not come. */
export function useKnownTemplates(ask: typeof call, offline: string): KnownTemplates {
  const [items, setItems] = useState<KnownTemplates['items']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setItems((await ask(listTemplates, {})).items);
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);
  return { items, trouble, load };
}
