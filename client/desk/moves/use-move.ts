import { useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { type CaseCard, moveCase } from '#shared/contract/register.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { fill } from '#shared/texts/fill.ts';
import { statusWord } from '../case-words.ts';
import { type Desk, useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { type Trouble, troubleOf, troubleSaying } from '../form/trouble.ts';
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

/** A 409 in words: why not, and what can be done instead. */
function conflictWords({ problem }: Refusal, verb: Verb, { words: { desk, moves } }: Desk): string {
  const { refused, verbs } = moves;
  if (problem.code === 'version.stale') return refused.stale;
  const { from = '', reason, allowed = [] } = problem as { from?: string; reason?: string; allowed?: Verb[] };
  const why =
    reason === 'contested-department'
      ? refused.contested
      : fill(refused.status, { status: statusWord(desk, from), verb: verbs[verb] });
  if (allowed.length === 0) return why;
  return `${why} ${fill(refused.allowed, { verbs: allowed.map((other) => verbs[other].toLowerCase()).join(', ') })}`;
}
const isConflict = (error: unknown): error is Refusal => error instanceof Refusal && error.problem.status === 409;

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
        setTrouble(troubleSaying(conflictWords(error, verb, desk)));
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
