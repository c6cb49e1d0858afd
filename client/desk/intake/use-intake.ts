import { useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { enterAppeal, type FiledAppeal } from '#shared/contract/appeals.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { newKey } from '../form/new-key.ts';
import { type Trouble, troubleOf, troubleSaying } from '../form/trouble.ts';
import { enteredAppeal } from './entered-appeal.ts';

/** How an appeal is entered. */
export interface Intake {
  isSending: boolean;
  trouble: Trouble | null;
  /** What was kept, once it was. */
  filed: FiledAppeal | null;
  /** Answers whether the appeal was kept. */
  send: (values: Values) => Promise<boolean>;
  /** Makes ready for another one. */
  again: () => void;
}

/** Sends appeals; until one is kept, each try carries the same key, so that a lost answer makes no second appeal. */
export function useIntake(): Intake {
  const { ask, words, today } = useDesk();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [filed, setFiled] = useState<FiledAppeal | null>(null);
  const key = useRef(newKey());
  const isBusy = useRef(false);

  const send: Intake['send'] = async (values) => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending(true);
    setTrouble(null);
    try {
      const headers = { 'idempotency-key': key.current };
      setFiled(await ask(enterAppeal, { headers, body: enteredAppeal(values, today()) }));
      key.current = newKey();
      return true;
    } catch (error) {
      const isKept = error instanceof Refusal && error.problem.code === 'idempotency.reused';
      if (isKept) key.current = newKey();
      setTrouble(isKept ? troubleSaying(words.intake.sentBefore) : troubleOf(error, words.desk.trouble.kept));
      return false;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  return { isSending, trouble, filed, send, again: () => setFiled(null) };
}
