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
  /** What arrived last, and of which case; of another than the wanted one it is not shown. */
  const [held, setHeld] = useState<{ id: string; shown: Shown } | null>(null);
  const wanted = useRef(caseId);
  wanted.current = caseId;

  const take = useCallback((card: CaseCard) => {
    if (wanted.current === card.id) setHeld({ id: card.id, shown: { ...NOTHING, card } });
  }, []);
  const load = useCallback(async () => {
    if (!caseId) return;
    try {
      const card = await ask(readCase, { params: { id: caseId } });
      came(card);
      take(card);
    } catch (error) {
      const isAbsent = error instanceof Refusal && error.problem.code === 'not-found';
      const trouble = isAbsent ? null : troubleOf(error, words.desk.trouble.offline);
      if (wanted.current === caseId) setHeld({ id: caseId, shown: { ...NOTHING, isAbsent, trouble } });
    }
  }, [caseId, ask, words, came, take]);
  const retry = useCallback(() => {
    setHeld(null);
    void load();
  }, [load]);
  useEffect(retry, [retry]);

  const refresh = useCallback(async () => {
    if (!caseId) return;
    // Nobody waits for this answer: where none comes, what is shown stays.
    const card = await call(readCase, { params: { id: caseId } }).catch(() => null);
    if (!card || wanted.current !== caseId) return;
    came(card);
    setHeld((now) => {
      const old = now?.id === caseId ? now.shown.card : null;
      if (now && old && old.version > card.version) return now;
      const isWritten = drafts.has(`${caseId}/`) && old !== null && old.version !== card.version;
      return { id: caseId, shown: isWritten ? { ...NOTHING, card: old, newer: card } : { ...NOTHING, card } };
    });
  }, [caseId, came, drafts]);
  const shown = held?.id === caseId ? held.shown : NOTHING;
  return { ...shown, take, refresh: () => void refresh(), retry };
}
