import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { DeskAdminTexts } from '#shared/texts/uk/desk-admin.ts';
import { DoorFrame } from './door-frame.tsx';

/** The second step of signing in: the code of the person's phone. `ticket` says that the password was right. */
export interface SignInCodeProps {
  ticket: string;
  next: string;
  trouble: string | null;
  lang: Lang;
  texts: DeskAdminTexts['door'];
  common: CommonTexts;
}
/** A page of one field; complete without scripts. */
export const SignInCode = ({ ticket, next, trouble, lang, texts, common }: SignInCodeProps): JSX.Element => (
  <DoorFrame title={texts.codeTitle} lead={texts.codeLead} trouble={trouble} common={common}>
    <form method="post" action={addressIn(lang, '/desk/sign-in')} noValidate>
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="totp"
        label={texts.code}
        hint={texts.codeHint}
        autocomplete="one-time-code"
        enterKeyHint="go"
        width="half"
      />
      <SubmitButton>{texts.codeSend}</SubmitButton>
    </form>
    <p class="elsewhere">
      <a href={addressIn(lang, '/desk/sign-in')}>{texts.startAgain}</a>
    </p>
  </DoorFrame>
);
