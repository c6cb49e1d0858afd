import type { JSX } from 'preact';
import type { Trouble } from './trouble.ts';

/** Why something was not done, said at once; nothing while all went well. */
export const Refused = ({ by }: { by: Pick<Trouble, 'message'> | null }): JSX.Element | null =>
  by && (
    <p class="error" role="alert">
      {by.message}
    </p>
  );
