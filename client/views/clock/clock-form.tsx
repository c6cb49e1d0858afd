import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { RuleId, Term } from '#shared/domain/legal-clock/rules.ts';
import { type ClockWords, termInWords } from './clock-words.ts';
import { RULE_GROUPS } from './rule-groups.ts';

/** The calculator's fields, in the order in which they stand. */
export const CLOCK_FIELDS = ['rule', 'receivedOn', 'receivedTime', 'calendar'] as const;
export type ClockField = (typeof CLOCK_FIELDS)[number];
/** What was typed, a field left out being empty. */
export type ClockTyped = Readonly<Record<ClockField, string>>;

/** What the form shows: what was typed, and what is wrong with it, in words. `terms` are by the numbers in force. */
export interface ClockFormProps extends ClockWords {
  typed: ClockTyped;
  wrong: Readonly<Partial<Record<ClockField, string>>>;
  terms: Readonly<Record<RuleId, Term>>;
}

/** The questions of the calculator. It asks by address, so that an answer can be kept and sent as a link. */
export const ClockForm = ({ typed, wrong, terms, ...words }: ClockFormProps): JSX.Element => {
  const { lang, texts } = words;
  const groups = RULE_GROUPS.map(({ group, rules }) => ({
    label: texts.groups[group],
    options: rules.map((rule) => ({
      value: rule,
      label: `${texts.rules[rule].name} — ${termInWords(words, terms[rule])}`,
    })),
  }));
  const calendars = Object.entries(texts.calendars).map(([value, says]) => ({ value, ...says }));
  // A date control shows nothing for a date that does not exist, so such a one stays in a line of text.
  const isDate = typed.receivedOn === '' || isLegalDate(typed.receivedOn);
  return (
    <form class="clock-form" method="get" action={addressIn(lang, '/clock')} noValidate>
      <Select
        name="rule"
        label={texts.rule}
        prompt={texts.rulePrompt}
        groups={groups}
        value={typed.rule}
        error={wrong.rule}
      />
      <Field
        name="receivedOn"
        label={texts.receivedOn}
        hint={texts.receivedOnHint}
        type={isDate ? 'date' : 'text'}
        value={typed.receivedOn}
        error={wrong.receivedOn}
        width="half"
      />
      <div class="if-hours">
        <Field
          name="receivedTime"
          label={texts.receivedTime}
          hint={texts.receivedTimeHint}
          optional={texts.onlyUrgent}
          inputMode="numeric"
          value={typed.receivedTime}
          error={wrong.receivedTime}
          width="code"
        />
      </div>
      <RadioGroup
        name="calendar"
        label={texts.calendar}
        choices={calendars}
        value={typed.calendar}
        error={wrong.calendar}
      />
      <SubmitButton>{texts.count}</SubmitButton>
    </form>
  );
};
