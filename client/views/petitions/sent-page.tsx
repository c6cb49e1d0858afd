import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import { dateInFull, daysBetween } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import type { PetitionWritingTexts } from '#shared/texts/uk/petition-writing.ts';
import type { PetitionWords } from './petition-words.ts';
import type { LawWords } from './write-page.tsx';

/** A petition that its author has sent: its number, and by when it is checked; null once it was. */
export interface SentPageProps extends PetitionWords {
  number: number;
  dueOn: string | null;
  today: string;
  law: LawWords;
  writing: PetitionWritingTexts;
}
/** What the author takes away: the number, the date, and what happens next. */
export const SentPage = ({ number, dueOn, today, law, writing, lang, texts }: SentPageProps): JSX.Element => {
  const list = (
    <p>
      <a href={addressIn(lang, '/petitions')}>{texts.backToList}</a>
    </p>
  );
  if (!dueOn)
    return (
      <div class="column">
        <h1>{fill(writing.settled, { number })}</h1>
        <p class="lead">{writing.settledLead}</p>
        {list}
      </div>
    );
  const date = dateInFull(lang, dueOn);
  const left = daysBetween(today, dueOn);
  return (
    <div class="column received">
      <h1>{writing.sent}</h1>
      <section class="receipt" aria-label={writing.sentNumber}>
        <p class="over">{writing.sentNumber}</p>
        <p class="number">{number}</p>
        <p class="due">
          {fill(writing.sentDue, { date })}
          {left >= 0 && (
            <>
              {' — '}
              <span class="left">{left > 0 ? plural(lang, left, texts.left) : texts.lastDay}</span>
            </>
          )}
        </p>
      </section>
      <section aria-labelledby="next">
        <h2 id="next">{writing.next}</h2>
        <ol class="plain-steps">
          {writing.sentSteps.map((step) => (
            <li key={step}>{fill(step, { date, ...law })}</li>
          ))}
        </ol>
      </section>
      {list}
    </div>
  );
};
