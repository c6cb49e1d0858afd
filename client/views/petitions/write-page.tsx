import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { FieldGroup } from '#client/views/forms/field-group.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { PetitionWritingTexts } from '#shared/texts/uk/petition-writing.ts';
import { fieldOf, type PetitionForm, tickOf, wrongIn } from './form-words.ts';
import { NameFields } from './name-fields.tsx';
import { WordsFields } from './words-fields.tsx';

/** The numbers of the charter and of the law, in words. */
export interface LawWords {
  term: string;
  threshold: string;
  collect: string;
}
/** The form of a new petition; `formKey` lets it be sent once, however often it is pressed. */
export interface WritePageProps {
  form: Pick<PetitionForm, 'values' | 'errors' | 'problems'>;
  formKey: string;
  law: LawWords;
  lang: Lang;
  texts: PetitionWritingTexts;
  common: CommonTexts;
}
const AboutYou = ({ form, texts, common }: WritePageProps & { form: PetitionForm }): JSX.Element => (
  <FieldGroup name="aboutYou" label={texts.aboutYou} hint={texts.aboutYouHint}>
    <NameFields form={form} optional={common.optional} />
    <Field {...fieldOf(form, 'email')} hint={texts.hints.email} type="email" inputMode="email" autocomplete="email" />
    <Field
      {...fieldOf(form, 'phone')}
      hint={texts.hints.phone}
      type="tel"
      inputMode="tel"
      autocomplete="tel"
      width="half"
      optional={common.optional}
    />
    <Checkbox {...tickOf(form, 'sms')} hint={texts.hints.sms} />
  </FieldGroup>
);
/** A new petition: what it is and who writes it, with what the law says about it in a fold. */
export const WritePage = (props: WritePageProps): JSX.Element => {
  const { formKey, law, lang, texts, common } = props;
  const own = { isAgreed: texts.tickFirst };
  const form: PetitionForm = { ...props.form, labels: texts.labels, short: { isAgreed: texts.agreement }, own };
  return (
    <div class="column">
      <ErrorSummary title={common.errorSummary} errors={wrongIn(form)} />
      <h1>{texts.title}</h1>
      <p class="lead">{fill(texts.lead, { ...law })}</p>
      <details>
        <summary>{texts.what}</summary>
        {texts.whatText.map((says) => (
          <p key={says}>{fill(says, { ...law })}</p>
        ))}
      </details>
      <form method="post" action={addressIn(lang, '/petitions/new')} noValidate>
        <input type="hidden" name="key" value={formKey} />
        <WordsFields form={form} label={texts.aboutIt} hints={texts.hints} lang={lang} common={common} />
        <AboutYou {...props} form={form} />
        <Checkbox {...tickOf(form, 'isAgreed')} />
        <SubmitButton>{texts.send}</SubmitButton>
      </form>
    </div>
  );
};
