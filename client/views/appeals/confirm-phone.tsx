import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { AppealFormTexts } from '#shared/texts/uk/appeal-form.ts';

/** How far the confirming has come; `phone` is spaced for reading, `error` in words. */
export interface ConfirmPhoneProps {
  step: 'offered' | 'sent' | 'confirmed';
  phone: string;
  codeId?: string | undefined;
  error?: string | undefined;
  /** The case's address, under which the posts go. */
  action: string;
  texts: AppealFormTexts['received'];
}
/** Offers to prove the mobile by a code; all of it stays on the page of the receipt. */
export const ConfirmPhone = ({ step, phone, codeId, error, action, texts }: ConfirmPhoneProps): JSX.Element =>
  step === 'confirmed' ? (
    <p class="callout done" role="status" tabIndex={-1} data-focus="">
      {fill(texts.phoneConfirmed, { phone })}
    </p>
  ) : (
    <section class="callout on-screen" aria-labelledby="phone">
      <h2 id="phone">{texts.phoneTitle}</h2>
      <p>{fill(step === 'sent' ? texts.phoneSent : texts.phoneWhy, { phone })}</p>
      {step === 'sent' && (
        <form method="post" action={`${action}/confirm-phone`} noValidate>
          <input type="hidden" name="codeId" value={codeId} />
          <Field
            name="code"
            label={texts.code}
            hint={texts.codeHint}
            error={error}
            inputMode="numeric"
            autocomplete="one-time-code"
            enterKeyHint="done"
            width="code"
          />
          <SubmitButton>{texts.codeConfirm}</SubmitButton>
        </form>
      )}
      <form method="post" action={`${action}/phone-code`}>
        {step === 'offered' && error && <p class="error">{error}</p>}
        <SubmitButton kind={step === 'sent' ? 'quiet' : 'secondary'}>
          {step === 'sent' ? texts.codeAgain : texts.phoneSend}
        </SubmitButton>
        {step === 'sent' && <span class="hint"> {texts.codeWait}</span>}
      </form>
    </section>
  );
