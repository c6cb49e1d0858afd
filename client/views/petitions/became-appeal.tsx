import type { JSX } from 'preact';
import { DueLine } from '#client/views/cases/due-line.tsx';
import { StatusWord } from '#client/views/cases/status-word.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { AppealOfPetition } from '#shared/contract/petitions.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

interface BecameAppealProps extends ShownPetition, PetitionWords {
  /** As far as everybody may see that case; null where that is nothing. */
  appeal: AppealOfPetition | null;
  cases: CaseTexts;
}
/** How the appeal is getting on, and its answer where that was published. */
const Progress = ({ appeal, today, lang, texts, cases }: BecameAppealProps): JSX.Element => {
  if (!appeal) return <p class="hint">{texts.appealUnseen}</p>;
  const { receivedAt, answer } = appeal;
  return (
    <>
      <p>
        <StatusWord {...appeal} texts={cases} />
      </p>
      <p class="hint">{fill(texts.appealReceived, { date: dayInFull(lang, new Date(receivedAt)) })}</p>
      <DueLine {...appeal} today={today} lang={lang} texts={cases} />
      {answer !== null && (
        <>
          <h3>{texts.appealAnswer}</h3>
          <div class="words" lang="uk">
            {answer}
          </div>
        </>
      )}
    </>
  );
};
/** That a petition did not gather enough and is considered as an appeal, and what everybody may see of that appeal; nothing for others. */
export const BecameAppeal = (props: BecameAppealProps): JSX.Element | null => {
  const { petition, lang, texts } = props;
  const { appealNumber, count, threshold } = petition;
  if (!appealNumber) return null;
  const counted = {
    count: spacedCount(lang, count.signatures),
    threshold: plural(lang, threshold, texts.ofThreshold),
  };
  return (
    <section class="answer" aria-labelledby="appeal">
      <h2 id="appeal">{texts.appeal}</h2>
      <p>{fill(texts.appealText, counted)}</p>
      <Progress {...props} />
      <p>
        <a href={addressIn(lang, `/appeals/${appealNumber}`)}>
          {fill(texts.appealNumber, { number: spacedNumber(appealNumber) })}
        </a>
      </p>
    </section>
  );
};
