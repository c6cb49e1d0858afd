import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { dashedCode } from '#shared/texts/codes.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { DeskAdminTexts } from '#shared/texts/uk/desk-admin.ts';
import { DoorFrame } from './door-frame.tsx';

/** One's own second factor: `offer` is what the app is to be given, null once it is on; `codes` are told right after that. */
export interface OwnTotpProps {
  offer: { qr: { side: number; path: string }; secret: string } | null;
  codes: readonly string[];
  isOwed: boolean;
  error: string | null;
  lang: Lang;
  texts: DeskAdminTexts['totp'];
  toDesk: string;
  common: CommonTexts;
}
const Offer = ({ offer: { qr, secret }, error, lang, texts }: OwnTotpProps & { offer: object }): JSX.Element => (
  <>
    <ol class="totp-steps">
      {texts.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <svg class="qr" viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={texts.qr}>
      <rect width={qr.side} height={qr.side} fill="#fff" />
      <path d={qr.path} fill="#000" shape-rendering="crispEdges" />
    </svg>
    <p>
      {texts.secret}: <code class="totp-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
    </p>
    <form method="post" action={addressIn(lang, '/desk/totp')} noValidate>
      <Field
        name="code"
        label={texts.code}
        error={error ?? undefined}
        inputMode="numeric"
        autocomplete="one-time-code"
        enterKeyHint="go"
        width="half"
      />
      <SubmitButton>{texts.confirm}</SubmitButton>
    </form>
  </>
);
/** Enrolling an app for codes, and what came of it; complete without scripts. */
export const OwnTotp = (props: OwnTotpProps): JSX.Element => {
  const { offer, codes, isOwed, error, lang, texts, toDesk, common } = props;
  return (
    <DoorFrame
      title={texts.title}
      lead={offer ? (isOwed ? texts.leadOwed : texts.lead) : texts.onSays}
      trouble={error}
      common={common}
    >
      {offer && <Offer {...props} offer={offer} />}
      {!offer && (
        <p class="callout done" role="status">
          {texts.on}
        </p>
      )}
      {codes.length > 0 && (
        <section>
          <h2>{texts.recoveryTitle}</h2>
          <p>{texts.recovery}</p>
          <ul class="recovery-codes">
            {codes.map((code) => (
              <li key={code}>
                <code>{dashedCode(code)}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!(offer && isOwed) && (
        <p class="elsewhere">
          <a href={addressIn(lang, '/desk')}>{toDesk}</a>
        </p>
      )}
    </DoorFrame>
  );
};
