import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { ANSWER_RESULTS } from '#shared/domain/appeal.ts';
import type { MoveInput } from '#shared/domain/workflow.ts';
import { type Desk, useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { AssignmentFields } from './assignment-fields.tsx';
import type { PlainInput } from './move-specs.ts';
import { REASONS } from './moves.ts';
import { RegistrationFields } from './registration-fields.tsx';
import type { ShownFields } from './shown-fields.ts';
import { SignatureFields } from './signature-fields.tsx';

const Answer = ({ values, errors }: ShownFields): JSX.Element => {
  const { cases, moves } = useDesk().words;
  const { form } = moves;
  const result = 'answer.result';
  const route = 'answer.appealRoute';
  const followUp = 'answer.followUpOn';
  return (
    <>
      <RadioGroup
        name={result}
        label={form.result}
        choices={ANSWER_RESULTS.map((value) => ({ value, label: cases.results[value] }))}
        value={values[result]}
        error={errors[result]}
      />
      <TextArea
        name="answer.text"
        label={form.text}
        rows={7}
        value={values['answer.text']}
        error={errors['answer.text']}
      />
      {values[result] === 'explained' && (
        <Field
          name={followUp}
          type="date"
          width="half"
          label={form.followUp}
          hint={form.followUpHint}
          value={values[followUp]}
          error={errors[followUp]}
        />
      )}
      {values[result] === 'refused' && (
        <TextArea name={route} label={form.appealRoute} rows={4} value={values[route]} error={errors[route]} />
      )}
    </>
  );
};
const Reason = ({ verb, values, errors }: ShownFields): JSX.Element => {
  const { moves } = useDesk().words;
  const name = 'reasonCode';
  return (
    <RadioGroup
      name={name}
      label={moves.form.reason}
      choices={(REASONS[verb] ?? []).map((value) => ({ value, label: moves.reasons[value] }))}
      value={values[name]}
      error={errors[name]}
    />
  );
};
/** The fields of each input that has a form of its own. */
export const MOVE_FIELDS: Readonly<
  Record<Exclude<MoveInput, PlainInput>, (fields: ShownFields) => JSX.Element | null>
> = {
  nothing: () => null,
  questionGroup: RegistrationFields,
  departmentId: AssignmentFields,
  answer: Answer,
  signature: SignatureFields,
  reasonCode: Reason,
  publication: () => null,
};

/** How the form of each input begins: with what is known of the case, so that most often it need only be sent. */
export const UNTOUCHED: Readonly<Partial<Record<MoveInput, (card: CaseCard, desk: Desk) => Values>>> = {
  questionGroup: ({ questionGroup }) => ({ questionGroup: String(questionGroup) }),
  departmentId: ({ categoryCode }, { catalogue }) => {
    const category = catalogue.categories.find(({ code }) => code === categoryCode);
    return { departmentId: category?.defaultDepartmentId ?? '' };
  },
  answer: ({ answer }, { words }) => ({
    'answer.text': answer?.text ?? '',
    'answer.result': answer?.result ?? '',
    'answer.appealRoute': answer?.appealRoute ?? words.moves.form.appealRouteUsual,
  }),
  inspection: (_card, { today }) => ({ 'inspection.on': today() }),
  part: ({ categoryCode, questionGroup }) => ({
    'part.categoryCode': categoryCode,
    'part.questionGroup': String(questionGroup),
  }),
  reclassification: ({ categoryCode, questionGroup }) => ({
    'reclassification.categoryCode': categoryCode,
    'reclassification.questionGroup': String(questionGroup),
  }),
};
