import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { fieldId } from '#client/views/forms/parts.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { AppealFormTexts } from '#shared/texts/uk/appeal-form.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { WizardDetailsTexts } from '#shared/texts/uk/wizard-details.ts';
import type { FieldAt } from './field-at.ts';

/** What a part of the step needs: its fields, and the words. */
export interface PartProps {
  at: FieldAt;
  texts: WizardDetailsTexts;
  /** What the fields of an appeal are called. */
  names: AppealFormTexts;
  common: CommonTexts;
}
/** How many may file together with the applicant, as `NewAppeal` has it. */
export const MOST_CO_APPLICANTS = 20;

const Person = ({ i, part: { at, texts, names, common } }: { i: number; part: PartProps }): JSX.Element => {
  const of = (field: string) => at(`coApplicants.${i}.${field}`);
  const n = i + 1;
  return (
    <fieldset class="person" id={fieldId(`coApplicants.${i}`)} tabIndex={-1}>
      <legend>
        <h3>{fill(texts.together.person, { n })}</h3>
      </legend>
      <Field {...of('lastName')} label={names.lastName} autocomplete="off" />
      <Field {...of('firstName')} label={names.firstName} autocomplete="off" />
      <Field {...of('patronymic')} label={names.patronymic} autocomplete="off" optional={common.optional} />
      <TextArea {...of('residence')} label={names.residence} autocomplete="off" rows={2} />
      <p class="hint">{texts.together.reach}</p>
      <Field
        {...of('phone')}
        label={names.phone}
        type="tel"
        inputMode="tel"
        autocomplete="off"
        width="half"
        optional={common.optional}
      />
      <Field
        {...of('email')}
        label={names.email}
        type="email"
        inputMode="email"
        autocomplete="off"
        optional={common.optional}
      />
      <button
        type="submit"
        class="button quiet"
        name="do"
        value={`leave.${i}`}
        aria-label={fill(texts.together.removeThis, { n })}
      >
        {texts.together.remove}
      </button>
    </fieldset>
  );
};
/** «Подаємо разом»: one block a person, added and removed by buttons that send the form, so nothing typed is lost. */
export const CoApplicants = (part: PartProps & { people: number; isOpen: boolean }): JSX.Element => {
  const { people, isOpen, texts } = part;
  return (
    <details open={isOpen} id="together">
      <summary>{texts.together.title}</summary>
      <p>{texts.together.why}</p>
      <input type="hidden" name="ui.people" value={people} />
      {Array.from({ length: people }, (_, i) => (
        <Person key={i} i={i} part={part} />
      ))}
      {people < MOST_CO_APPLICANTS ? (
        <SubmitButton kind="secondary" name="do" value="add-person">
          {people === 0 ? texts.together.add : texts.together.addMore}
        </SubmitButton>
      ) : (
        <p class="hint">{texts.together.enough}</p>
      )}
    </details>
  );
};
