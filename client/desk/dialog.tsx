import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A window over the desk: it takes the focus, holds it, and gives it back. Escape is `closed`, as is any other way out. */
export const Dialog = ({
  title,
  closed,
  isWide = false,
  children,
}: {
  title: string;
  closed: () => void;
  isWide?: boolean;
  children: ComponentChildren;
}): JSX.Element => {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  // The event of closing comes late: of a window that is gone already it must not close the next one.
  return (
    <dialog
      ref={element}
      class={isWide ? 'dialog wide-dialog' : 'dialog'}
      aria-labelledby="dialog-title"
      onClose={({ currentTarget }) => currentTarget.isConnected && closed()}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
};
