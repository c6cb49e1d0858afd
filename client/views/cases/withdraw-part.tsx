import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { CasePageTexts } from '#shared/texts/uk/case-page.ts';

/** What was typed into the form of a withdrawal that was refused, and why. */
export interface TypedWithdrawal {
  explanation: string;
  error: string;
}
/** «Відкликати звернення»: folded, for few need it; the applicant says why in their own words. */
export const WithdrawPart = ({
  address,
  typed,
  more,
}: {
  address: string;
  typed?: TypedWithdrawal | undefined;
  more: CasePageTexts;
}): JSX.Element => (
  <details class="unlock" open={typed !== undefined}>
    <summary>{more.withdraw}</summary>
    <form method="post" action={`${address}/withdraw`} noValidate>
      <p>{more.withdrawWhat}</p>
      <TextArea name="explanation" label={more.withdrawWhy} value={typed?.explanation} error={typed?.error} rows={3} />
      <SubmitButton kind="secondary">{more.withdrawSend}</SubmitButton>
    </form>
  </details>
);
