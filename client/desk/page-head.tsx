import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk-context.ts';
import { Link } from './link.tsx';

/**
 * The head of a page of the desk: the way back to the cases, what the page is and what it is for. Whoever comes to the page begins
 * there, for the link that brought them is gone; `heading` is for a page that sends them there again.
 */
export const PageHead = ({
  id,
  title,
  lead,
  heading,
  children,
}: {
  /** Of the heading, which names the page. */
  id: string;
  title: string;
  lead: string;
  heading?: RefObject<HTMLHeadingElement | null>;
  /** What else is said or done at the head of this page. */
  children?: ComponentChildren;
}): JSX.Element => {
  const own = useRef<HTMLHeadingElement>(null);
  const head = heading ?? own;
  useLayoutEffect(() => head.current?.focus(), []);
  return (
    <header class="intake-head">
      <p class="way-back">
        <Link to={{ page: 'cases' }}>{useDesk().words.intake.back}</Link>
      </p>
      <h2 id={id} ref={head} tabIndex={-1}>
        {title}
      </h2>
      <p class="hint">{lead}</p>
      {children}
    </header>
  );
};
