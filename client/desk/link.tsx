import type { ComponentChildren, JSX } from 'preact';
import { type DeskAddress, writeAddress } from './address.ts';
import { useDesk } from './desk-context.ts';

/** A link within the desk: a plain press goes there without a reload, anything else (a new tab, say) is the browser's. */
export const Link = ({
  to,
  children,
  ...rest
}: {
  /** What changes in the address; the rest stays. */
  to: Partial<DeskAddress>;
  children: ComponentChildren;
  class?: string;
  'aria-current'?: 'page' | 'true' | undefined;
  /** Of the case or the petition whose line it is: arrows and keys go along these. */
  'data-case'?: string;
  tabIndex?: number;
  'aria-label'?: string;
}): JSX.Element => {
  const { lang, address, go } = useDesk();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...rest} href={writeAddress(lang, { ...address, ...to })} onClick={follow}>
      {children}
    </a>
  );
};
