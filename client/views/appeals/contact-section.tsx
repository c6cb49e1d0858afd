import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { FieldGroup } from '#client/views/forms/field-group.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { REPLY_WAYS } from '#shared/domain/appeal.ts';
import type { SectionProps } from './form-data.ts';

/** How to reach the person, any one way (art. 5(7)), how to send the answer, and the two things that need consent. */
export const ContactSection = ({ form, at }: SectionProps): JSX.Element => {
  const { texts } = form;
  const ticked = (name: string) => {
    const { value, ...rest } = at(name);
    return { ...rest, isChecked: value !== undefined };
  };
  const replyBy = at('replyBy');
  return (
    <FieldGroup name="contact" label={texts.sections.contact} hint={texts.contactHint} error={at('contact').error}>
      <Field
        {...at('contact.phone')}
        label={texts.phone}
        hint={texts.phoneHint}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        width="half"
        optional=""
      />
      <Checkbox {...ticked('consents.sms')} label={texts.sms} hint={texts.smsHint} />
      <Field
        {...at('contact.email')}
        label={texts.email}
        type="email"
        inputMode="email"
        autocomplete="email"
        optional=""
      />
      <Field
        {...at('contact.landline')}
        label={texts.landline}
        type="tel"
        inputMode="tel"
        autocomplete="home tel"
        width="half"
        optional=""
      />
      <TextArea {...at('contact.postal')} label={texts.postal} autocomplete="street-address" rows={2} optional="" />
      <RadioGroup
        {...replyBy}
        label={texts.replyBy}
        value={replyBy.value ?? 'page'}
        choices={REPLY_WAYS.map((way) => ({
          value: way,
          label: texts.replyWays[way],
          ...(way === 'page' && { hint: texts.replyPageHint }),
        }))}
      />
      <Checkbox {...ticked('consents.publication')} label={texts.publication} hint={texts.publicationHint} />
    </FieldGroup>
  );
};
