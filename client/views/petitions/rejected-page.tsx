import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { PetitionWords } from './petition-words.ts';

/** A petition that was not published: why, and its words where they harm nobody. */
export interface RejectedPageProps extends PetitionWords {
  number: number;
  reason: string;
  explanation: string;
  /** Null where its words are hidden. */
  words: { title: string; essence: string; demand: string; initiator: string } | null;
}
/** The page of a petition that was not published, so that nobody has to guess why. */
export const RejectedPage = ({ number, reason, explanation, words, lang, texts }: RejectedPageProps): JSX.Element => (
  <div class="column">
    <p class="back">
      <a href={addressIn(lang, '/petitions')}>{texts.backToList}</a>
    </p>
    <h1>{fill(texts.rejected.title, { number })}</h1>
    <p class="lead">{reason}</p>
    <section class="callout" aria-labelledby="why">
      <h2 id="why">{texts.rejected.why}</h2>
      <div class="words" lang="uk">
        {explanation}
      </div>
    </section>
    {words ? (
      <section aria-labelledby="written">
        <h2 id="written" lang="uk">
          {words.title}
        </h2>
        <p class="hint" lang="uk">
          {words.initiator}
        </p>
        <div class="words" lang="uk">
          {words.essence}
        </div>
        <div class="words" lang="uk">
          {words.demand}
        </div>
      </section>
    ) : (
      <p>{texts.rejected.hidden}</p>
    )}
    <p>{texts.rejected.contest}</p>
  </div>
);
