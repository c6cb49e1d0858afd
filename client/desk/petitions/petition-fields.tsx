import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { DeskPetition, DeskPetitionVerb } from '#shared/contract/petition-desk.ts';
import { PETITION_DECISIONS, REJECTION_CODES, REJECTION_REASONS } from '#shared/domain/petition.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { ForwardedFields } from './forwarded-fields.tsx';
import { CORRECTION, followUpsIn } from './petition-input.ts';

interface FieldsOf {
  petition: DeskPetition;
  values: Values;
  /** By the dotted paths of the fields, in words. */
  errors: Readonly<Record<string, string>>;
  set: (name: string, value: string) => void;
}
type Fields = (props: FieldsOf) => JSX.Element | null;

const Suggestion: Fields = ({ values, errors }) => {
  const { labels } = useDesk().words.petitions.moves;
  return (
    <TextArea
      name="suggestion"
      label={labels.suggestion}
      rows={4}
      value={values.suggestion}
      error={errors.suggestion}
    />
  );
};
const Rejection: Fields = ({ values, errors }) => {
  const { moves, reasons, hides, shows } = useDesk().words.petitions;
  const [reason, explanation] = ['rejection.reason', 'rejection.explanation'] as const;
  const choices = REJECTION_CODES.map((value) => ({
    value,
    label: reasons[value],
    hint: REJECTION_REASONS[value].hides ? hides : shows,
  }));
  return (
    <>
      <RadioGroup
        name={reason}
        label={moves.labels[reason]}
        choices={choices}
        value={values[reason]}
        error={errors[reason]}
      />
      <TextArea
        name={explanation}
        label={moves.labels[explanation]}
        rows={3}
        value={values[explanation]}
        error={errors[explanation]}
      />
    </>
  );
};
const Primary: Fields = ({ values, errors }) => {
  const { labels, mergeHint } = useDesk().words.petitions.moves;
  return (
    <Field
      name="primaryNumber"
      label={labels.primaryNumber}
      hint={mergeHint}
      inputMode="numeric"
      width="half"
      autocomplete="off"
      value={values.primaryNumber}
      error={errors.primaryNumber}
    />
  );
};
const Day = ({
  name,
  values,
  errors,
}: Pick<FieldsOf, 'values' | 'errors'> & { name: 'hearing.on' | 'hearing.until' | 'reviewedOn' }): JSX.Element => (
  <Field
    name={name}
    label={useDesk().words.petitions.moves.labels[name]}
    type="date"
    width="half"
    value={values[name]}
    error={errors[name]}
  />
);
const FollowUp = ({ at, values, errors }: Pick<FieldsOf, 'values' | 'errors'> & { at: number }): JSX.Element => {
  const { labels } = useDesk().words.petitions.moves;
  const [what, on] = [`answer.followUps.${at}.what`, `answer.followUps.${at}.on`];
  const n = at + 1;
  return (
    <div class="follow-up">
      <Field name={what} label={fill(labels.followUpWhat, { n })} value={values[what]} error={errors[what]} />
      <Field name={on} label={fill(labels.followUpOn, { n })} type="date" value={values[on]} error={errors[on]} />
    </div>
  );
};
const Answer: Fields = ({ values, errors, set }) => {
  const { moves, decisions } = useDesk().words.petitions;
  const { labels, optional } = moves;
  const field = <Name extends keyof typeof labels>(name: Name) => ({
    name,
    label: labels[name],
    value: values[name],
    error: errors[name],
  });
  const promises = followUpsIn(values);
  return (
    <>
      <RadioGroup
        {...field('answer.decision')}
        choices={PETITION_DECISIONS.map((value) => ({ value, label: decisions[value] }))}
      />
      <TextArea {...field('answer.reasons')} rows={5} />
      <TextArea {...field('answer.measures')} rows={3} optional={optional} />
      <Field {...field('answer.unit')} optional={optional} />
      <fieldset class="field follow-ups">
        <legend>
          {moves.followUps} <span class="optional">({optional})</span>
        </legend>
        {Array.from({ length: promises }, (_, at) => (
          <FollowUp key={at} at={at} values={values} errors={errors} />
        ))}
        <button type="button" class="button secondary" onClick={() => set(`answer.followUps.${promises}.what`, '')}>
          {moves.addFollowUp}
        </button>
      </fieldset>
    </>
  );
};
const Promised: Fields = ({ petition, values, errors }) => {
  const { lang, words } = useDesk();
  const { labels, promisePrompt } = words.petitions.moves;
  const options = (petition.answer?.followUps ?? []).flatMap(({ what, on, keptOn }, i) =>
    keptOn ? [] : [{ value: String(i), label: `${what}, ${dateInFull(lang, on)}` }],
  );
  return (
    <Select
      name="promise"
      label={labels.promise}
      prompt={promisePrompt}
      groups={[{ options }]}
      value={values.promise}
      error={errors.promise}
    />
  );
};
const NO_FIELDS: Fields = () => null;
const FIELDS: Readonly<Record<DeskPetitionVerb, Fields>> = {
  publish: NO_FIELDS,
  suggest: Suggestion,
  reject: Rejection,
  merge: Primary,
  announce: NO_FIELDS,
  correct: ({ values, errors }) => <ForwardedFields of={values} errors={errors} prefix={CORRECTION} />,
  prolong: (props) => (
    <>
      <Day name="hearing.on" {...props} />
      <Day name="hearing.until" {...props} />
    </>
  ),
  conclude: (props) => <Day name="reviewedOn" {...props} />,
  answer: Answer,
  keep: Promised,
};
/** Just the fields that a verb asks for. */
export const PetitionFields = ({ verb, ...props }: FieldsOf & { verb: DeskPetitionVerb }): JSX.Element | null => {
  const Of = FIELDS[verb];
  return <Of {...props} />;
};
