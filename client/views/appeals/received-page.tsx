import type { JSX } from 'preact';
import { DueLine, type DueLineProps } from '#client/views/cases/due-line.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { dashedCode, spacedNumber } from '#shared/texts/codes.ts';
import type { AppealFormTexts } from '#shared/texts/uk/appeal-form.ts';
import { ConfirmPhone, type ConfirmPhoneProps } from './confirm-phone.tsx';

/** What the applicant takes away: the number, the access code, the date of the answer. `phone` is there where a mobile was left for texts. */
export interface ReceivedPageProps extends Omit<DueLineProps, 'texts'> {
  number: string;
  accessCode: string;
  phone?: Omit<ConfirmPhoneProps, 'texts' | 'action'>;
  texts: AppealFormTexts;
  cases: DueLineProps['texts'];
}
/** The receipt of an appeal. Confirming the phone is offered here and never needed. */
export const ReceivedPage = (props: ReceivedPageProps): JSX.Element => {
  const { number, accessCode, phone, lang, texts, cases } = props;
  const words = texts.received;
  const page = addressIn(lang, `/appeals/${number}`);
  return (
    <div class="column received">
      <h1>{words.title}</h1>
      <section class="receipt" aria-label={words.keep}>
        <p class="over">{words.keep}</p>
        <p class="number">{spacedNumber(number)}</p>
        <DueLine {...props} texts={cases} />
        <p class="over">{words.accessCode}</p>
        <p class="code">{dashedCode(accessCode)}</p>
        <p class="hint">{words.accessCodeWhy}</p>
      </section>
      {phone && <ConfirmPhone {...phone} action={page} texts={words} />}
      <section aria-labelledby="next">
        <h2 id="next">{words.stepsTitle}</h2>
        <ol class="plain-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <p class="actions">
        <a class="button primary" href={page}>
          {words.toCase}
        </a>
      </p>
      <p class="hint on-screen">{words.print}</p>
    </div>
  );
};
