import type { JSX } from 'preact';
import { phrase } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';

/** Why a message did not arrive, in words, with the code of the provider where it has one; a code without words stands for itself. */
export const CauseWords = ({ of }: { of: string }): JSX.Element => {
  const said = phrase(useDesk().words.messages.causes, of);
  const isOfProvider = said !== of && /\d$/.test(of);
  return (
    <>
      {said}
      {isOfProvider && <span class="muted cause-code">{of}</span>}
    </>
  );
};
