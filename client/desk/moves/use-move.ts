import { useRef, useState } from 'preact/hooks';
import { type CaseCard, moveCase } from '#shared/contract/register.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { type Trouble, troubleOf, troubleSaying } from '../form/trouble.ts';
import { conflictWords, isConflict } from './conflict-words.ts';
import { inputFrom } from './moves.ts';

/** How a case is moved from its card. */
export interface Mover {
  isSending: boolean;
  trouble: Trouble | null;
  /** What was done last, until something else is begun. */
  done: Verb | null;
  /** Shows what this page found wrong by itself, or, with null, nothing any more. */
  refuse: (trouble: Trouble | null) => void;
  /** Answers whether the case was moved. */
  move: (card: CaseCard, verb: Verb, values: Values) => Promise<boolean>;
}

/** Moves cases; `arrived` hears of each card that comes back, and whether this person's move made it. */
export function useMove(arrived: (card: CaseCard, isMoved: boolean) => void): Mover {
  const desk = useDesk();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [done, setDone] = useState<Verb | null>(null);
  const isBusy = useRef(false);

  const move: Mover['move'] = async (card, verb, values) => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending(true);
    setTrouble(null);
    setDone(null);
    try {
      const body = { expectedVersion: card.version, ...inputFrom(verb, values) };
      const moved = await desk.ask(moveCase, { params: { id: card.id, verb }, body });
      arrived(moved, true);
      setDone(verb);
      return true;
    } catch (error) {
      if (isConflict(error)) {
        setTrouble(troubleSaying(conflictWords(error, verb, desk.words)));
        const { current } = error.problem as { current?: CaseCard };
        if (current) arrived(current, false);
      } else setTrouble(troubleOf(error, desk.words.desk.trouble.kept));
      return false;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  const refuse = (found: Trouble | null): void => {
    setTrouble(found);
    setDone(null);
  };
  return { isSending, trouble, done, refuse, move };
}
