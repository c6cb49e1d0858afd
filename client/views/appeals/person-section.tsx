import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { FieldGroup } from '#client/views/forms/field-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { SectionProps } from './form-data.ts';

/** Who appeals: the names and the residence that the law asks for (Law 393/96-ВР, art. 5), and no more. */
export const PersonSection = ({ form: { texts, common }, at }: SectionProps): JSX.Element => (
  <FieldGroup name="applicant" label={texts.sections.person}>
    <Field {...at('applicant.lastName')} label={texts.lastName} autocomplete="family-name" />
    <Field {...at('applicant.firstName')} label={texts.firstName} autocomplete="given-name" />
    <Field
      {...at('applicant.patronymic')}
      label={texts.patronymic}
      hint={texts.patronymicHint}
      autocomplete="additional-name"
      optional={common.optional}
    />
    <TextArea
      {...at('applicant.residence')}
      label={texts.residence}
      hint={texts.residenceHint}
      autocomplete="street-address"
      rows={2}
    />
  </FieldGroup>
);
