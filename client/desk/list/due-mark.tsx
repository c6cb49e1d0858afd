import type { JSX } from 'preact';
import { useDesk } from '../desk-context.ts';
import { dueBand, dueWords } from '../due.ts';
import { shortDate } from '../short-date.ts';

/** A due date with what is left of the term, in words and a colour that only helps; nothing where no term runs. */
export const DueMark = ({ dueOn }: { dueOn: string | null }): JSX.Element => {
  const { lang, words, today } = useDesk();
  if (!dueOn) return <span class="muted">{words.desk.list.none}</span>;
  return (
    <span class={`band ${dueBand(dueOn, today())}`}>
      <time dateTime={dueOn}>{shortDate(lang, dueOn, today())}</time>{' '}
      <span class="left">{dueWords(dueOn, today(), { lang, texts: words.desk.due })}</span>
    </span>
  );
};
