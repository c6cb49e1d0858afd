import type { JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { ResendWait } from '#client/views/forms/resend-wait.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';

/** How far the proving of a phone or an address has come. */
export interface ConfirmContactProps {
  kind: 'phone' | 'email';
  step: 'offered' | 'sent' | 'confirmed';
  /** Where the code goes, as it is sent with a form. */
  to: string;
  /** The same, spaced for reading. */
  shown: string;
  codeId?: string | undefined;
  /** Why the code that was entered did not do, in words; where no other can be tried, it stands beside the button. */
  error?: string | undefined;
  /** Why no code was sent. */
  unsent?: string | undefined;
  /** What was typed for another number or address, and why it did not do. */
  other?: { value: string; error: string } | undefined;
  /** Seconds until another code may be asked for, where that is known. */
  waitS?: number | undefined;
  /** The case's address, under which the posts go. */
  action: string;
  texts: ReceivedTexts;
}
/** What the form sends along, so that no answer loses what was on the page. */
const Kept = ({ to, codeId }: Pick<ConfirmContactProps, 'to' | 'codeId'>): JSX.Element => (
  <>
    <input type="hidden" name="codeId" value={codeId} />
    <input type="hidden" name="to" value={to} />
  </>
);
const CodeForm = (props: ConfirmContactProps): JSX.Element => {
  const { kind, error, action, texts } = props;
  return (
    <form method="post" action={`${action}/confirm-${kind}`} noValidate>
      <Kept {...props} />
      <CodeField label={texts[kind].code} hint={texts.codeHint} error={error} />
      <SubmitButton>{texts[kind].confirm}</SubmitButton>
    </form>
  );
};
/** Asks for a code, or for another one; how long that takes is counted down where scripts run, and said when pressed too early. */
const SendForm = (props: ConfirmContactProps): JSX.Element => {
  const { kind, step, error, unsent, waitS, action, texts } = props;
  const why = unsent ?? (step === 'offered' ? error : undefined);
  return (
    <form method="post" action={`${action}/${kind}-code`}>
      <Kept {...props} />
      {why && (
        <p class="error" role="alert">
          {why}
        </p>
      )}
      <SubmitButton kind={step === 'sent' ? 'quiet' : 'secondary'}>
        {step === 'sent' ? texts.again : texts[kind].send}
      </SubmitButton>
      {waitS !== undefined && !why && <ResendWait seconds={waitS} texts={texts} />}
    </form>
  );
};
/** Another number or address, where the first was mistyped: in the same place, with nothing else changed. */
const OtherForm = ({ kind, codeId, to, other, action, texts }: ConfirmContactProps): JSX.Element => (
  <details open={other !== undefined}>
    <summary>{texts[kind].change}</summary>
    <form method="post" action={`${action}/${kind}-code`} noValidate>
      <input type="hidden" name="codeId" value={codeId} />
      <input type="hidden" name="before" value={to} />
      <Field
        name="to"
        label={texts[kind].other}
        hint={texts[kind].otherWhy}
        value={other?.value}
        error={other?.error}
        type={kind === 'phone' ? 'tel' : 'email'}
        inputMode={kind === 'phone' ? 'tel' : 'email'}
        autocomplete={kind === 'phone' ? 'tel' : 'email'}
        width={kind === 'phone' ? 'half' : 'full'}
      />
      <SubmitButton kind="secondary">{texts[kind].sendOther}</SubmitButton>
    </form>
  </details>
);

/** Offers to prove the mobile or the address by a code; all of it stays on the page of the receipt, and nothing waits for it. */
export const ConfirmContact = (props: ConfirmContactProps): JSX.Element => {
  const { kind, step, shown, texts } = props;
  const words = texts[kind];
  if (step === 'confirmed')
    return (
      <p class="callout done" role="status" tabIndex={-1} data-focus="">
        {fill(words.confirmed, { to: shown })}
      </p>
    );
  return (
    <section class="callout on-screen" aria-labelledby="contact">
      <h2 id="contact">{words.title}</h2>
      <p>{fill(step === 'sent' ? words.sent : words.why, { to: shown })}</p>
      {step === 'sent' && <CodeForm {...props} />}
      <SendForm {...props} />
      <OtherForm {...props} />
    </section>
  );
};
