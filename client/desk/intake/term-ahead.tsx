import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readLegalClock } from '#shared/contract/legal-clock.ts';
import { dateInFull, daysBetween } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';

/** From so many days before its end on, a term is told of as one that presses. */
const NEAR_DAYS = 3;

/** By what date an appeal that came in on this day must be answered (art. 20); loud where that is near or past, silent where the day is none. */
export const TermAhead = ({ receivedOn }: { receivedOn: string }): JSX.Element => {
  const { lang, words, ask, today } = useDesk();
  const { intake: texts } = words;
  const [due, setDue] = useState<{ receivedOn: string; on: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (receivedOn > today()) return;
    ask(readLegalClock, { query: { rule: 'appeal.month', receivedOn } }).then(
      ({ dueLegal }) => isWanted && setDue({ receivedOn, on: dueLegal }),
      () => undefined, // what is wrong with the date is told when the form is sent
    );
    return () => {
      isWanted = false;
    };
  }, [receivedOn]);

  const on = due?.receivedOn === receivedOn ? due.on : null;
  const left = on === null ? null : daysBetween(today(), on);
  const saying = (): string => {
    if (on === null || left === null) return '';
    const date = dateInFull(lang, on);
    if (left < 0) return fill(texts.termPast, { date });
    return left > NEAR_DAYS
      ? fill(texts.termAhead, { date })
      : fill(texts.termNear, { date, left: left === 0 ? texts.termToday : plural(lang, left, texts.termLeft) });
  };
  return (
    <p class={left !== null && left <= NEAR_DAYS ? 'term-ahead pressing' : 'term-ahead'} role="status">
      {saying()}
    </p>
  );
};
