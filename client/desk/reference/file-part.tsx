import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FileTrial } from '#shared/contract/reference.ts';
import type { ReferenceKind } from '#shared/domain/reference.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { DatesMoveTable } from './dates-move.tsx';
import { columnName } from './row-fields.tsx';
import type { Reference } from './use-reference.ts';

const Faults = ({ faults, faultCount }: FileTrial): JSX.Element => {
  const { lang, words } = useDesk();
  const { reference } = words;
  const { csv: texts } = reference;
  return (
    <>
      <p class="error" role="alert">
        {plural(lang, faultCount, texts.faults)}
      </p>
      <table class="switches">
        <caption class="unseen">{texts.what}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.row}</th>
            <th scope="col">{texts.column}</th>
            <th scope="col">{texts.what}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, code }) => (
            <tr key={`${row} ${column} ${code}`}>
              <th scope="row">{row}</th>
              <td>{column ? `${columnName(reference, column)} (${column})` : texts.whole}</td>
              <td>{texts.codes[code]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
/** CSV out and in: a file is read and its faults are told before anything is changed. */
export const FilePart = ({
  kind,
  reference,
  done,
}: {
  kind: ReferenceKind;
  reference: Reference;
  done: (said: string) => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { csv: texts } = words.reference;
  const { isSending } = reference;
  const [file, setFile] = useState<File | null>(null);
  const [trial, setTrial] = useState<FileTrial | null>(null);
  const [isMissing, setMissing] = useState(false);
  const check = async (): Promise<void> => {
    setMissing(!file);
    setTrial(file && (await reference.tryFile(file)));
  };
  const take = async (): Promise<void> => {
    const taken = file && trial && (await reference.importFile(file, trial.hash));
    if (!taken) return;
    setTrial(null);
    done(fill(texts.done, { added: taken.added, changed: taken.changed }));
  };
  return (
    <section class="reference-file" aria-labelledby="reference-file-title">
      <h3 id="reference-file-title">{texts.title}</h3>
      <p class="hint">{texts.lead}</p>
      <p>
        <a class="button secondary" href={`/api/v1/reference/${kind}.csv`} download>
          {texts.out}
        </a>
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <div class="field">
          <label for="reference-file">{texts.choose}</label>
          {isMissing && (
            <p class="error" id="reference-file-error">
              {texts.noFile}
            </p>
          )}
          <input
            id="reference-file"
            type="file"
            accept=".csv,text/csv"
            aria-invalid={isMissing ? 'true' : undefined}
            aria-describedby={isMissing ? 'reference-file-error' : undefined}
            onChange={({ currentTarget }) => {
              setFile(currentTarget.files?.[0] ?? null);
              setTrial(null);
            }}
          />
        </div>
        <p class="actions">
          <button type="submit" class="button secondary" aria-busy={isSending}>
            {isSending && !trial ? texts.checking : texts.check}
          </button>
        </p>
      </form>
      {trial && (
        <div class="trial">
          <p role="status">{fill(texts.result, { rows: trial.rows, added: trial.added, changed: trial.changed })}</p>
          {trial.faultCount > 0 && <Faults {...trial} />}
          {trial.moves && <DatesMoveTable moves={trial.moves} />}
          {trial.faultCount === 0 && (
            <p class="actions">
              <button type="button" class="button primary" aria-busy={isSending} onClick={() => void take()}>
                {isSending ? texts.taking : texts.take}
              </button>
            </p>
          )}
        </div>
      )}
    </section>
  );
};
