import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { APPEAL_KINDS, REPLY_WAYS, STAFF_CHANNELS } from '#shared/domain/appeal.ts';
import { useDesk } from '../desk-context.ts';
import { categoryGroups } from './category-groups.ts';
import { EarlierReceipt } from './earlier-receipt.tsx';
import { type IntakeValues, of } from './intake-values.ts';

/** By what way it came, what it is about and where. */
export const Matter = (all: IntakeValues): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { desk, intake, appealForm: texts, cases } = words;
  return (
    <section class="form-part">
      <h3>{texts.sections.matter}</h3>
      <div class="row">
        <RadioGroup
          {...of('channel', all)}
          label={intake.channel}
          choices={STAFF_CHANNELS.map((value) => ({ value, label: intake.channels[value] }))}
        />
        <RadioGroup
          {...of('kind', all)}
          label={desk.card.kind}
          choices={APPEAL_KINDS.map((value) => ({ value, label: cases.kinds[value] }))}
        />
      </div>
      <EarlierReceipt {...all} />
      <Select
        {...of('categoryCode', all)}
        label={texts.category}
        prompt={texts.categoryPrompt}
        groups={categoryGroups(catalogue.categories, lang)}
      />
      <TextArea {...of('text', all)} label={intake.text} rows={7} />
      {all.values.kind === 'complaint' && <Contested {...all} />}
      <h3>{texts.sections.place}</h3>
      <p class="hint">{intake.placeHint}</p>
      <div class="row">
        <Field {...of('place.address', all)} label={texts.address} optional="" />
        <Field {...of('place.description', all)} label={texts.placeDescription} optional="" />
      </div>
    </section>
  );
};
const Contested = (all: IntakeValues): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { appealForm: texts, common } = words;
  const options = catalogue.departments.map((department) => ({ value: department.id, label: department[lang] }));
  return (
    <>
      <TextArea {...of('contested.decision', all)} label={texts.decision} rows={3} />
      <Select
        {...of('contested.departmentId', all)}
        label={texts.contestedDepartment}
        prompt={texts.contestedDepartmentPrompt}
        groups={[{ options }]}
        optional={common.optional}
      />
      <div class="row">
        <Field {...of('contested.decidedOn', all)} label={texts.decidedOn} type="date" optional={common.optional} />
        <Field {...of('contested.learnedOn', all)} label={texts.learnedOn} type="date" optional={common.optional} />
      </div>
    </>
  );
};

/** Who appeals. */
export const Person = (all: IntakeValues): JSX.Element => {
  const { intake, appealForm: texts } = useDesk().words;
  return (
    <section class="form-part">
      <h3>{texts.sections.person}</h3>
      <div class="row three">
        <Field {...of('applicant.lastName', all)} label={texts.lastName} autocomplete="off" />
        <Field {...of('applicant.firstName', all)} label={texts.firstName} autocomplete="off" />
        <Field
          {...of('applicant.patronymic', all)}
          label={texts.patronymic}
          autocomplete="off"
          optional={intake.ifAny}
        />
      </div>
      <Field {...of('applicant.residence', all)} label={texts.residence} autocomplete="off" />
    </section>
  );
};

/** How to reach them, how they wish to be answered, and what they agreed to. */
export const Contacts = (all: IntakeValues): JSX.Element => {
  const { intake, appealForm: texts } = useDesk().words;
  const isTicked = (name: string) => all.values[name] === 'true';
  const contact = {
    name: 'contact',
    error: all.errors.contact,
  };
  return (
    <section class="form-part" id={contact.name} tabIndex={-1}>
      <h3>{intake.contact}</h3>
      <p class={contact.error ? 'error' : 'hint'}>{contact.error ?? intake.contactHint}</p>
      <div class="row">
        <Field {...of('contact.phone', all)} label={texts.phone} type="tel" autocomplete="off" optional="" />
        <Field {...of('contact.landline', all)} label={texts.landline} type="tel" autocomplete="off" optional="" />
      </div>
      <div class="row">
        <Field {...of('contact.email', all)} label={texts.email} type="email" autocomplete="off" optional="" />
        <Field {...of('contact.postal', all)} label={texts.postal} autocomplete="off" optional="" />
      </div>
      <Checkbox
        name="consents.sms"
        label={intake.sms}
        isChecked={isTicked('consents.sms')}
        error={all.errors['consents.sms']}
      />
      <RadioGroup
        {...of('replyBy', all)}
        label={texts.replyBy}
        choices={REPLY_WAYS.map((value) => ({ value, label: intake.replyWays[value] }))}
      />
      <Checkbox
        name="consents.publication"
        label={intake.publication}
        isChecked={isTicked('consents.publication')}
        error={all.errors['consents.publication']}
      />
    </section>
  );
};
