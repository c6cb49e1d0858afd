import { useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import type { Values } from './drafts.ts';

/** A form whose values are kept while it is out of sight. One listener on the form hears all its fields. */
export interface Draft {
  values: Values;
  onInput: (event: Event) => void;
  set: (name: string, value: string) => void;
  /** Empties the form, as after its values were sent. */
  clear: () => void;
  /** Which form this is since it was emptied last; as a key it makes the fields forget what was typed. */
  round: number;
}
const typedIn = (field: EventTarget | null): [name: string, value: string] | null => {
  if (field instanceof HTMLInputElement && field.type === 'checkbox')
    return [field.name, field.checked ? field.value : ''];
  const isField =
    field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement;
  return isField ? [field.name, field.value] : null;
};

/**
 * The form that is kept under `key`, or under none where typing it again costs nothing. The key stays the same as long as
 * the part that uses it lives; `untouched` is how the form begins.
 */
export function useDraft(key: string | null, untouched: Values): Draft {
  const { drafts } = useDesk();
  const [values, setValues] = useState(() => (key && drafts.of(key)) || untouched);
  const [round, setRound] = useState(0);
  const set = (name: string, value: string): void =>
    setValues((now) => {
      const then = { ...now, [name]: value };
      if (key) drafts.keep(key, then, untouched);
      return then;
    });
  return {
    values,
    set,
    onInput({ target }) {
      const typed = typedIn(target);
      if (typed) set(...typed);
    },
    clear() {
      if (key) drafts.drop(key);
      setValues(untouched);
      setRound((now) => now + 1);
    },
    round,
  };
}
