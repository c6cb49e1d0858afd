import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { paced } from '#client/platform/paced.ts';
import type { Brought } from '#shared/contract/endpoint.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import { listCases, type RegisterView } from '#shared/contract/register-list.ts';
import type { Desk } from '../desk-context.ts';
import type { Filters } from '../filters/filters.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { type CaseList, type Lines, listOf, withChecked, withMore, withRow } from './case-list.ts';

type Page = Brought<typeof listCases>;
/** A view of the register on the screen, and what can be done with it. */
export interface CaseListState {
  /** Null until the first lines have come. */
  list: CaseList | null;
  counts: Page['counts'] | null;
  /** How many cases there are in the whole list; null until that is known. */
  total: number | null;
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

/** What is asked for: a view, and what it is narrowed by. */
interface Wanted {
  view: RegisterView;
  filters: Filters;
}
/** Keeps the list of one view, as it is narrowed. */
export function useCaseList(wanted: Wanted, { ask, words }: Pick<Desk, 'ask' | 'words'>): CaseListState {
  const asked = JSON.stringify({ view: wanted.view, ...wanted.filters });
  const query = useMemo(() => ({ view: wanted.view, ...wanted.filters }), [asked]);
  const [held, setHeld] = useState<{ asked: string; list: CaseList; total: number } | null>(null);
  const list = held?.asked === asked ? held.list : null;
  const [counts, setCounts] = useState<Page['counts'] | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [failed, setFailed] = useState<CaseListState['failed']>(null);
  /** What is on the screen and wanted there, for answers that come late. */
  const now = useRef({ asked, query, list });
  now.current = { asked, query, list };

  const load = useCallback(
    async (from: { cursor?: string }, take: (page: Page) => void): Promise<void> => {
      setLoading(true);
      setFailed(null);
      try {
        const page = await ask(listCases, { query: { ...query, limit: PAGE, ...from } });
        if (now.current.asked !== asked) return;
        take(page);
        setCounts(page.counts);
      } catch (error) {
        if (now.current.asked !== asked) return;
        const again = () => void load(from, take);
        setFailed({ trouble: troubleOf(error, words.desk.trouble.offline), again });
      }
      setLoading(false);
    },
    [asked, query, ask, words],
  );
  /** Changes the lines at hand, where there are any. */
  const change = useCallback(
    (to: (list: CaseList) => CaseList) => setHeld((now) => now && { ...now, list: to(now.list) }),
    [],
  );
  const reload = useCallback(
    () => void load({}, (page) => setHeld({ asked, list: listOf(linesOf(page)), total: page.total })),
    [load, asked],
  );
  const more = useCallback(() => {
    const cursor = now.current.list?.next;
    if (cursor) void load({ cursor }, (page) => change((shown) => withMore(shown, linesOf(page))));
  }, [load, change]);
  useEffect(reload, [reload]);

  const checks = useMemo(
    () =>
      paced(async () => {
        const { asked: before, query: same, list: shown } = now.current;
        if (!shown || document.hidden) return;
        const limit = Math.min(MOST, Math.max(PAGE, shown.rows.length));
        // Nobody waits for this answer: where none comes, the next one will do.
        const page = await call(listCases, { query: { ...same, limit } }).catch(() => null);
        if (!page || now.current.asked !== before) return;
        setCounts(page.counts);
        setHeld((held) => held && { ...held, total: page.total });
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
  const total = list && held ? held.total : null;
  return { list, counts, total, isLoading, failed, reload, more, check: checks.ask, took };
}
