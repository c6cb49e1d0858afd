import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { FIELD_ROWS, type FieldSpec, PLAIN_FIELDS, type PlainInput } from './move-specs.ts';

/** The fields of an input that is plainly asked for, one under the other. */
export const PlainFields = ({
  input,
  values,
  errors,
}: {
  input: PlainInput;
  values: Values;
  errors: Readonly<Record<string, string>>;
}): JSX.Element => (
  <>
    {PLAIN_FIELDS[input].map((spec) => (
      <PlainField key={spec.path} spec={spec} values={values} errors={errors} />
    ))}
  </>
);

const PlainField = ({
  spec: { path, kind },
  values,
  errors,
}: {
  spec: FieldSpec;
  values: Values;
  errors: Readonly<Record<string, string>>;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { labels, hints, choices } = words.moveFields;
  const hint = (hints as Readonly<Record<string, string>>)[path];
  const field = { name: path, label: labels[path], value: values[path], error: errors[path], ...(hint && { hint }) };
  if (kind === 'words') return <TextArea {...field} rows={FIELD_ROWS[path]} />;
  if (kind === 'date') return <Field {...field} type="date" width="half" />;
  if (kind === 'line') return <Field {...field} />;
  if (kind === 'choice') {
    const known = (choices as Readonly<Record<string, Readonly<Record<string, string>>>>)[path] ?? {};
    return <RadioGroup {...field} choices={Object.entries(known).map(([value, label]) => ({ value, label }))} />;
  }
  const options =
    kind === 'category'
      ? catalogue.categories.map((category) => ({ value: category.code, label: category[lang] }))
      : Object.entries(words.questionGroups).map(([value, label]) => ({ value, label: `${value}. ${label}` }));
  return <Select {...field} prompt={words.moveFields.prompt} groups={[{ options }]} />;
};
