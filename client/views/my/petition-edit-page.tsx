import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { type PetitionForm, wrongIn } from '#client/views/petitions/form-words.ts';
import { WordsFields } from '#client/views/petitions/words-fields.tsx';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { MyPetitionsTexts } from '#shared/texts/uk/my-petitions.ts';
import type { PetitionWritingTexts } from '#shared/texts/uk/petition-writing.ts';

/** One's own petition while it is checked: what the moderator would word otherwise, and the form to do so. */
export interface PetitionEditProps {
  number: number;
  version: number;
  dueOn: string | null;
  suggestions: readonly { text: string; isAnswered: boolean }[];
  form: Omit<PetitionForm, 'labels'>;
  lang: Lang;
  texts: MyPetitionsTexts;
  writing: PetitionWritingTexts;
  common: CommonTexts;
}
/** The page on which an author words a petition otherwise, or takes it back, before it is published. */
export const PetitionEditPage = (props: PetitionEditProps): JSX.Element => {
  const { number, version, dueOn, suggestions, lang, texts, writing, common } = props;
  const form: PetitionForm = { ...props.form, labels: writing.labels };
  const address = addressIn(lang, `/my/petitions/${number}`);
  const seen = <input type="hidden" name="version" value={version} />;
  return (
    <div class="column">
      <ErrorSummary title={common.errorSummary} errors={wrongIn(form)} />
      <p class="back">
        <a href={addressIn(lang, '/my/petitions')}>{texts.title}</a>
      </p>
      <h1>{fill(texts.editTitle, { number })}</h1>
      {dueOn && <p class="lead">{fill(texts.checkedBy, { date: dateInFull(lang, dueOn) })}</p>}
      {suggestions.length > 0 && (
        <section aria-labelledby="suggestions">
          <h2 id="suggestions">{texts.suggestions}</h2>
          {suggestions.map(({ text, isAnswered }) => (
            <blockquote key={text} class="callout" lang="uk">
              {text}
              {isAnswered && <p class="hint">{texts.suggestionAnswered}</p>}
            </blockquote>
          ))}
        </section>
      )}
      <form method="post" action={address} noValidate>
        {seen}
        <WordsFields form={form} label={writing.aboutIt} hints={writing.hints} lang={lang} common={common} />
        <SubmitButton>{texts.revise}</SubmitButton>
      </form>
      <details>
        <summary>{texts.takeBack}</summary>
        <p>{texts.takeBackSure}</p>
        <form method="post" action={`${address}/withdraw`}>
          {seen}
          <SubmitButton kind="secondary">{texts.takeBack}</SubmitButton>
        </form>
      </details>
    </div>
  );
};
