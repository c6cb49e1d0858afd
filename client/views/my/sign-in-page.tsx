import type { JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { FindCase } from '#client/views/home/home-page.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { HomeTexts } from '#shared/texts/uk/home.ts';
import type { MyTexts } from '#shared/texts/uk/my.ts';

/** By what the person proves who they are. */
export type SignInBy = 'phone' | 'email';
/** Signing in by a code: first the phone or the address, then, where `codeId` is there, the code. `error` is of the field that is shown, in words. */
export interface SignInPageProps {
  by: SignInBy;
  /** The phone or the address as it was typed. */
  contact?: string | undefined;
  codeId?: string | undefined;
  error?: string | undefined;
  /** Said on top, once: what has just been done. */
  notice?: string | undefined;
  errorTitle: string;
  lang: Lang;
  texts: MyTexts;
  home: HomeTexts;
}
/** What a phone's keyboard offers for each of them. */
const KEYBOARDS = {
  phone: { type: 'tel', inputMode: 'tel', autocomplete: 'tel', width: 'half' },
  email: { type: 'email', inputMode: 'email', autocomplete: 'email', width: 'full' },
} as const;
/** Where signing in begins; by phone unless said. */
const startOf = (by: SignInBy): string => (by === 'phone' ? '/my' : '/my?by=email');

const ContactStep = ({ by, contact, error, lang, texts }: SignInPageProps): JSX.Element => (
  <>
    <h1>{texts.title}</h1>
    <p class="lead">{texts[by].lead}</p>
    <form method="post" action={addressIn(lang, `/my/${by}-code`)} noValidate>
      <Field
        name={by}
        label={texts[by].label}
        hint={texts[by].hint}
        error={error}
        value={contact}
        enterKeyHint="send"
        {...KEYBOARDS[by]}
      />
      <SubmitButton>{texts.sendCode}</SubmitButton>
    </form>
    <p>
      <a href={addressIn(lang, startOf(by === 'phone' ? 'email' : 'phone'))}>{texts[by].instead}</a>
    </p>
  </>
);
const CodeStep = ({ by, contact = '', codeId, error, lang, texts }: SignInPageProps): JSX.Element => (
  <>
    <p class="back">
      <a href={addressIn(lang, startOf(by))}>{texts[by].other}</a>
    </p>
    <h1>{texts[by].codeTitle}</h1>
    <p class="lead">{fill(texts[by].codeSent, { contact })}</p>
    <form method="post" action={addressIn(lang, '/my/sign-in')} noValidate>
      <input type="hidden" name="codeId" value={codeId} />
      <input type="hidden" name={by} value={contact} />
      <CodeField label={texts[by].code} hint={texts.codeHint} error={error} />
      <SubmitButton>{texts.enter}</SubmitButton>
    </form>
    <form method="post" action={addressIn(lang, `/my/${by}-code`)}>
      <input type="hidden" name={by} value={contact} />
      <SubmitButton kind="quiet">{texts.again}</SubmitButton>
    </form>
  </>
);

/** The way to one's own cases for somebody without a session: by a code, or by number and access code. */
export const SignInPage = (props: SignInPageProps): JSX.Element => {
  const { by, codeId, error, notice, errorTitle, lang, texts, home } = props;
  const field = codeId ? { path: 'code', label: texts[by].code } : { path: by, label: texts[by].label };
  return (
    <div class="column">
      {notice && (
        <p class="callout done" role="status">
          {notice}
        </p>
      )}
      {error && <ErrorSummary title={errorTitle} errors={[{ ...field, message: error }]} />}
      {codeId ? <CodeStep {...props} /> : <ContactStep {...props} />}
      <section class="callout" aria-labelledby="by-number">
        <h2 id="by-number">{texts.byNumber}</h2>
        <p>{texts.byNumberText}</p>
        <FindCase lang={lang} texts={home} />
      </section>
    </div>
  );
};
