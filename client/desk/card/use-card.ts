import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call, Refusal } from '#client/platform/api.ts';
import { type CaseCard, readCase } from '#shared/contract/register.ts';
import type { Desk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** The open case, as far as it is here. */
export interface CardState {
  /** Null while it is on its way, and where there is none. */
  card: CaseCard | null;
  /** What somebody else made of it while something is being typed here; shown when asked for. */
  newer: CaseCard | null;
  isAbsent: boolean;
  trouble: Trouble | null;
  /** Puts a card that came with an answer in place of the shown one. */
  take: (card: CaseCard) => void;
  /** Asks again, quietly. */
  refresh: () => void;
  retry: () => void;
}
type Shown = Pick<CardState, 'card' | 'newer' | 'isAbsent' | 'trouble'>;
const NOTHING: Shown = { card: null, newer: null, isAbsent: false, trouble: null };

/** Keeps the case with this id open; `came` hears of every state of it that arrives. */
export function useCard(
  caseId: string | null,
  { ask, words, drafts }: Pick<Desk, 'ask' | 'words' | 'drafts'>,
  came: (card: CaseCard) => void,
): CardState {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const wanted = useRef(caseId);
  wanted.current = caseId;

  const take = useCallback((card: CaseCard) => {
    if (wanted.current !== card.id) return;
    setShown({ ...NOTHING, card });
  }, []);
  const load = useCallback(async () => {
    if (!caseId) return;
    try {
      const card = await ask(readCase, { params: { id: caseId } });
      came(card);
      take(card);
    } catch (error) {
      if (wanted.current !== caseId) return;
      const isAbsent = error instanceof Refusal && error.problem.code === 'not-found';
      setShown({ ...NOTHING, isAbsent, trouble: isAbsent ? null : troubleOf(error, words.desk.trouble.offline) });
    }
  }, [caseId, ask, words, came, take]);
  const retry = useCallback(() => {
    setShown(NOTHING);
    void load();
  }, [load]);
  useEffect(retry, [retry]);

  const refresh = useCallback(async () => {
    if (!caseId) return;
    // Nobody waits for this answer: where none comes, what is shown stays.
    const card = await call(readCase, { params: { id: caseId } }).catch(() => null);
    if (!card || wanted.current !== caseId) return;
    came(card);
    setShown((now) => {
      const isOlder = now.card !== null && now.card.version > card.version;
      if (isOlder) return now;
      const isWritten = drafts.has(`${caseId}/`) && now.card !== null && now.card.version !== card.version;
      return isWritten ? { ...now, newer: card } : { ...NOTHING, card };
    });
  }, [caseId, came, drafts]);
  return { ...shown, take, refresh: () => void refresh(), retry };
}
