import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReferenceKind, ReferenceRow } from '#shared/domain/reference.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { RowFields, readRow } from './row-fields.tsx';
import { rowName } from './row-name.ts';
import type { Reference } from './use-reference.ts';

/** The errors of a row by its columns, of those of a whole request. */
const within = (path: string, fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, error]) =>
      name.startsWith(`${path}.`) ? [[name.slice(path.length + 1), error]] : [],
    ),
  );
/** The form of one row: a new one's, or of one that is there. `path` is where its errors lie. */
export const RowDialog = ({
  kind,
  of,
  path,
  reference: { isSending, refused },
  sendWords,
  send,
  closed,
}: {
  kind: ReferenceKind;
  of: ReferenceRow | null;
  path: string;
  reference: Reference;
  sendWords: string;
  send: (row: ReferenceRow) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words } = useDesk();
  const { reference: texts } = words;
  const [typed, setTyped] = useState<ReferenceRow>(of ?? {});
  return (
    <FormDialog
      title={
        of ? fill(texts.changeThis, { name: rowName(lang, of) }) : fill(texts.addTitle, { kind: texts.kinds[kind] })
      }
      closed={closed}
      sending={{ isSending, refused }}
      texts={{ ...texts, save: sendWords }}
      onInput={({ currentTarget }) => setTyped(readRow(currentTarget, of ?? {}))}
      send={(form) => send(readRow(form, of ?? {}))}
    >
      <RowFields kind={kind} row={typed} errors={within(path, refused?.fields ?? {})} />
    </FormDialog>
  );
};
