import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { UnlockForm, type UnlockFormProps } from './unlock-form.tsx';

/** A case to somebody who has not shown the right to see it: a question for the code, and nothing of the case, not even that there is one. */
export const LockedPage = ({
  number,
  errorTitle,
  ...form
}: UnlockFormProps & { number: string; errorTitle: string }): JSX.Element => {
  const { texts, error } = form;
  return (
    <div class="column">
      {error && (
        <ErrorSummary title={errorTitle} errors={[{ path: 'accessCode', label: texts.accessCode, message: error }]} />
      )}
      <p class="over">{fill(texts.title, { number: spacedNumber(number) })}</p>
      <h1>{texts.lockedTitle}</h1>
      <UnlockForm {...form} />
    </div>
  );
};
