import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { DeskAdminTexts } from '#shared/texts/uk/desk-admin.ts';
import { DoorFrame } from './door-frame.tsx';

/** Changing one's own password; `isOneTime` where nothing else can be done before. */
export interface OwnPasswordProps {
  isOneTime: boolean;
  isDone: boolean;
  errors: Readonly<Partial<Record<'present' | 'fresh', string>>>;
  lang: Lang;
  texts: DeskAdminTexts['password'];
  common: CommonTexts;
}
/** A page of two fields; complete without scripts. */
export const OwnPassword = ({ isOneTime, isDone, errors, lang, texts, common }: OwnPasswordProps): JSX.Element => (
  <DoorFrame
    title={texts.title}
    lead={isOneTime ? texts.leadOneTime : texts.lead}
    trouble={errors.present ?? errors.fresh ?? null}
    common={common}
  >
    {isDone && (
      <p class="callout done" role="status">
        {texts.done}
      </p>
    )}
    <form method="post" action={addressIn(lang, '/desk/password')} noValidate>
      <Field
        name="present"
        label={texts.present}
        error={errors.present}
        type="password"
        autocomplete="current-password"
      />
      <Field
        name="fresh"
        label={texts.fresh}
        hint={texts.freshHint}
        error={errors.fresh}
        type="password"
        autocomplete="new-password"
        enterKeyHint="go"
      />
      <SubmitButton>{texts.save}</SubmitButton>
    </form>
    {!isOneTime && (
      <p class="elsewhere">
        <a href={addressIn(lang, '/desk')}>{texts.toDesk}</a>
        <a href={addressIn(lang, '/desk/totp')}>{texts.toTotp}</a>
      </p>
    )}
  </DoorFrame>
);
