import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { FindCase } from '#client/views/home/home-page.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { HomeTexts } from '#shared/texts/uk/home.ts';
import type { MyTexts } from '#shared/texts/uk/my.ts';

/** Signing in by phone: first the number, then, where `codeId` is there, the code. `error` is of the field that is shown, in words. */
export interface SignInPageProps {
  phone?: string | undefined;
  codeId?: string | undefined;
  error?: string | undefined;
  /** Said on top, once: what has just been done. */
  notice?: string | undefined;
  errorTitle: string;
  lang: Lang;
  texts: MyTexts;
  home: HomeTexts;
}
const PhoneStep = ({ phone, error, lang, texts }: SignInPageProps): JSX.Element => (
  <>
    <h1>{texts.title}</h1>
    <p class="lead">{texts.lead}</p>
    <form method="post" action={addressIn(lang, '/my/phone-code')} noValidate>
      <Field
        name="phone"
        label={texts.phone}
        hint={texts.phoneHint}
        error={error}
        value={phone}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        enterKeyHint="send"
        width="half"
      />
      <SubmitButton>{texts.sendCode}</SubmitButton>
    </form>
  </>
);
const CodeStep = ({ phone = '', codeId, error, lang, texts }: SignInPageProps): JSX.Element => (
  <>
    <p class="back">
      <a href={addressIn(lang, '/my')}>{texts.otherPhone}</a>
    </p>
    <h1>{texts.codeTitle}</h1>
    <p class="lead">{fill(texts.codeSent, { phone })}</p>
    <form method="post" action={addressIn(lang, '/my/sign-in')} noValidate>
      <input type="hidden" name="codeId" value={codeId} />
      <input type="hidden" name="phone" value={phone} />
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
      <SubmitButton>{texts.enter}</SubmitButton>
    </form>
    <form method="post" action={addressIn(lang, '/my/phone-code')}>
      <input type="hidden" name="phone" value={phone} />
      <SubmitButton kind="quiet">{texts.again}</SubmitButton>
    </form>
  </>
);

/** The way to one's own cases for somebody without a session: by phone, or by number and access code. */
export const SignInPage = (props: SignInPageProps): JSX.Element => {
  const { codeId, error, notice, errorTitle, lang, texts, home } = props;
  const field = codeId ? { path: 'code', label: texts.code } : { path: 'phone', label: texts.phone };
  return (
    <div class="column">
      {notice && (
        <p class="callout done" role="status">
          {notice}
        </p>
      )}
      {error && <ErrorSummary title={errorTitle} errors={[{ ...field, message: error }]} />}
      {codeId ? <CodeStep {...props} /> : <PhoneStep {...props} />}
      <section class="callout" aria-labelledby="by-number">
        <h2 id="by-number">{texts.byNumber}</h2>
        <p>{texts.byNumberText}</p>
        <FindCase lang={lang} texts={home} />
      </section>
    </div>
  );
};
