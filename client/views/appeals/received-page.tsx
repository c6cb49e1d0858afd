import type { JSX } from 'preact';
import { DueLine, type DueLineProps } from '#client/views/cases/due-line.tsx';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { FEEDBACK_DAYS } from '#shared/domain/appeal.ts';
import { dashedCode, spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';
import { ConfirmContact, type ConfirmContactProps } from './confirm-contact.tsx';

/** What the applicant takes away: the number, the access code, the date of the answer; and the dates of law that follow. */
export interface ReceivedPageProps extends Omit<DueLineProps, 'texts'> {
  number: string;
  accessCode: string;
  receivedOn: string;
  /** By when a matter of another body is passed on. */
  forwardOn: string;
  /** There where a mobile was left for texts, or an address. */
  contact?: Omit<ConfirmContactProps, 'texts' | 'action'> | undefined;
  texts: ReceivedTexts;
  cases: DueLineProps['texts'];
}
const Next = ({ receivedOn, forwardOn, dueOn, lang, texts }: ReceivedPageProps): JSX.Element | null =>
  dueOn === null ? null : (
    <section aria-labelledby="next">
      <h2 id="next">{texts.stepsTitle}</h2>
      <ol class="plain-steps">
        {texts.steps.map((step) => (
          <li key={step}>
            {fill(step, {
              received: dateInFull(lang, receivedOn),
              forward: dateInFull(lang, forwardOn),
              due: dateInFull(lang, dueOn),
              days: FEEDBACK_DAYS,
            })}
          </li>
        ))}
      </ol>
    </section>
  );

/** The receipt of an appeal. Confirming a contact is offered here and never needed. */
export const ReceivedPage = (props: ReceivedPageProps): JSX.Element => {
  const { number, accessCode, contact, lang, texts, cases } = props;
  const page = addressIn(lang, `/appeals/${number}`);
  return (
    <div class="column received">
      <h1>{texts.title}</h1>
      <section class="receipt" aria-label={texts.keep}>
        <p class="over">{texts.keep}</p>
        <p class="number">{spacedNumber(number)}</p>
        <DueLine {...props} texts={cases} />
        <p class="over">{texts.accessCode}</p>
        <p class="code">{dashedCode(accessCode)}</p>
        <p class="hint">{texts.accessCodeWhy}</p>
      </section>
      {contact && <ConfirmContact {...contact} action={page} texts={texts} />}
      <Next {...props} />
      <div class="actions">
        <a class="button primary" href={page}>
          {texts.toCase}
        </a>
        <a class="button" href={`${page}/slip`}>
          {texts.slip}
        </a>
        <Island
          name="copy-link"
          props={{ address: page, label: texts.copy, done: texts.copied, failed: texts.notCopied }}
        />
        <a class="button quiet" href={addressIn(lang, '/my')}>
          {texts.toMine}
        </a>
      </div>
    </div>
  );
};
