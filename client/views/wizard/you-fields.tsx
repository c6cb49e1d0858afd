import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { FieldGroup } from '#client/views/forms/field-group.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { REPLY_WAYS } from '#shared/domain/appeal.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { AppealFormTexts } from '#shared/texts/uk/appeal-form.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { WizardYouTexts } from '#shared/texts/uk/wizard-you.ts';
import type { FieldAt } from './field-at.ts';

/** The step as it is shown. */
export interface YouFieldsProps {
  at: FieldAt;
  /** The case of another that somebody joins: nothing of theirs is published then; empty for an appeal of one's own. */
  join: string;
  /** Somebody files for the person who is named here. */
  isByProxy: boolean;
  lang: Lang;
  texts: WizardYouTexts;
  /** What the fields of an appeal are called. */
  names: AppealFormTexts;
  common: CommonTexts;
}

/** The names and the residence that the law asks for (Law 393/96-ВР, art. 5), and no more. */
const Person = ({ at, isByProxy, texts, names, common }: YouFieldsProps): JSX.Element => (
  <FieldGroup name="applicant" label={isByProxy ? texts.forWhom : texts.person}>
    <Field {...at('applicant.lastName')} label={names.lastName} autocomplete={isByProxy ? 'off' : 'family-name'} />
    <Field {...at('applicant.firstName')} label={names.firstName} autocomplete={isByProxy ? 'off' : 'given-name'} />
    <Field
      {...at('applicant.patronymic')}
      label={names.patronymic}
      hint={names.patronymicHint}
      autocomplete={isByProxy ? 'off' : 'additional-name'}
      optional={common.optional}
    />
    <TextArea
      {...at('applicant.residence')}
      label={names.residence}
      hint={names.residenceHint}
      autocomplete={isByProxy ? 'off' : 'street-address'}
      rows={2}
    />
  </FieldGroup>
);

/** How to reach the person; any one way is enough (art. 5(7)). */
const Contact = ({ at, texts, names }: YouFieldsProps): JSX.Element => (
  <FieldGroup name="contact" label={texts.contact} hint={names.contactHint} error={at('contact').error}>
    <Field
      {...at('contact.phone')}
      label={names.phone}
      hint={names.phoneHint}
      type="tel"
      inputMode="tel"
      autocomplete="tel"
      width="half"
      optional=""
    />
    <Field
      {...at('contact.email')}
      label={names.email}
      type="email"
      inputMode="email"
      autocomplete="email"
      optional=""
    />
    <Field
      {...at('contact.landline')}
      label={names.landline}
      type="tel"
      inputMode="tel"
      autocomplete="home tel"
      width="half"
      optional=""
    />
    <TextArea {...at('contact.postal')} label={names.postal} autocomplete="street-address" rows={2} optional="" />
  </FieldGroup>
);

/** The two things that need consent; handling is a duty and has no tick (Law 2297-VI, art. 11). */
const Wishes = ({ at, join, texts, names }: YouFieldsProps): JSX.Element => {
  const ticked = (name: string) => {
    const { value, ...rest } = at(name);
    return { ...rest, isChecked: value !== undefined };
  };
  return (
    <FieldGroup name="consents" label={texts.wishes} hint={texts.wishesHint}>
      <Checkbox {...ticked('consents.sms')} label={names.sms} hint={names.smsHint} />
      {!join && <Checkbox {...ticked('consents.publication')} label={names.publication} hint={names.publicationHint} />}
    </FieldGroup>
  );
};
const Helper = ({ at, texts, common }: YouFieldsProps): JSX.Element => {
  const phone = at('helperPhone');
  return (
    <details open={Boolean(phone.value ?? phone.error)}>
      <summary>{texts.helped}</summary>
      <Field
        {...phone}
        label={texts.helperPhone}
        hint={texts.helpedWhy}
        type="tel"
        inputMode="tel"
        autocomplete="off"
        width="half"
        optional={common.optional}
      />
    </details>
  );
};
/** The notice that the law owes at collection (Law 2297-VI, art. 12). */
const Notice = ({ lang, names, common }: YouFieldsProps): JSX.Element => {
  const [before, after] = fill(names.notice, { controller: common.controller }).split('{link}');
  return (
    <p class="notice">
      {before}
      <a href={addressIn(lang, '/privacy')}>{names.noticeLink}</a>
      {after}
    </p>
  );
};

/** Who appeals, how to reach them and how to answer. */
export const YouFields = (props: YouFieldsProps): JSX.Element => {
  const { at, join, names, texts } = props;
  const replyBy = at('replyBy');
  return (
    <>
      {join && (
        <>
          {/* The first button of a form is the one that Enter presses: it must be the one that goes on. */}
          <button type="submit" hidden />
          <input type="hidden" name="ui.join" value={join} />
          <p>
            <SubmitButton kind="quiet" name="do" value="own">
              {texts.own}
            </SubmitButton>
          </p>
        </>
      )}
      <Person {...props} />
      <Contact {...props} />
      {!join && <Helper {...props} />}
      <FieldGroup name="reply" label={texts.reply}>
        <RadioGroup
          {...replyBy}
          label={names.replyBy}
          value={replyBy.value ?? 'page'}
          choices={REPLY_WAYS.map((way) => ({
            value: way,
            label: names.replyWays[way],
            ...(way === 'page' && { hint: names.replyPageHint }),
          }))}
        />
      </FieldGroup>
      <Wishes {...props} />
      <Notice {...props} />
    </>
  );
};
