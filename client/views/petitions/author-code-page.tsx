import type { JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { ResendWait } from '#client/views/forms/resend-wait.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { PetitionWritingTexts } from '#shared/texts/uk/petition-writing.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';

/** The step between writing a petition and sending it: the code from the letter. */
export interface AuthorCodePageProps {
  /** The address under which the posts of this step go. */
  action: string;
  /** Why the code that was entered did not do, in words. */
  error?: string | undefined;
  /** Why no other code was sent, in words. */
  unsent?: string | undefined;
  /** Whether an earlier code was on its way when this one was asked for. */
  isLate: boolean;
  /** Seconds until another code may be asked for, where that is known. */
  waitS?: number | undefined;
  texts: PetitionWritingTexts;
  codes: Pick<ReceivedTexts, 'codeHint' | 'againIn' | 'againNow'>;
  common: CommonTexts;
}
/** Takes the code from the letter, or sends another one. */
export const AuthorCodePage = (props: AuthorCodePageProps): JSX.Element => {
  const { action, error, unsent, isLate, waitS, texts, codes, common } = props;
  return (
    <div class="column">
      {error && (
        <ErrorSummary title={common.errorSummary} errors={[{ path: 'code', label: texts.code, message: error }]} />
      )}
      <h1>{texts.codeTitle}</h1>
      <p class="lead">{texts.codeLead}</p>
      {isLate && <p class="callout">{texts.onItsWay}</p>}
      <form method="post" action={`${action}/confirm`} noValidate>
        <CodeField label={texts.code} hint={codes.codeHint} error={error} />
        <SubmitButton>{texts.confirm}</SubmitButton>
      </form>
      <form method="post" action={`${action}/code`}>
        {unsent && (
          <p class="error" role="alert">
            {unsent}
          </p>
        )}
        <SubmitButton kind="quiet">{texts.newCode}</SubmitButton>
        {waitS !== undefined && !unsent && <ResendWait seconds={waitS} texts={codes} />}
      </form>
      <p class="hint">{texts.spam}</p>
    </div>
  );
};
