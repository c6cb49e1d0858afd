import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { paced } from '#client/platform/paced.ts';
import type { Brought } from '#shared/contract/endpoint.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import { listCases, type RegisterView } from '#shared/contract/register-list.ts';
import type { Desk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { type CaseList, type Lines, listOf, withChecked, withMore, withRow } from './case-list.ts';

type Page = Brought<typeof listCases>;
/** A view of the register on the screen, and what can be done with it. */
export interface CaseListState {
  /** Null until the first lines have come. */
  list: CaseList | null;
  counts: Page['counts'] | null;
  isLoading: boolean;
  /** Why the last lines could not be had, and the way to ask for the same again. */
  failed: { trouble: Trouble; again: () => void } | null;
  /** Loads the view anew from its beginning. */
  reload: () => void;
  /** Loads the lines that follow. */
  more: () => void;
  /** Asks how much is new, soon and not too often; the lines stay as they are. */
  check: () => void;
  /** Puts the newest state of one case in its place. */
  took: (row: CaseRow, isOwn: boolean) => void;
}
/** Lines of one page, and the most that the register gives at once. */
const PAGE = 50;
const MOST = 100;
/** How often news is asked for at the most, in milliseconds: the whole city's changes come to every desk. */
const CHECK_GAP_MS = 3_000;

const linesOf = ({ items, next }: Page): Lines => ({ rows: items, next });

/** Keeps the list of one view. */
export function useCaseList(view: RegisterView, { ask, words }: Pick<Desk, 'ask' | 'words'>): CaseListState {
  const [held, setHeld] = useState<{ view: RegisterView; list: CaseList } | null>(null);
  const list = held?.view === view ? held.list : null;
  const [counts, setCounts] = useState<Page['counts'] | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [failed, setFailed] = useState<CaseListState['failed']>(null);
  /** What is on the screen and wanted there, for answers that come late. */
  const now = useRef({ view, list });
  now.current = { view, list };

  const load = useCallback(
    async (query: { cursor?: string }, take: (page: Page) => void): Promise<void> => {
      setLoading(true);
      setFailed(null);
      try {
        const page = await ask(listCases, { query: { view, limit: PAGE, ...query } });
        if (now.current.view !== view) return;
        take(page);
        setCounts(page.counts);
      } catch (error) {
        if (now.current.view !== view) return;
        const again = () => void load(query, take);
        setFailed({ trouble: troubleOf(error, words.desk.trouble.offline), again });
      }
      setLoading(false);
    },
    [view, ask, words],
  );
  /** Changes the lines at hand, where there are any. */
  const change = useCallback(
    (to: (list: CaseList) => CaseList) => setHeld((now) => now && { ...now, list: to(now.list) }),
    [],
  );
  const reload = useCallback(
    () => void load({}, (page) => setHeld({ view, list: listOf(linesOf(page)) })),
    [load, view],
  );
  const more = useCallback(() => {
    const cursor = now.current.list?.next;
    if (cursor) void load({ cursor }, (page) => change((shown) => withMore(shown, linesOf(page))));
  }, [load, change]);
  useEffect(reload, [reload]);

  const checks = useMemo(
    () =>
      paced(async () => {
        const { view: asked, list: shown } = now.current;
        if (!shown || document.hidden) return;
        const limit = Math.min(MOST, Math.max(PAGE, shown.rows.length));
        // Nobody waits for this answer: where none comes, the next one will do.
        const page = await call(listCases, { query: { view: asked, limit } }).catch(() => null);
        if (!page || now.current.view !== asked) return;
        setCounts(page.counts);
        change((still) => withChecked(still, linesOf(page)));
      }, CHECK_GAP_MS),
    [change],
  );
  useEffect(() => {
    const lookAgain = (): void => checks.ask();
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      checks.stop();
    };
  }, [checks]);
  const took = useCallback((row: CaseRow, isOwn: boolean) => change((shown) => withRow(shown, row, isOwn)), [change]);
  return { list, counts, isLoading, failed, reload, more, check: checks.ask, took };
}
