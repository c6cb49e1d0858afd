import type { JSX } from 'preact';
import { KEY_NAMES, type KeyCommand } from './keys.ts';

/** The key of a command beside its words; readers of the screen hear it where it is useful, in the window of keys. */
export const KeyMark = ({ of }: { of: KeyCommand }): JSX.Element => (
  <span class="key" aria-hidden="true">
    {KEY_NAMES[of]}
  </span>
);
