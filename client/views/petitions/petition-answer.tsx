import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import { dateInFull, dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { PetitionWords } from './petition-words.ts';

type Answer = NonNullable<PublicPetition['answer']>;
type FollowUp = Answer['followUps'][number];
const LOOKS = { supported: 'resolved', partially: 'explained', not_supported: 'refused' } as const;

/** What was promised, with its date: kept, still ahead, or missed. */
const Promised = ({
  promise: { on, what, keptOn },
  today,
  lang,
  texts,
}: { promise: FollowUp; today: string } & PetitionWords): JSX.Element => {
  const [colour, icon, words, date] = keptOn
    ? (['resolved', 'resolved', texts.kept, keptOn] as const)
    : on < today
      ? (['overdue', 'overdue', texts.late, on] as const)
      : (['planned', 'planned', texts.promised, on] as const);
  return (
    <li>
      <p lang="uk">{what}</p>
      <span class={`state ${colour}`}>
        <Icon of={icon} />
        {fill(words, { date: dateInFull(lang, date) })}
      </span>
    </li>
  );
};
/** The council's answer: what it decided, why, what is going to be done, by whom and by when. */
export const PetitionAnswer = ({
  answer,
  today,
  lang,
  texts,
}: { answer: Answer; today: string } & PetitionWords): JSX.Element => {
  const { decision, reasons, measures, unit, followUps, at } = answer;
  const look = LOOKS[decision];
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{texts.answer}</h2>
      <p class={`state ${look}`}>
        <Icon of={look} />
        {texts.decisions[decision]}
      </p>
      <p class="hint">{fill(texts.answeredOn, { date: dayInFull(lang, new Date(at)) })}</p>
      <h3>{texts.reasons}</h3>
      <div class="words" lang="uk">
        {reasons}
      </div>
      {measures && (
        <>
          <h3>{texts.measures}</h3>
          <div class="words" lang="uk">
            {measures}
          </div>
        </>
      )}
      {unit && (
        <>
          <h3>{texts.unit}</h3>
          <p lang="uk">{unit}</p>
        </>
      )}
      {followUps.length > 0 && (
        <>
          <h3>{texts.followUps}</h3>
          <ul class="promises">
            {followUps.map((promise) => (
              <Promised key={`${promise.on} ${promise.what}`} {...{ promise, today, lang, texts }} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
