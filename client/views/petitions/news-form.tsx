import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { PetitionNewsTexts } from '#shared/texts/uk/petition-news.ts';

/** What was proved of a signer, sealed, and the key of the form that carries it on. */
export interface NewsProof {
  proof: string;
  formKey: string;
}
/** What the form of an address for news needs. */
export interface NewsFormProps extends NewsProof {
  number: number;
  email?: string | undefined;
  /** Why the address did not do, in words. */
  error?: string | undefined;
  lang: Lang;
  texts: PetitionNewsTexts;
}
/** Asks for an address for news of a petition, and says what is agreed to by that. */
export const NewsForm = ({ number, proof, formKey, email, error, lang, texts }: NewsFormProps): JSX.Element => (
  <form method="post" action={addressIn(lang, `/petitions/${number}/news`)} noValidate>
    <input type="hidden" name="proof" value={proof} />
    <input type="hidden" name="key" value={formKey} />
    <Field
      name="email"
      label={texts.email}
      hint={texts.hint}
      value={email}
      error={error}
      type="email"
      inputMode="email"
      autocomplete="email"
      enterKeyHint="send"
    />
    <p class="hint">{texts.consent}</p>
    <SubmitButton kind="secondary">{texts.send}</SubmitButton>
  </form>
);
