import type { JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { ResendWait } from '#client/views/forms/resend-wait.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { SignedPetition, type SigningWords } from './sign-page.tsx';

/** The second screen of signing: the code. Without `codeId` no code can be entered any more, and another one is offered. */
export interface SignCodePageProps extends SigningWords {
  /** All that was typed on the first screen. */
  values: Readonly<Record<string, string>>;
  formKey: string;
  codeId?: string | undefined;
  /** The signer and the number, as people read them. */
  name: string;
  phone: string;
  error?: string | undefined;
  unsent?: string | undefined;
  waitS?: number | undefined;
  codes: Pick<ReceivedTexts, 'codeHint' | 'againIn' | 'againNow'>;
}
/** Takes the code from the text, by which the petition is signed; or sends another one, or leads back to change what was typed. */
export const SignCodePage = (props: SignCodePageProps): JSX.Element => {
  const { petition, values, formKey, codeId, name, phone, error, unsent, waitS, lang, texts, codes, common } = props;
  const page = addressIn(lang, `/petitions/${petition.number}/sign`);
  const kept = <HiddenFields values={{ ...values, key: formKey, codeId: codeId ?? '' }} />;
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
          <p class="lead">{fill(texts.codeLead, { phone })}</p>
          <form method="post" action={`${page}/code`} noValidate>
            {kept}
            <CodeField label={texts.code} hint={codes.codeHint} error={error} />
            <p>{fill(texts.who, { name })}</p>
            <SubmitButton>{texts.sign}</SubmitButton>
          </form>
        </>
      )}
      <form method="post" action={page}>
        {kept}
        {why && (
          <p class="error" role="alert">
            {why}
          </p>
        )}
        <SubmitButton kind={codeId ? 'quiet' : 'primary'}>{texts.newCode}</SubmitButton>
        {waitS !== undefined && !why && <ResendWait seconds={waitS} texts={codes} />}
      </form>
      <form method="post" action={page}>
        {kept}
        <SubmitButton kind="quiet" name="step" value="edit">
          {texts.change}
        </SubmitButton>
      </form>
    </div>
  );
};
