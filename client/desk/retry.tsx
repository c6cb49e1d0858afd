import type { JSX } from 'preact';
import { useDesk } from './desk-context.ts';

/** What could not be had, and the way to try again. */
export const Retry = ({ words, again }: { words: string; again: () => void }): JSX.Element => {
  const texts = useDesk().words.desk.trouble;
  return (
    <div class="quiet" role="alert">
      <p>{words}</p>
      <button type="button" class="button secondary" onClick={again}>
        {texts.retry}
      </button>
    </div>
  );
};
