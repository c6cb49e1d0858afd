import type { JSX } from 'preact';

/** The two buttons at the end of a form. */
export const SaveOrCancel = ({
  isSending,
  texts,
  closed,
}: {
  isSending: boolean;
  texts: Readonly<Record<'save' | 'saving' | 'cancel', string>>;
  closed: () => void;
}): JSX.Element => (
  <p class="actions">
    <button type="submit" class="button primary" aria-busy={isSending}>
      {isSending ? texts.saving : texts.save}
    </button>
    <button type="button" class="button secondary" onClick={closed}>
      {texts.cancel}
    </button>
  </p>
);
