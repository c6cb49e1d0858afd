import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { commandOf, isTextField, type KeyCommand } from './keys.ts';

/** What each command does in the present place; a command without a deed leaves its key to the browser. */
export type KeyDeeds = Partial<Record<KeyCommand, () => void>>;

const KEPT_AS = 'vidhuk.keys';
const mayUseKeys = (): boolean => localStorage.getItem(KEPT_AS) !== 'off';
/** Whether single keys act, by this person's choice on this machine (WCAG 2.1, 2.1.4). */
export function useKeyChoice(): [areOn: boolean, choose: (areOn: boolean) => void] {
  const [areOn, setOn] = useState(mayUseKeys);
  const choose = (now: boolean): void => {
    localStorage.setItem(KEPT_AS, now ? 'on' : 'off');
    setOn(now);
  };
  return [areOn, choose];
}

/** Does what single keys ask, unless the person writes, a dialogue is open, or the keys are off. Escape leaves a field first. */
export function useKeys(deeds: KeyDeeds, areOn: boolean): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const command = commandOf(event);
      if (!command || (!areOn && command !== 'close')) return;
      const { target } = event;
      if (target instanceof HTMLElement && isTextField(target)) {
        if (command === 'close') target.blur();
        return;
      }
      const deed = latest.current[command];
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [areOn]);
}
