import type { ComponentChildren, JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { ResendWait } from '#client/views/forms/resend-wait.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { SignedPetition, type SigningWords } from './sign-page.tsx';

/** What the screen of a code knows of the code itself. Without `codeId` none can be entered any more, and another one is offered. */
export interface CodeStepFacts {
  codeId?: string | undefined;
  /** Why the code did not do, in words. */
  error?: string | undefined;
  /** Why no other code was sent, in words. */
  unsent?: string | undefined;
  waitS?: number | undefined;
  codes: Pick<ReceivedTexts, 'codeHint' | 'againIn' | 'againNow'>;
}
interface CodeStepProps extends CodeStepFacts, Pick<SigningWords, 'petition' | 'lang'> {
  /** Where a new code is asked for; the code itself goes to `/code` below it. */
  action: string;
  /** All that was typed before, sent along by each form. */
  values: Readonly<Record<string, string>>;
  lead: string;
  /** On the button that takes the code. */
  submit: string;
  texts: Readonly<Record<'codeTitle' | 'code' | 'newCode' | 'change', string>>;
  common: CommonTexts;
  /** Said right before that button. */
  children?: ComponentChildren;
}
/** Takes a code; or sends another one, or leads back to change what was typed. */
export const CodeStep = (props: CodeStepProps): JSX.Element => {
  const { petition, lang, action, values, lead, submit, texts, common, children } = props;
  const { codeId, error, unsent, waitS, codes } = props;
  const kept = <HiddenFields values={{ ...values, codeId: codeId ?? '' }} />;
  const why = unsent ?? (codeId ? undefined : error);
  return (
    <>
      {error && codeId && (
        <ErrorSummary title={common.errorSummary} errors={[{ path: 'code', label: texts.code, message: error }]} />
      )}
      <h1>{texts.codeTitle}</h1>
      <SignedPetition petition={petition} lang={lang} />
      {codeId && (
        <>
          <p class="lead">{lead}</p>
          <form method="post" action={`${action}/code`} noValidate>
            {kept}
            <CodeField label={texts.code} hint={codes.codeHint} error={error} />
            {children}
            <SubmitButton>{submit}</SubmitButton>
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
    </>
  );
};
