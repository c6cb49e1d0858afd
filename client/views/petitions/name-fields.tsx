import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { fieldOf, type PetitionForm } from './form-words.ts';

/** Surname, name and patronymic, as the law has them shown. */
export const NameFields = ({ form, optional }: { form: PetitionForm; optional: string }): JSX.Element => (
  <>
    <Field {...fieldOf(form, 'lastName')} autocomplete="family-name" />
    <Field {...fieldOf(form, 'firstName')} autocomplete="given-name" />
    <Field {...fieldOf(form, 'patronymic')} autocomplete="additional-name" optional={optional} />
  </>
);
