import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AttachedFile } from '#shared/contract/attachments.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { sizeWords } from './file-words.ts';

/** What can be done to the files of a case by whoever looks at them. */
export interface FileDeeds {
  /** Opens a photo, to look at it or to black out parts of it. */
  open: (file: AttachedFile, how: 'look' | 'redact') => void;
  mayRedact: boolean;
  mayRemove: (file: AttachedFile) => boolean;
  remove: (file: AttachedFile) => void;
  /** Everybody sees its copy now. */
  isShown: (file: AttachedFile) => boolean;
}

/** Removing, asked about once more in the same place, with the focus on whatever stands there. */
const Remove = ({ file, remove }: { file: AttachedFile; remove: FileDeeds['remove'] }): JSX.Element => {
  const { files: texts } = useDesk().words;
  const [asked, ask] = useState<boolean | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (asked !== null) first.current?.focus();
  }, [asked]);
  return asked ? (
    <>
      <button ref={first} type="button" class="link sure" onClick={() => remove(file)}>
        {texts.removeSure}
      </button>{' '}
      <button type="button" class="link" onClick={() => ask(false)}>
        {texts.keep}
      </button>
    </>
  ) : (
    <button
      ref={first}
      type="button"
      class="link"
      onClick={() => ask(true)}
      aria-label={fill(texts.removeThis, { name: file.name })}
    >
      {texts.remove}
    </button>
  );
};

/** A photo of a case as staff see it, what of it is ready for all, and what can be done to it. `n` is its number among the photos of the case. */
const PhotoTile = ({ file, n, deeds }: { file: AttachedFile; n: number; deeds: FileDeeds }): JSX.Element => {
  const { files: texts } = useDesk().words;
  const state = deeds.isShown(file) ? 'shown' : file.publicUrl ? 'made' : 'none';
  return (
    <li class="tile">
      <button type="button" class="tile-open" onClick={() => deeds.open(file, 'look')}>
        <img src={file.thumbUrl ?? file.url} alt={fill(texts.open, { n })} loading="lazy" />
      </button>
      <p class={`copy ${state}`}>
        {fill(texts.photo, { n })}: {texts.copy[state]}
      </p>
      <p>
        {deeds.mayRedact && (
          <button
            type="button"
            class="link"
            onClick={() => deeds.open(file, 'redact')}
            aria-label={fill(texts.redactThis, { n })}
          >
            {texts.redact}
          </button>
        )}{' '}
        {deeds.mayRemove(file) && <Remove file={file} remove={deeds.remove} />}
      </p>
    </li>
  );
};

/** A document of a case: a link that saves it. */
const DocumentLine = ({ file, deeds }: { file: AttachedFile; deeds: FileDeeds }): JSX.Element => {
  const { lang, words } = useDesk();
  return (
    <li>
      <a href={file.url} download>
        {file.name}
      </a>{' '}
      <span class="muted">{sizeWords(lang, file.bytes, words.files.size)}</span>{' '}
      {deeds.mayRemove(file) && <Remove file={file} remove={deeds.remove} />}
    </li>
  );
};

/** Photos in a row, documents under them. `numbers` tells the photos of the whole case apart. */
export const FileTiles = ({
  files,
  numbers,
  deeds,
}: {
  files: readonly AttachedFile[];
  numbers: ReadonlyMap<string, number>;
  deeds: FileDeeds;
}): JSX.Element => {
  const photos = files.filter(({ kind }) => kind === 'photo');
  const documents = files.filter(({ kind }) => kind === 'document');
  return (
    <>
      {photos.length > 0 && (
        <ul class="tiles">
          {photos.map((file) => (
            <PhotoTile key={file.id} file={file} n={numbers.get(file.id) ?? 0} deeds={deeds} />
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul class="documents">
          {documents.map((file) => (
            <DocumentLine key={file.id} file={file} deeds={deeds} />
          ))}
        </ul>
      )}
    </>
  );
};
