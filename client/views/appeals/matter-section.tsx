import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { FieldGroup } from '#client/views/forms/field-group.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { APPEAL_KINDS } from '#shared/domain/appeal.ts';
import type { SectionProps } from './form-data.ts';

/** The longest text of an appeal, in UTF-16 units, as `NewAppeal` has it. */
const TEXT_MAX = 5000;

/** What is contested. Where the browser can tell, it is shown for a complaint only; without that its name says who fills it in. */
const ComplaintFields = ({ form, at }: SectionProps): JSX.Element => {
  const { texts, common, departments, values, errors } = form;
  const isTouched =
    errors.some(({ path }) => path.startsWith('contested')) ||
    Object.entries(values).some(([name, typed]) => name.startsWith('contested.') && typed !== '');
  return (
    <fieldset class={isTouched ? 'complaint' : 'complaint if-complaint'}>
      <legend>{texts.sections.complaint}</legend>
      <p class="hint">{texts.complaintHint}</p>
      <TextArea {...at('contested.decision')} label={texts.decision} rows={3} optional="" />
      <Select
        {...at('contested.departmentId')}
        label={texts.contestedDepartment}
        groups={departments}
        prompt={texts.contestedDepartmentPrompt}
        optional={common.optional}
      />
      <Field
        {...at('contested.decidedOn')}
        label={texts.decidedOn}
        type="date"
        width="half"
        optional={common.optional}
      />
      <Field
        {...at('contested.learnedOn')}
        label={texts.learnedOn}
        type="date"
        width="half"
        optional={common.optional}
      />
    </fieldset>
  );
};

/** The kind, the topic and the words of the appeal. */
export const MatterSection = ({ form, at }: SectionProps): JSX.Element => {
  const { texts, cases, common, lang, categories } = form;
  return (
    <FieldGroup name="matter" label={texts.sections.matter}>
      <RadioGroup
        {...at('kind')}
        label={texts.kind}
        choices={APPEAL_KINDS.map((kind) => ({ value: kind, label: cases.kinds[kind], hint: texts.kindHints[kind] }))}
      />
      <ComplaintFields form={form} at={at} />
      <Select
        {...at('categoryCode')}
        label={texts.category}
        hint={texts.categoryHint}
        groups={categories}
        prompt={texts.categoryPrompt}
      />
      <TextArea
        {...at('text')}
        label={texts.text}
        hint={[texts.textHint, texts.answersInUkrainian].filter(Boolean).join(' ')}
        rows={8}
        limit={{ max: TEXT_MAX, lang, texts: common }}
      />
    </FieldGroup>
  );
};
