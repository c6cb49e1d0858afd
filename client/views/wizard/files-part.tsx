import type { JSX } from 'preact';
import { describedBy, fieldId } from '#client/views/forms/parts.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { Island } from '#client/views/island.tsx';
import type { AttachmentKind } from '#shared/domain/attachments.ts';
import { LARGEST_FILE } from '#shared/domain/attachments.ts';
import type { WizardDetailsTexts } from '#shared/texts/uk/wizard-details.ts';
import { AttachedFiles, type AttachedFilesProps, FILE_FIELDS, type RefusedFiles } from './attached-files.tsx';

/** The files of a draft; `action` is where an island sends one file at a time. */
export interface FilesPartProps extends Pick<AttachedFilesProps, 'files'> {
  refused: Readonly<Record<AttachmentKind, readonly RefusedFiles[]>>;
  action: string;
  texts: WizardDetailsTexts;
  /** Said of a file that is larger than any of its kind may be, before it is sent. */
  tooLarge: string;
}
/** What the browser offers to choose from; the server looks at the bytes alone. */
const ACCEPT = {
  photo: 'image/*',
  document: '.pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

const FilesOfKind = ({ kind, part }: { kind: AttachmentKind; part: FilesPartProps }): JSX.Element => {
  const { files, refused, texts } = part;
  const name = FILE_FIELDS[kind];
  const isWrong = refused[kind].length > 0;
  const label = kind === 'photo' ? texts.files.photos : texts.files.documents;
  const hint = kind === 'photo' ? texts.files.photosHint : texts.files.documentsHint;
  return (
    <div class={isWrong ? 'field wrong' : 'field'}>
      <label for={fieldId(name)}>{label}</label>
      <p class="hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
      <input
        type="file"
        id={fieldId(name)}
        name={name}
        accept={ACCEPT[kind]}
        multiple
        aria-describedby={describedBy({ name, label, hint, error: isWrong ? label : undefined })}
        aria-invalid={isWrong ? 'true' : undefined}
        data-largest={LARGEST_FILE[kind]}
      />
      <AttachedFiles kind={kind} files={files} refused={refused[kind]} texts={texts.files} />
    </div>
  );
};
/** Photos and documents. Files travel with the form; where scripts run they are sent as soon as they are chosen. */
export const FilesPart = (part: FilesPartProps): JSX.Element => {
  const { action, texts, tooLarge } = part;
  return (
    <fieldset class="group">
      <legend>
        <h2>{texts.files.title}</h2>
      </legend>
      <Island name="file-sender" props={{ action, tooLarge, words: texts.sending }}>
        <FilesOfKind kind="photo" part={part} />
        <FilesOfKind kind="document" part={part} />
        <p data-without-scripts>
          <SubmitButton kind="secondary" name="do" value="add-files">
            {texts.files.add}
          </SubmitButton>
          <span class="hint"> {texts.files.addHint}</span>
        </p>
      </Island>
    </fieldset>
  );
};
