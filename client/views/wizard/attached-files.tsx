import type { JSX } from 'preact';
import { fieldId } from '#client/views/forms/parts.tsx';
import type { AttachedFile } from '#shared/contract/attachments.ts';
import type { AttachmentKind } from '#shared/domain/attachments.ts';
import { fill } from '#shared/texts/fill.ts';
import type { WizardDetailsTexts } from '#shared/texts/uk/wizard-details.ts';

/** A file as its sender sees it in a list. */
export type FileShown = Pick<AttachedFile, 'id' | 'kind' | 'name' | 'bytes' | 'thumbUrl'>;
/** Files that were not taken, and why, in words. */
export interface RefusedFiles {
  names: readonly string[];
  why: string;
}
/** The files of one kind that lie with the draft, and those that were just refused. */
export interface AttachedFilesProps {
  kind: AttachmentKind;
  files: readonly FileShown[];
  refused: readonly RefusedFiles[];
  texts: WizardDetailsTexts['files'];
}
/** The field of the form that brings each kind. */
export const FILE_FIELDS = { photo: 'photos', document: 'documents' } as const satisfies Record<AttachmentKind, string>;

const MB = 1_000_000;
const KB = 1_000;
const sizeOf = (bytes: number, { megabytes, kilobytes }: AttachedFilesProps['texts']): string =>
  bytes < MB
    ? fill(kilobytes, { size: Math.max(1, Math.round(bytes / KB)) })
    : fill(megabytes, { size: Math.round(bytes / MB) });

const FileLine = ({ file, texts }: { file: FileShown; texts: AttachedFilesProps['texts'] }): JSX.Element => (
  <li class="file">
    {file.thumbUrl && <img src={file.thumbUrl} alt="" width={72} height={72} />}
    <span>
      {file.name} <span class="hint">{sizeOf(file.bytes, texts)}</span>
    </span>
    <button
      type="submit"
      class="button quiet"
      name="do"
      value={`remove.${file.id}`}
      aria-label={fill(texts.removeThis, { name: file.name })}
    >
      {texts.remove}
    </button>
  </li>
);
/** Redrawn by the island after each upload and removal, as the server words it. */
export const AttachedFiles = ({ kind, files, refused, texts }: AttachedFilesProps): JSX.Element => {
  const shown = files.filter((file) => file.kind === kind);
  const field = FILE_FIELDS[kind];
  return (
    <div id={`kept-${field}`}>
      {refused.length > 0 && (
        <ul class="error refused" id={`${fieldId(field)}-error`}>
          {refused.map(({ names, why }) => (
            <li key={why} data-why={why}>
              {fill(texts.refused, { names: names.join(', '), why })}
            </li>
          ))}
        </ul>
      )}
      {shown.length > 0 && (
        <ul class="files" aria-label={kind === 'photo' ? texts.keptPhotos : texts.keptDocuments}>
          {shown.map((file) => (
            <FileLine key={file.id} file={file} texts={texts} />
          ))}
        </ul>
      )}
    </div>
  );
};
