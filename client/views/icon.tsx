import type { JSX } from 'preact';
import type { PublicStatus } from '#shared/domain/appeal.ts';

/** Outlines on a field of 20 × 20, drawn with the colour of the text. A status has one of its own. */
const OUTLINES = {
  received: <circle cx="10" cy="10" r="7" />,
  in_work: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
    </>
  ),
  planned: (
    <>
      <path d="M3.5 5h13v11.5h-13zM3.5 8.8h13M7 3v3.5M13 3v3.5" />
      <path d="m7.5 12.5 2 1.8 3-3.3" />
    </>
  ),
  forwarded: <path d="M3.5 10h12M11 5l5 5-5 5" />,
  not_considered: <path d="M4 10h12" />,
  resolved: <path d="m4 10.5 4 4 8-9" />,
  explained: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9.2v4.6M10 6.2v.1" />
    </>
  ),
  refused: <path d="m5 5 10 10M15 5 5 15" />,
  overdue: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4.3l3 2" />
    </>
  ),
  place: (
    <>
      <path d="M10 17.5s5.5-5.2 5.5-9.3a5.5 5.5 0 0 0-11 0c0 4.1 5.5 9.3 5.5 9.3z" />
      <circle cx="10" cy="8.2" r="1.8" />
    </>
  ),
  lock: (
    <>
      <path d="M4.5 9h11v7.5h-11z" />
      <path d="M6.8 9V6.4a3.2 3.2 0 0 1 6.4 0V9" />
    </>
  ),
  pen: <path d="M3.8 16.2l.9-3.9 8.6-8.6a1.4 1.4 0 0 1 2 0l1 1a1.4 1.4 0 0 1 0 2l-8.6 8.6zM11.5 5.5l3 3" />,
  letter: <path d="M3 5h14v10H3zM3 5.5l7 5.5 7-5.5" />,
  phone: (
    <path d="M6.5 3 8 7 6.3 8.6a10 10 0 0 0 5.1 5.1L13 12l4 1.5c0 2-1.4 3.5-3.4 3.5A10.6 10.6 0 0 1 3 6.4C3 4.4 4.5 3 6.5 3z" />
  ),
} satisfies Record<PublicStatus | 'overdue' | 'place' | 'lock' | 'pen' | 'letter' | 'phone', JSX.Element>;

/** The name of a picture. */
export type IconName = keyof typeof OUTLINES;
/** A small picture beside a word that says the same, so readers of the screen pass it by. */
export const Icon = ({ of }: { of: IconName }): JSX.Element => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {OUTLINES[of]}
  </svg>
);
