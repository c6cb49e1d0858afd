import { useCallback, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { addDeskView, type DeskView, listDeskViews, removeDeskView } from '#shared/contract/desk-views.ts';
import type { RegisterView } from '#shared/contract/register-list.ts';
import type { Desk } from '../desk-context.ts';
import type { Filters } from '../filters/filters.ts';

/** The lists that this person keeps. */
export interface OwnViews {
  items: readonly DeskView[];
  /** Counts them anew, quietly. */
  load: () => void;
  keep: (name: string, view: RegisterView, filters: Filters) => Promise<void>;
  drop: (id: string) => Promise<void>;
}
/** Keeps one’s own lists with their counts; where they cannot be had, the desk does without. */
export function useOwnViews(ask: Desk['ask']): OwnViews {
  const [items, setItems] = useState<readonly DeskView[]>([]);
  const load = useCallback(() => {
    call(listDeskViews, {}).then(
      (page) => setItems(page.items),
      () => undefined,
    );
  }, []);
  return {
    items,
    load,
    async keep(name, view, filters) {
      await ask(addDeskView, { body: { name, view, filters } });
      load();
    },
    async drop(id) {
      await ask(removeDeskView, { params: { id } });
      load();
    },
  };
}
