import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { CasePageTexts } from '#shared/texts/uk/case-page.ts';
import type { TypedWords } from './own-words.ts';

/** Answers what the city asked, in words, with photos or documents. */
export const ReplyPart = ({
  address,
  typed,
  texts,
}: {
  address: string;
  typed: TypedWords | undefined;
  texts: CasePageTexts;
}): JSX.Element => (
  <section class="callout ask" aria-labelledby="reply-title">
    <h2 id="reply-title">{texts.replyTitle}</h2>
    <form method="post" action={`${address}/reply`} encType="multipart/form-data" noValidate>
      <TextArea
        name="reply"
        label={texts.replyWords}
        hint={texts.replyHint}
        value={typed?.words}
        error={typed?.error}
        rows={4}
      />
      <div class="field">
        <label for="files">{texts.replyFiles}</label>
        <p id="files-hint" class="hint">
          {texts.replyFilesHint}
        </p>
        <input
          id="files"
          name="files"
          type="file"
          accept="image/*,application/pdf"
          multiple
          aria-describedby="files-hint"
        />
      </div>
      <SubmitButton>{texts.replySend}</SubmitButton>
    </form>
  </section>
);
