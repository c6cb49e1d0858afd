import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';

/** `action` is where the code is posted; `error` is in words. */
export interface UnlockFormProps {
  action: string;
  error?: string | undefined;
  texts: CaseTexts;
}
/** Asks for the access code of one case. */
export const UnlockForm = ({ action, error, texts }: UnlockFormProps): JSX.Element => (
  <form method="post" action={action} noValidate>
    <p>{texts.lockedWhy}</p>
    <Field
      name="accessCode"
      label={texts.accessCode}
      hint={texts.accessCodeHint}
      error={error}
      autocomplete="off"
      enterKeyHint="go"
      width="code"
    />
    <SubmitButton>{texts.open}</SubmitButton>
    <p class="hint">{texts.codeLost}</p>
  </form>
);
