import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { RECEIPT_REASONS } from '#shared/domain/receipt.ts';
import { useDesk } from '../desk-context.ts';
import { type IntakeValues, of } from './intake-values.ts';
import { TermAhead } from './term-ahead.tsx';

/** On what day it came in where that is not today, what shows it, and what the law's term is then: before anything is kept. */
export const EarlierReceipt = (all: IntakeValues): JSX.Element => {
  const { words, today } = useDesk();
  const { intake: texts, common } = words;
  const on = all.values['received.on'] ?? '';
  const isOther = all.values['received.reasonCode'] === 'other';
  return (
    <>
      <Field
        {...of('received.on', all)}
        label={texts.receivedOn}
        hint={texts.receivedOnHint}
        type="date"
        width="half"
        optional={common.optional}
      />
      {on !== '' && on !== today() && (
        <>
          <Select
            {...of('received.reasonCode', all)}
            label={texts.receiptReason}
            prompt={texts.receiptReasonPrompt}
            groups={[{ options: RECEIPT_REASONS.map((value) => ({ value, label: texts.receiptReasons[value] })) }]}
          />
          <TextArea
            {...of('received.explanation', all)}
            label={texts.receiptExplanation}
            rows={2}
            optional={isOther ? undefined : common.optional}
          />
          <TermAhead receivedOn={on} />
        </>
      )}
      <Field
        {...of('received.number', all)}
        label={texts.journalNumber}
        hint={texts.journalNumberHint}
        inputMode="numeric"
        width="half"
        optional={common.optional}
      />
    </>
  );
};
