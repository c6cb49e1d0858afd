import type { JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { ResendWait } from '#client/views/forms/resend-wait.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { PetitionNewsTexts } from '#shared/texts/uk/petition-news.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';
import { HiddenFields } from './hidden-fields.tsx';
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
/** The step of the code. Without `codeId` no code can be entered any more, and another one is offered. */
export interface NewsCodePageProps extends NewsWords {
  proof: string;
  formKey: string;
  email: string;
  codeId?: string | undefined;
  /** Why the code did not do, in words. */
  error?: string | undefined;
  /** Why no other code was sent, in words. */
  unsent?: string | undefined;
  waitS?: number | undefined;
  codes: Pick<ReceivedTexts, 'codeHint' | 'againIn' | 'againNow'>;
}
/** Takes the code from the letter, by which news begin; or sends another one, or leads back to change the address. */
export const NewsCodePage = (props: NewsCodePageProps): JSX.Element => {
  const { petition, proof, formKey, email, codeId, error, unsent, waitS, lang, texts, codes, common } = props;
  const action = addressIn(lang, `/petitions/${petition.number}/news`);
  const kept = <HiddenFields values={{ proof, key: formKey, email, codeId: codeId ?? '' }} />;
  const why = unsent ?? (codeId ? undefined : error);
  return (
    <div class="column">
      {error && codeId && (
        <ErrorSummary title={common.errorSummary} errors={[{ path: 'code', label: texts.code, message: error }]} />
      )}
      <h1>{texts.codeTitle}</h1>
      <SignedPetition petition={petition} lang={lang} />
      {codeId && (
        <>
          <p class="lead">{fill(texts.codeLead, { email })}</p>
          <form method="post" action={`${action}/code`} noValidate>
            {kept}
            <CodeField label={texts.code} hint={codes.codeHint} error={error} />
            <SubmitButton>{texts.confirm}</SubmitButton>
          </form>
        </>
      )}
      <form method="post" action={action}>
        {kept}
        {why && (
          <p class="error" role="alert">
            {why}
          </p>
        )}
        <SubmitButton kind={codeId ? 'quiet' : 'primary'}>{texts.newCode}</SubmitButton>
        {waitS !== undefined && !why && <ResendWait seconds={waitS} texts={codes} />}
      </form>
      <form method="post" action={action}>
        {kept}
        <SubmitButton kind="quiet" name="step" value="edit">
          {texts.change}
        </SubmitButton>
      </form>
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
