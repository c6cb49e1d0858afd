import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import type { SignerScope } from '#shared/domain/petition.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { PetitionSigningTexts } from '#shared/texts/uk/petition-signing.ts';
import { fieldOf, type PetitionForm, tickOf, wrongIn } from './form-words.ts';
import { NameFields } from './name-fields.tsx';

/** What each screen of signing knows. */
export interface SigningWords {
  petition: Pick<PublicPetition, 'number' | 'title' | 'endsOn' | 'collectedBy'>;
  lang: Lang;
  texts: PetitionSigningTexts;
  common: CommonTexts;
}
/** The one screen of signing; nothing is signed by opening it. */
export interface SignPageProps extends SigningWords {
  form: Omit<PetitionForm, 'labels'>;
  formKey: string;
  /** Who may sign, by the charter. */
  scope: SignerScope;
  /** Whether a code in a text is enough, by the charter. */
  hasSms: boolean;
  /** Where electronic identification begins; null where it is not offered. */
  eidPath: string | null;
}
/** Which petition it is about, on each screen of signing. */
export const SignedPetition = ({
  petition: { number, title },
  lang,
}: Pick<SigningWords, 'petition' | 'lang'>): JSX.Element => (
  <p class="topic" lang="uk">
    <a href={addressIn(lang, `/petitions/${number}`)}>{title}</a>
  </p>
);
const BySms = (props: SignPageProps): JSX.Element => {
  const { petition, formKey, scope, eidPath, lang, texts, common } = props;
  const labels = { ...texts.labels, isEntitled: texts.entitled[scope] };
  const form: PetitionForm = { ...props.form, labels };
  return (
    <form method="post" action={addressIn(lang, `/petitions/${petition.number}/sign`)} noValidate>
      {eidPath && <h2>{texts.instead}</h2>}
      <input type="hidden" name="key" value={formKey} />
      <NameFields form={form} optional={common.optional} />
      <Field
        {...fieldOf(form, 'phone')}
        hint={texts.phoneHint}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        enterKeyHint="send"
        width="half"
      />
      <Checkbox {...tickOf(form, 'isEntitled')} />
      <Checkbox {...tickOf(form, 'news')} hint={texts.newsHint} />
      <SubmitButton>{texts.getCode}</SubmitButton>
    </form>
  );
};
/** Who signs and how they prove it; that name and date become public is said before. */
export const SignPage = (props: SignPageProps): JSX.Element => {
  const { form, petition, scope, hasSms, eidPath, lang, texts, common } = props;
  const labels = { ...texts.labels, isEntitled: texts.entitled[scope] };
  return (
    <div class="column">
      <ErrorSummary
        title={common.errorSummary}
        errors={wrongIn({ ...form, labels, short: { isEntitled: texts.signer } })}
      />
      <h1>{texts.title}</h1>
      <SignedPetition petition={petition} lang={lang} />
      <p class="callout ask">{texts.public}</p>
      {eidPath && (
        <form method="post" action={addressIn(lang, eidPath)}>
          <SubmitButton>{texts.eid}</SubmitButton>
          <p class="hint">{texts.eidHint}</p>
        </form>
      )}
      {hasSms && <BySms {...props} />}
      {!hasSms && <p>{texts.onlyEid}</p>}
      {!hasSms && !eidPath && <p>{fill(texts.eidAway, { date: dateInFull(lang, petition.endsOn) })}</p>}
    </div>
  );
};
