import type { WrongField } from '#client/views/forms/error-summary.tsx';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';

/** A form of petitions: what was typed, what is wrong with it, and the words of both. */
export interface PetitionForm {
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  /** Of the fields, by their names. */
  labels: Readonly<Record<string, string>>;
  /** Shorter ones for the summary on top, where a label is a whole sentence. */
  short?: Readonly<Record<string, string>>;
  problems: Readonly<Record<FieldCode, string>>;
  /** Words that are said of some fields in the place of the usual ones. */
  own?: Readonly<Record<string, string>>;
}
const saidOf = ({ problems, own }: PetitionForm, { path, code }: FieldError): string => own?.[path] ?? problems[code];
/** What one field of the form is given: its name, label, value and error. */
export function fieldOf(form: PetitionForm, name: string) {
  const error = form.errors.find(({ path }) => path === name);
  return {
    name,
    label: form.labels[name] ?? name,
    value: form.values[name],
    error: error && saidOf(form, error),
  };
}
/** A tick of the form. */
export function tickOf(form: PetitionForm, name: string) {
  const { value, ...field } = fieldOf(form, name);
  return { ...field, isChecked: value === 'true' };
}
/** Everything wrong with the form, for the summary on top of it. */
export const wrongIn = (form: PetitionForm): WrongField[] =>
  form.errors.map((error) => ({
    path: error.path,
    label: form.short?.[error.path] ?? form.labels[error.path] ?? error.path,
    message: saidOf(form, error),
  }));
