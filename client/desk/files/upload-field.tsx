import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { CaseCard } from '#shared/contract/register.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { ACCEPTED } from './file-words.ts';
import { type Sending, type Uploads, useUploads } from './use-uploads.ts';

const Row = ({ one, uploads }: { one: Sending; uploads: Uploads }): JSX.Element => {
  const { files: texts } = useDesk().words;
  const { key, file, part, trouble } = one;
  const { name } = file;
  const why = trouble && (trouble.fields.file ?? trouble.message);
  return (
    <li class={why ? 'upload wrong' : 'upload'}>
      {why ? (
        <p class="error" role="alert">
          {fill(texts.refused, { name, why })}
        </p>
      ) : (
        <>
          <p>{fill(part === null ? texts.waiting : texts.sending, { name })}</p>
          <progress value={part ?? 0} max={1} aria-label={fill(texts.sending, { name })} />
        </>
      )}
      {why && (
        <button type="button" class="link" onClick={() => uploads.retry(key)} aria-label={`${texts.retry}: ${name}`}>
          {texts.retry}
        </button>
      )}{' '}
      <button
        type="button"
        class="link"
        onClick={() => uploads.drop(key)}
        aria-label={`${why ? texts.dismiss : texts.cancel}: ${name}`}
      >
        {why ? texts.dismiss : texts.cancel}
      </button>
    </li>
  );
};

/** Where those who worked on a case add photos of what was done: each is sent as soon as it is chosen. */
export const UploadField = ({ caseId, kept }: { caseId: string; kept: (card: CaseCard) => void }): JSX.Element => {
  const { files: texts } = useDesk().words;
  const uploads = useUploads(caseId, kept);
  const input = useRef<HTMLInputElement>(null);
  const choose = (chosen: HTMLInputElement): void => {
    uploads.choose([...(chosen.files ?? [])]);
    chosen.value = '';
  };
  return (
    <div class="upload-field">
      <label for="add-file">{texts.add}</label>
      <p class="hint" id="add-file-hint">
        {texts.addHint}
      </p>
      <input
        ref={input}
        type="file"
        id="add-file"
        multiple
        accept={ACCEPTED}
        aria-describedby="add-file-hint"
        onChange={({ currentTarget }) => choose(currentTarget)}
      />
      <ul class="uploads">
        {uploads.sending.map((one) => (
          <Row key={one.key} one={one} uploads={uploads} />
        ))}
      </ul>
      <p class="said" role="status">
        {uploads.added !== null && fill(texts.added, { name: uploads.added })}
      </p>
    </div>
  );
};
