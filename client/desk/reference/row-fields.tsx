import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import {
  REFERENCE_COLUMNS,
  type ReferenceColumn,
  type ReferenceKind,
  type ReferenceRow,
} from '#shared/domain/reference.ts';
import { useDesk } from '../desk-context.ts';
import type { DeskWords } from '../words.ts';

type Texts = DeskWords['reference'];
/** What a column is called. */
export const columnName = (texts: Texts, name: string): string => texts.columns[name as keyof Texts['columns']] ?? name;
/** What a cell says, where it is one of a few known words. */
export const choiceName = (texts: Texts, cell: string): string => texts.choices[cell as keyof Texts['choices']] ?? cell;
/** The columns of a kind that a person fills in: ids are given by the server. */
const typedColumns = (kind: ReferenceKind): readonly ReferenceColumn[] =>
  REFERENCE_COLUMNS[kind].filter(({ name }) => name !== 'id');

/** A field for each column of a row. */
export const RowFields = ({
  kind,
  row,
  errors,
}: {
  kind: ReferenceKind;
  row: ReferenceRow;
  errors: Readonly<Record<string, string>>;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { reference: texts } = words;
  const units = catalogue.departments.map((unit) => ({ value: unit.id, label: unit[lang] }));
  return (
    <>
      {typedColumns(kind).map(({ name, type, isNeeded, choices, max = 0 }) => {
        const hint = texts.hints[name as keyof Texts['hints']];
        const shared = {
          name,
          label: columnName(texts, name),
          hint,
          value: row[name] ?? '',
          error: errors[name],
          ...(!isNeeded && { optional: words.common.optional }),
        };
        const among = type === 'yes' ? ['yes', 'no'] : choices;
        const options = type === 'id' ? units : among?.map((value) => ({ value, label: choiceName(texts, value) }));
        if (options) return <Select key={name} {...shared} prompt={texts.none} groups={[{ options }]} />;
        if (max > 300) return <TextArea key={name} {...shared} rows={2} />;
        return <Field key={name} {...shared} type={type === 'date' ? 'date' : 'text'} autocomplete="off" />;
      })}
    </>
  );
};
/** The cells of a row as the form has them, with those that it does not show. */
export const readRow = (form: HTMLFormElement, before: ReferenceRow): ReferenceRow => ({
  ...before,
  ...Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
});
