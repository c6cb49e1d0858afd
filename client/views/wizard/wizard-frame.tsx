import type { ComponentChildren, JSX } from 'preact';
import { ErrorSummary, type WrongField } from '#client/views/forms/error-summary.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import type { WizardTexts } from '#shared/texts/uk/wizard.ts';

/** One step of the wizard as it is shown. Addresses are whole, with the language's prefix. */
interface WizardFrameProps {
  back: string;
  /** Which step it is, in words. */
  step: string;
  question: string;
  lead?: string | undefined;
  errors: readonly WrongField[];
  /** What could not be done, in words, where no field is to blame. */
  trouble: string | null;
  /** Where the form goes. */
  action: string;
  startOver: string;
  /** The words of the one primary button. */
  submit?: string | undefined;
  hasFiles: boolean;
  before?: ComponentChildren;
  children: ComponentChildren;
  after?: ComponentChildren;
  texts: WizardTexts;
  /** The heading of the error summary. */
  summary: string;
}
/** The frame of every step: the way back on top, what is wrong, the step in words, the question, its form with one primary button. */
export const WizardFrame = (props: WizardFrameProps): JSX.Element => {
  const { back, step, question, lead, errors, trouble, action, startOver, submit, hasFiles, texts, summary } = props;
  return (
    <div class="column wizard">
      <p class="back">
        <a href={back}>{texts.back}</a>
      </p>
      <ErrorSummary title={summary} errors={errors} />
      {trouble && (
        <div class="errors" role="alert" tabIndex={-1} data-focus="">
          <p>{trouble}</p>
        </div>
      )}
      <p class="over">{step}</p>
      <h1>{question}</h1>
      {lead && <p class="lead">{lead}</p>}
      {props.before}
      <form method="post" action={action} encType={hasFiles ? 'multipart/form-data' : undefined} noValidate>
        {props.children}
        {submit && <SubmitButton>{submit}</SubmitButton>}
      </form>
      {props.after}
      <footer class="wizard-foot">
        <p class="hint">{texts.kept}</p>
        <form method="post" action={startOver}>
          <SubmitButton kind="quiet">{texts.startOver}</SubmitButton>
        </form>
      </footer>
    </div>
  );
};
