import type { JSX } from 'preact';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { Fact, Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';

interface Of {
  petition: DeskPetition;
}
/** What a moderator would word otherwise, and what the author made of it; nothing where nothing was suggested. */
export const Suggestions = ({ petition: { suggestions } }: Of): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { card: texts } = words.petitions;
  if (suggestions.length === 0) return null;
  return (
    <Part title={texts.suggestions}>
      <ol class="course">
        {suggestions.map(({ text, at, by, revisedAt }) => (
          <li key={at}>
            <p class="brought" lang="uk">
              {text}
            </p>
            {revisedAt ? fill(texts.revised, { at: momentInFull(lang, revisedAt) }) : texts.notRevised}
            <time dateTime={at}>{fill(texts.suggestedBy, { name: by ?? '', at: momentInFull(lang, at) })}</time>
          </li>
        ))}
      </ol>
    </Part>
  );
};
/** Why it was not published; nothing where it was. */
export const Rejection = ({ petition: { rejection } }: Of): JSX.Element | null => {
  const { card: texts, reasons } = useDesk().words.petitions;
  return (
    rejection && (
      <Part title={texts.rejection}>
        <p>
          <strong>{reasons[rejection.reason]}</strong>
        </p>
        <p class="words" lang="uk">
          {rejection.explanation}
        </p>
      </Part>
    )
  );
};
/** What the council answered, with what it promised; nothing before that. */
export const PetitionAnswer = ({ petition: { answer } }: Of): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { card: texts, decisions } = words.petitions;
  return (
    answer && (
      <Part title={texts.answer}>
        <p>
          <strong>{decisions[answer.decision]}</strong> <span class="muted">{momentInFull(lang, answer.at)}</span>
        </p>
        <p class="words" lang="uk">
          {answer.reasons}
        </p>
        <dl class="facts">
          <Fact name={texts.measures}>{answer.measures}</Fact>
          <Fact name={texts.unit}>{answer.unit}</Fact>
          {answer.followUps.length > 0 && (
            <Fact name={texts.followUps}>
              {answer.followUps.map(({ on, what, keptOn }) => (
                <span key={`${on} ${what}`} class="line">
                  {what}, {dateInFull(lang, on)}
                  {keptOn && <span class="muted"> ({fill(texts.kept, { date: dateInFull(lang, keptOn) })})</span>}
                </span>
              ))}
            </Fact>
          )}
        </dl>
      </Part>
    )
  );
};
