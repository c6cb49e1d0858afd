import type { JSX } from 'preact';
import { dateInFull, dayInFull, daysBetween } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** The date that matters now, in words, and what is left until then where something is. */
function whenOf({ petition, isOpen, today, lang, texts }: ShownPetition & PetitionWords): [date: string, left: string] {
  const { status, endsOn, dueOn, answer } = petition;
  const left = (on: string): string => {
    const days = daysBetween(today, on);
    return days > 0 ? plural(lang, days, texts.left) : days === 0 ? texts.lastDay : '';
  };
  const said = (words: string, on: string): string => fill(words, { date: dateInFull(lang, on) });
  if (answer) return [fill(texts.answeredOn, { date: dayInFull(lang, new Date(answer.at)) }), ''];
  if (status === 'collecting' && isOpen) return [said(texts.until, endsOn), left(endsOn)];
  if (status === 'threshold_reached' && dueOn) return [said(texts.noticeUntil, dueOn), left(dueOn)];
  if (status === 'under_review' && dueOn) return [said(texts.reviewUntil, dueOn), left(dueOn)];
  return [said(texts.collectedUntil, endsOn), ''];
}
/** The next date of a petition with what is left: «до 3 червня 2026 — ще 12 днів». */
export const PetitionWhen = (props: ShownPetition & PetitionWords): JSX.Element => {
  const [date, left] = whenOf(props);
  return (
    <p class="due">
      {date}
      {left && (
        <>
          {' — '}
          <span class="left">{left}</span>
        </>
      )}
    </p>
  );
};
