import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { PetitionNewsTexts } from '#shared/texts/uk/petition-news.ts';
import { CodeStep, type CodeStepFacts } from './code-step.tsx';
import { NewsForm, type NewsFormProps } from './news-form.tsx';
import { SignedPetition, type SigningWords } from './sign-page.tsx';

/** What each screen of news knows. */
export interface NewsWords extends Pick<SigningWords, 'petition' | 'lang'> {
  texts: PetitionNewsTexts;
  common: CommonTexts;
}
/** The address, where it did not do or is to be changed. */
export const NewsAddressPage = (
  props: NewsWords & Pick<NewsFormProps, 'proof' | 'formKey' | 'email' | 'error'>,
): JSX.Element => {
  const { petition, error, texts, common } = props;
  return (
    <div class="column">
      {error && (
        <ErrorSummary title={common.errorSummary} errors={[{ path: 'email', label: texts.email, message: error }]} />
      )}
      <h1>{texts.title}</h1>
      <SignedPetition {...props} />
      <p class="lead">{texts.lead}</p>
      <NewsForm {...props} number={petition.number} />
    </div>
  );
};
/** The step of the code. */
export interface NewsCodePageProps extends NewsWords, CodeStepFacts {
  proof: string;
  formKey: string;
  email: string;
}
/** Takes the code from the letter, by which news begin; or sends another one, or leads back to change the address. */
export const NewsCodePage = (props: NewsCodePageProps): JSX.Element => {
  const { petition, proof, formKey, email, lang, texts } = props;
  return (
    <div class="column">
      <CodeStep
        {...props}
        action={addressIn(lang, `/petitions/${petition.number}/news`)}
        values={{ proof, key: formKey, email }}
        lead={fill(texts.codeLead, { email })}
        submit={texts.confirm}
      />
      <p class="hint">{texts.spam}</p>
    </div>
  );
};
/** Says where news go from now on. */
export const NewsDonePage = ({ petition, email, lang, texts }: NewsWords & { email: string }): JSX.Element => (
  <div class="column">
    <h1>{texts.done}</h1>
    <SignedPetition petition={petition} lang={lang} />
    <p class="callout done" role="status">
      {fill(texts.doneText, { number: petition.number, email })}
    </p>
    <p>
      <a href={addressIn(lang, `/petitions/${petition.number}`)}>{texts.toPetition}</a>
    </p>
  </div>
);

/** What the link of a letter shows: which petition it is about, and whether letters about it come. */
export interface NewsLettersPageProps extends Omit<NewsWords, 'common'> {
  link: string;
  isOn: boolean;
  /** Said on top after the button was pressed. */
  hasJustEnded: boolean;
}
/** The page behind the link of a letter: one button, no sign-in. */
export const NewsLettersPage = (props: NewsLettersPageProps): JSX.Element => {
  const { petition, link, isOn, hasJustEnded, lang, texts } = props;
  const { letters } = texts;
  return (
    <div class="column">
      {hasJustEnded && (
        <p class="callout done" role="status" tabIndex={-1} data-focus="">
          {letters.done}
        </p>
      )}
      <h1>{fill(letters.title, { number: petition.number })}</h1>
      <SignedPetition petition={petition} lang={lang} />
      {!hasJustEnded && <p class="lead">{isOn ? letters.isOn : letters.isOff}</p>}
      {isOn && (
        <form method="post" action={addressIn(lang, `/letters/petitions/${link}`)}>
          <SubmitButton>{letters.turnOff}</SubmitButton>
          <p class="hint">{letters.hint}</p>
        </form>
      )}
    </div>
  );
};
