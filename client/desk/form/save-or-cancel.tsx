import type { JSX } from 'preact';

/** The two buttons at the end of a form; in a panel the way out is `quiet`. */
export const SaveOrCancel = ({
  isSending,
  texts,
  closed,
  out = 'secondary',
}: {
  isSending: boolean;
  texts: Readonly<Record<'save' | 'saving' | 'cancel', string>>;
  closed: () => void;
  out?: 'secondary' | 'quiet';
}): JSX.Element => (
  <p class="actions">
    <button type="submit" class="button primary" aria-busy={isSending}>
      {isSending ? texts.saving : texts.save}
    </button>
    <button type="button" class={`button ${out}`} onClick={closed}>
      {texts.cancel}
    </button>
  </p>
);
