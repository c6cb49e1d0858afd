import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { CasePageTexts } from '#shared/texts/uk/case-page.ts';
import type { TypedWords } from './own-words.ts';

/** «Відкликати звернення»: folded, for few need it; the applicant says why in their own words. */
export const WithdrawPart = ({
  address,
  typed,
  more,
}: {
  address: string;
  typed: TypedWords | undefined;
  more: CasePageTexts;
}): JSX.Element => (
  <details class="unlock" open={typed !== undefined}>
    <summary>{more.withdraw}</summary>
    <form method="post" action={`${address}/withdraw`} noValidate>
      <p>{more.withdrawWhat}</p>
      <TextArea name="explanation" label={more.withdrawWhy} value={typed?.words} error={typed?.error} rows={3} />
      <SubmitButton kind="secondary">{more.withdrawSend}</SubmitButton>
    </form>
  </details>
);
