import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { upload } from '#client/platform/upload.ts';
import { addSignedFile, type KeptSignedFile } from '#shared/contract/signature.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { troubleOf } from '../form/trouble.ts';
import { keptWords } from './kept-words.ts';

/** Where the signed file of one answer is added: it is sent and checked as soon as it is chosen. */
export const SignedFileField = ({
  caseId,
  name,
  label,
  hint,
  accept,
  error,
  kept,
}: {
  caseId: string;
  name: string;
  label: string;
  hint?: string;
  accept: string;
  /** What the server found wrong with the answer's signature itself. */
  error?: string | undefined;
  /** Hears of a file that was kept, and of null when another is tried. */
  kept: (file: KeptSignedFile | null) => void;
}): JSX.Element => {
  const { withSession, words } = useDesk();
  const { signing: texts } = words;
  const [said, say] = useState<{ words: string; isWrong: boolean } | null>(null);
  const [isSending, setSending] = useState(false);
  const wrong = said?.isWrong ? said.words : !said && error;

  const send = async (file: File): Promise<void> => {
    setSending(true);
    say({ words: fill(texts.form.sending, { name: file.name }), isWrong: false });
    kept(null);
    try {
      const found = await withSession(
        () => upload(addSignedFile, { params: { id: caseId }, file }, () => undefined).answer,
      );
      say({ words: fill(texts.form.added, { name: file.name, found: keptWords(found, texts) }), isWrong: false });
      kept(found);
    } catch (cause) {
      const trouble = troubleOf(cause, words.desk.trouble.offline);
      say({ words: trouble.fields.file ?? trouble.message, isWrong: true });
    }
    setSending(false);
  };
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="error" id={`${name}-error`} role="alert">
          {wrong}
        </p>
      )}
      <input
        type="file"
        id={name}
        accept={accept}
        aria-describedby={[hint && `${name}-hint`, wrong && `${name}-error`].filter(Boolean).join(' ') || undefined}
        aria-invalid={wrong ? 'true' : undefined}
        aria-busy={isSending}
        onInput={(event) => event.stopPropagation()}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file && !isSending) void send(file);
        }}
      />
      <p class="said" role="status">
        {said && !said.isWrong && said.words}
      </p>
    </div>
  );
};
