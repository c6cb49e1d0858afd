import type { ComponentChildren, JSX } from 'preact';
import { BrandMark } from '#client/views/brand-mark.tsx';
import type { CommonTexts } from '#shared/texts/uk/common.ts';

/** A narrow page of one form in front of the desk: whose it is, what is asked, and why the last try was refused. */
export const DoorFrame = ({
  title,
  lead,
  trouble,
  common,
  children,
}: {
  title: string;
  lead: string;
  trouble: string | null;
  common: CommonTexts;
  children: ComponentChildren;
}): JSX.Element => (
  <main class="door">
    <p class="brand">
      <BrandMark />
      {common.site} <span>{common.city}</span>
    </p>
    <h1>{title}</h1>
    <p class="hint">{lead}</p>
    {trouble && (
      <p class="callout danger" role="alert" tabIndex={-1} data-focus="">
        {trouble}
      </p>
    )}
    {children}
  </main>
);
