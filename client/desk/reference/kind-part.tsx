import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import type { DatesMove, DaysChange } from '#shared/contract/reference.ts';
import { REFERENCE_COLUMNS, type ReferenceKind, type ReferenceRow, rowKey } from '#shared/domain/reference.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Retry } from '../retry.tsx';
import { DatesMoveDialog } from './dates-move.tsx';
import { FilePart } from './file-part.tsx';
import { RowDialog } from './row-dialog.tsx';
import { choiceName, columnName } from './row-fields.tsx';
import { rowName } from './row-name.ts';
import { useReference } from './use-reference.ts';

/** Rows that a list shows at once. */
const MOST_SHOWN = 200;
/** Columns of the list: the form shows the rest. */
const MOST_COLUMNS = 5;
type Open = { form: ReferenceRow | null } | { moves: DatesMove; change: DaysChange } | null;
/** A calendar of decades opens at the days that still come. */
const firstFind = (kind: ReferenceKind, today: string): string => (kind === 'days' ? today.slice(0, 4) : '');

/** The list of one kind, with its form and its file. */
export const KindPart = ({ kind }: { kind: ReferenceKind }): JSX.Element => {
  const { lang, words, today } = useDesk();
  const { reference: texts } = words;
  const reference = useReference(kind);
  const { rows, trouble, load, refused } = reference;
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState('');
  const [find, setFind] = useState(firstFind(kind, today()));
  const columns = REFERENCE_COLUMNS[kind].filter(({ type }) => type !== 'id').slice(0, MOST_COLUMNS);
  const sought = find.trim().toLocaleLowerCase();
  const found = (rows ?? []).filter((row) =>
    Object.values(row).some((cell) => cell.toLocaleLowerCase().includes(sought)),
  );
  const show = (what: Open): void => {
    setDone('');
    reference.begin();
    setOpen(what);
  };
  const preview = async (change: DaysChange): Promise<void> => {
    setDone('');
    const moves = await reference.preview(change);
    if (moves) setOpen({ moves, change });
  };
  const send = async (of: ReferenceRow | null, row: ReferenceRow): Promise<void> => {
    if (kind === 'days') {
      const isMoved = of?.date && of.date !== row.date;
      return preview({ put: [row], remove: isMoved ? [of.date ?? ''] : [] });
    }
    if (!(await reference.save(row))) return;
    setOpen(null);
    setDone(fill(texts.done, { name: rowName(lang, row) }));
  };
  const confirm = async (change: DaysChange, digest: string): Promise<void> => {
    const moved = await reference.confirm(change, digest);
    if (moved === null) return;
    setOpen(null);
    setDone(plural(lang, moved, texts.preview.done));
  };
  return (
    <>
      <p class="said" role="status">
        {done}
      </p>
      {trouble && <Retry words={trouble.message} again={load} />}
      {!rows && !trouble && (
        <p class="quiet loading" role="status">
          {texts.loading}
        </p>
      )}
      {rows && (
        <>
          <div class="reference-head" onInput={({ target }) => setFind((target as HTMLInputElement).value)}>
            <Field name="reference-find" label={texts.find} type="search" value={find} width="half" />
            <span>{plural(lang, found.length, texts.count)}</span>
            {kind !== 'districts' && (
              <button type="button" class="button primary" onClick={() => show({ form: null })}>
                {texts.add}
              </button>
            )}
          </div>
          {refused && !open && (
            <p class="error" role="alert">
              {refused.message}
            </p>
          )}
          {found.length === 0 && <p class="empty">{texts.nothing}</p>}
          {found.length > MOST_SHOWN && <p class="hint">{fill(texts.firstOnly, { n: MOST_SHOWN })}</p>}
          {found.length > 0 && (
            <table class="switches">
              <caption class="unseen">{texts.kinds[kind]}</caption>
              <thead>
                <tr>
                  {columns.map(({ name }) => (
                    <th key={name} scope="col">
                      {columnName(texts, name)}
                    </th>
                  ))}
                  <th scope="col">{texts.deeds}</th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, MOST_SHOWN).map((row) => (
                  <tr key={rowKey(kind, row)}>
                    {columns.map(({ name, type }) => (
                      <td
                        key={name}
                        class={type === 'date' || type === 'code' || type === 'choice' ? 'whole' : undefined}
                      >
                        {type === 'choice' || type === 'yes' ? choiceName(texts, row[name] ?? '') : row[name]}
                      </td>
                    ))}
                    <td class="deeds">
                      <button
                        type="button"
                        class="link"
                        aria-label={fill(texts.changeThis, { name: rowName(lang, row) })}
                        onClick={() => show({ form: row })}
                      >
                        {texts.change}
                      </button>{' '}
                      {kind === 'days' && (
                        <button
                          type="button"
                          class="link"
                          aria-label={fill(texts.removeThis, { name: rowName(lang, row) })}
                          onClick={() => void preview({ put: [], remove: [row.date ?? ''] })}
                        >
                          {texts.remove}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <FilePart kind={kind} reference={reference} done={setDone} />
        </>
      )}
      {open && 'form' in open && (
        <RowDialog
          kind={kind}
          of={open.form}
          path={kind === 'days' ? 'put.0' : 'row'}
          reference={reference}
          sendWords={kind === 'days' ? texts.preview.see : texts.save}
          send={(row) => void send(open.form, row)}
          closed={() => setOpen(null)}
        />
      )}
      {open && 'moves' in open && (
        <DatesMoveDialog
          key={open.moves.digest}
          moves={open.moves}
          sending={reference}
          confirm={() => void confirm(open.change, open.moves.digest)}
          closed={() => setOpen(null)}
        />
      )}
    </>
  );
};
