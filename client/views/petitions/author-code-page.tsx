import type { JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { ResendWait } from '#client/views/forms/resend-wait.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { PetitionWritingTexts } from '#shared/texts/uk/petition-writing.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';

/** The step between writing a petition and sending it: the code from the letter. */
export interface AuthorCodePageProps {
  /** The address under which the posts of this step go. */
  action: string;
  /** Why the codes that were entered did not do, in words, by their fields. */
  errors: { code?: string; phoneCode?: string };
  /** The code from the letter as it was typed, where another field alone was wrong: it is good still. */
  typedCode?: string | undefined;
  /** How far the phone for texts has come: its code was sent, it is proved, none could be sent; null where no texts are wished. */
  phone: 'asked' | 'proved' | 'unsent' | null;
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
/** Takes the code from the letter, and that from the text where texts are wished, or sends others. */
export const AuthorCodePage = (props: AuthorCodePageProps): JSX.Element => {
  const { action, errors, typedCode, phone, unsent, isLate, waitS, texts, codes, common } = props;
  const { code, phoneCode } = texts;
  const wrong = Object.entries({ code, phoneCode }).flatMap(([path, label]) => {
    const message = errors[path as keyof typeof errors];
    return message ? [{ path, label, message }] : [];
  });
  return (
    <div class="column">
      <ErrorSummary title={common.errorSummary} errors={wrong} />
      <h1>{texts.codeTitle}</h1>
      <p class="lead">{texts.codeLead}</p>
      {isLate && <p class="callout">{texts.onItsWay}</p>}
      <form method="post" action={`${action}/confirm`} noValidate>
        <CodeField label={code} hint={codes.codeHint} error={errors.code} value={typedCode} />
        {phone === 'asked' && (
          <Field
            name="phoneCode"
            label={phoneCode}
            hint={texts.phoneCodeHint}
            error={errors.phoneCode}
            optional={common.optional}
            inputMode="numeric"
            autocomplete="one-time-code"
            enterKeyHint="done"
            width="code"
          />
        )}
        {phone === 'proved' && <p>{texts.phoneProved}</p>}
        {phone === 'unsent' && <p class="hint">{texts.phoneUnsent}</p>}
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
