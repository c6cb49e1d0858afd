import type { JSX } from 'preact';

/** The button under lines that go on: it loads those that follow. */
export const More = ({
  isLoading,
  more,
  texts,
}: {
  isLoading: boolean;
  more: () => void;
  texts: Readonly<Record<'more' | 'loadingMore', string>>;
}): JSX.Element => (
  <p class="more">
    <button type="button" class="button secondary" aria-busy={isLoading} onClick={more}>
      {isLoading ? texts.loadingMore : texts.more}
    </button>
  </p>
);
