import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { listReports, type Report, settleReport } from '#shared/contract/moderation.ts';
import type { Desk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** Reports that wait for somebody who publishes. */
export interface ReportsState {
  /** Null until they have come, and for those whose business they are not. */
  reports: readonly Report[] | null;
  trouble: Trouble | null;
  /** How the last one went: taken off by this person, or by somebody before. */
  settled: 'now' | 'before' | null;
  load: () => void;
  settle: (report: Report) => void;
}
/** Keeps the reports of a person who may look into them; `isOpen` while their page is. They are loaded at the start, for the count, and whenever the page is opened. */
export function useReports({ ask, words, me }: Pick<Desk, 'ask' | 'words' | 'me'>, isOpen: boolean): ReportsState {
  const isMine = me.permissions.includes('case.publish');
  const [reports, setReports] = useState<ReportsState['reports']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [settled, setSettled] = useState<ReportsState['settled']>(null);
  const isBusy = useRef(false);
  const { offline } = words.desk.trouble;

  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setReports((await ask(listReports, {})).items);
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => {
    if (isMine) void load();
    setSettled(null);
  }, [isMine, isOpen, load]);

  const settle = async ({ id }: Report): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSettled(null);
    setTrouble(null);
    try {
      const done = await ask(settleReport, { params: { id } });
      setReports((all) => all?.filter((one) => one.id !== id) ?? null);
      setSettled(done.settled ? 'now' : 'before');
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
    isBusy.current = false;
  };
  return { reports, trouble, settled, load: () => void load(), settle: (report) => void settle(report) };
}
