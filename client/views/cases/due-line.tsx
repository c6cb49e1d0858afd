import type { JSX } from 'preact';
import { dateInFull, daysBetween } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';

/** What is known of a case's term: dates of law. `today` is the date in Kyiv. */
export interface DueLineProps {
  dueOn: string | null;
  answeredOn: string | null;
  isOverdue: boolean;
  today: string;
  lang: Lang;
  texts: CaseTexts;
}
/** The date of the answer in full with what is left of it; or that it has passed; or when the answer came. */
export const DueLine = ({ dueOn, answeredOn, isOverdue, today, lang, texts }: DueLineProps): JSX.Element | null => {
  if (answeredOn) return <p class="due">{fill(texts.answered, { date: dateInFull(lang, answeredOn) })}</p>;
  if (!dueOn) return null;
  const date = <strong>{dateInFull(lang, dueOn)}</strong>;
  const [before, after] = (isOverdue ? texts.dueWas : texts.due).split('{date}');
  const left = daysBetween(today, dueOn);
  const rest = isOverdue
    ? plural(lang, Math.max(1, -left), texts.duePast)
    : left > 0
      ? plural(lang, left, texts.dueLeft)
      : texts.dueToday;
  return (
    <p class="due">
      {before}
      {date}
      {after}
      {' — '}
      <span class={isOverdue ? 'late' : 'left'}>{rest}</span>
    </p>
  );
};
