import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  readDiscipline,
  readExecutors,
  readHalfYear,
  readJournal,
  readPromises,
  readQuarter,
} from '#shared/contract/reports.ts';
import {
  disciplineSheet,
  executorsSheet,
  halfYearSheet,
  journalHead,
  journalRow,
  promisesSheet,
  quarterSheet,
  type Sheet,
  type SheetWords,
} from '#shared/texts/figure-sheets.ts';
import { type Desk, useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { areDaysRight, daysOf, type FigureChoice } from './choice.ts';

/** A report that was read; `next` leads on in the journal, which comes page by page. */
interface Read {
  sheet: Sheet;
  next: string | null;
}
/** The report that is open. */
export interface FiguresState {
  /** Null until it has come, and while the days are wrong. */
  read: Read | null;
  trouble: Trouble | null;
  isLoading: boolean;
  load: () => void;
  more: () => void;
}
const PAGE = 100;

async function readSheet(
  { ask, me }: Pick<Desk, 'ask' | 'me'>,
  { choice, words, cursor }: { choice: FigureChoice; words: SheetWords; cursor?: string | undefined },
): Promise<Read> {
  const { report, year, quarter, part } = choice;
  const { from, to } = daysOf(choice);
  if (report === 'quarter')
    return { sheet: quarterSheet(await ask(readQuarter, { query: { year, quarter } }), words), next: null };
  if (report === 'half-year')
    return { sheet: halfYearSheet(await ask(readHalfYear, { query: { year, part } }), words), next: null };
  if (report === 'discipline')
    return { sheet: disciplineSheet(await ask(readDiscipline, { query: { from, to } }), words), next: null };
  if (report === 'executors')
    return { sheet: executorsSheet(await ask(readExecutors, { query: {} }), words), next: null };
  if (report === 'promises')
    return { sheet: promisesSheet(await ask(readPromises, { query: { from, to } }), words), next: null };
  const withPeople = me.permissions.includes('case.readAny');
  const page = await ask(readJournal, { query: { from, to, limit: PAGE, ...(cursor !== undefined && { cursor }) } });
  const rows = page.items.map((line) => journalRow(line, words, withPeople));
  return { sheet: { ...journalHead({ from, to }, words, withPeople), rows, total: null }, next: page.next };
}

/** Reads the chosen report, anew with each other choice; what comes late for a choice that was left is dropped. */
export function useFigures(choice: FigureChoice): FiguresState {
  const { ask, me, words } = useDesk();
  const { figures, questionGroups, desk } = words;
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isLoading, setLoading] = useState(false);
  const turn = useRef(0);

  const fetchPage = useCallback(
    async (before: Read | null): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      setTrouble(null);
      setLoading(true);
      const sheetWords = { figures, questionGroups, channels: desk.channels };
      try {
        const got = await readSheet({ ask, me }, { choice, words: sheetWords, cursor: before?.next ?? undefined });
        if (mine !== turn.current) return;
        const rows = before ? [...before.sheet.rows, ...got.sheet.rows] : got.sheet.rows;
        setRead({ ...got, sheet: { ...got.sheet, rows } });
      } catch (error) {
        if (mine === turn.current) setTrouble(troubleOf(error, desk.trouble.offline));
      }
      if (mine === turn.current) setLoading(false);
    },
    [ask, me, choice, figures, questionGroups, desk],
  );
  const load = useCallback((): void => {
    setRead(null);
    if (areDaysRight(daysOf(choice))) void fetchPage(null);
  }, [choice, fetchPage]);
  useEffect(load, [load]);
  return {
    read,
    trouble,
    isLoading,
    load,
    more: () => {
      if (read?.next && !isLoading) void fetchPage(read);
    },
  };
}
