import type { ComponentChildren, ComponentProps, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { sendByKey } from './send-by-key.ts';

const FIELDS = 'input, select, textarea';
const WRONG = '[aria-invalid], .wrong input';

/**
 * The frame of a form of the desk: it hears every field, is sent by its button or by Ctrl and Enter, and leads to the first wrong
 * field whenever it is refused anew.
 */
export const DeskForm = ({
  refused,
  wished = 0,
  send,
  children,
  ...form
}: {
  /** Why it was not carried out; a new object each time, null while all went well. */
  refused: unknown;
  /** Grows each time that the person asks for this form; it then takes the focus. */
  wished?: number;
  onInput: NonNullable<ComponentProps<'form'>['onInput']>;
  send: (form: HTMLFormElement) => unknown;
  class?: string;
  'aria-labelledby'?: string;
  children: ComponentChildren;
}): JSX.Element => {
  const element = useRef<HTMLFormElement>(null);
  const focus = (first: string): boolean => {
    const found = element.current?.querySelector<HTMLElement>(first);
    found?.focus();
    return Boolean(found);
  };
  useLayoutEffect(() => {
    if (wished > 0) focus(FIELDS) || focus('button');
  }, [wished]);
  useLayoutEffect(() => void focus(WRONG), [refused]);
  return (
    <form
      {...form}
      ref={element}
      noValidate
      onKeyDown={sendByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
};
