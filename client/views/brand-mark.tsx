import type { JSX } from 'preact';

/** The city's sign beside its name; the name is what is read aloud. */
export const BrandMark = (): JSX.Element => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M6 2h20a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z" />
    <path d="m10.5 13 4 4 7.5-8" />
  </svg>
);
