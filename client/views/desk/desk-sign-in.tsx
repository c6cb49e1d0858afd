import type { JSX } from 'preact';
import { BrandMark } from '#client/views/brand-mark.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { DeskTexts } from '#shared/texts/uk/desk.ts';

/** Signing in to the desk. `next` is where it leads; `errors` are of the fields by name, `trouble` of neither alone. */
export interface DeskSignInProps {
  login: string;
  next: string;
  errors: Readonly<Partial<Record<'login' | 'password', string>>>;
  trouble: string | null;
  /** Said on top, once: what has just been done. */
  notice: string | null;
  lang: Lang;
  texts: DeskTexts;
  common: CommonTexts;
}
/** A whole page of one form, for members of staff; complete without scripts. */
export const DeskSignIn = (props: DeskSignInProps): JSX.Element => {
  const { login, next, errors, trouble, notice, lang, texts, common } = props;
  const { signIn } = texts;
  const wrong = (['login', 'password'] as const).flatMap((path) => {
    const message = errors[path];
    return message ? [{ path, label: signIn[path], message }] : [];
  });
  return (
    <main class="door">
      <p class="brand">
        <BrandMark />
        {common.site} <span>{common.city}</span>
      </p>
      <h1>{signIn.title}</h1>
      <p class="hint">{signIn.lead}</p>
      {notice && (
        <p class="callout done" role="status">
          {notice}
        </p>
      )}
      {trouble && (
        <p class="callout danger" role="alert" tabIndex={-1} data-focus="">
          {trouble}
        </p>
      )}
      <ErrorSummary title={common.errorSummary} errors={wrong} />
      <form method="post" action={addressIn(lang, '/desk/sign-in')} noValidate>
        <input type="hidden" name="next" value={next} />
        <Field name="login" label={signIn.login} value={login} error={errors.login} autocomplete="username" />
        <Field
          name="password"
          label={signIn.password}
          error={errors.password}
          type="password"
          autocomplete="current-password"
          enterKeyHint="go"
        />
        <SubmitButton>{signIn.enter}</SubmitButton>
      </form>
      <p class="elsewhere">
        <a href={addressIn(lang, '/')}>{signIn.publicSite}</a>
        <a href={addressIn(lang === 'uk' ? 'en' : 'uk', '/desk/sign-in')} lang={lang === 'uk' ? 'en' : 'uk'}>
          {common.otherLanguage}
        </a>
      </p>
    </main>
  );
};
