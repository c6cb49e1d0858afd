import type { ComponentChildren, JSX } from 'preact';
import { useDesk } from '../desk-context.ts';
import { Retry } from '../retry.tsx';
import type { Read } from './use-read.ts';

/** What stands around a thing that is asked of the server: that it is on its way, or that it did not come. */
export const ReadFrame = ({
  of: { value, trouble, again },
  children,
}: {
  of: Pick<Read<unknown>, 'value' | 'trouble' | 'again'>;
  children: ComponentChildren;
}): JSX.Element => (
  <>
    {trouble && <Retry words={trouble.message} again={again} />}
    {value === null && !trouble && (
      <p class="quiet loading" role="status">
        {useDesk().words.messages.loading}
      </p>
    )}
    {value !== null && children}
  </>
);
