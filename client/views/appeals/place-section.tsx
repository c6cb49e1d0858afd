import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { FieldGroup } from '#client/views/forms/field-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { SectionProps } from './form-data.ts';

/** Where it is, by address or in words; empty for an appeal about no place. */
export const PlaceSection = ({ form: { texts, common }, at }: SectionProps): JSX.Element => (
  <FieldGroup name="place" label={texts.sections.place} hint={texts.placeHint} error={at('place').error}>
    <Field
      {...at('place.address')}
      label={texts.address}
      hint={texts.addressHint}
      autocomplete="off"
      optional={common.optional}
    />
    <TextArea
      {...at('place.description')}
      label={texts.placeDescription}
      hint={texts.placeDescriptionHint}
      rows={2}
      optional={common.optional}
    />
  </FieldGroup>
);
