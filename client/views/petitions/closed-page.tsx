import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { SignedPetition, type SigningWords } from './sign-page.tsx';

/** Says that a petition is signed no more, and why: its time is over, it had gathered enough before that, or it was signed on another site. */
export const ClosedPage = ({
  petition,
  isReached,
  lang,
  texts,
}: Omit<SigningWords, 'common'> & { isReached: boolean }): JSX.Element => {
  const { number, endsOn, collectedBy } = petition;
  const here = isReached ? texts.closedReached : fill(texts.closedEnded, { date: dateInFull(lang, endsOn) });
  return (
    <div class="column">
      <h1>{texts.closed}</h1>
      <SignedPetition petition={petition} lang={lang} />
      <p class="lead">{collectedBy ? texts.closedElsewhere : here}</p>
      <p>
        <a class="button primary" href={addressIn(lang, `/petitions/${number}`)}>
          {texts.toPetition}
        </a>
      </p>
    </div>
  );
};
