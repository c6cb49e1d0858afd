import type { JSX } from 'preact';
import { MOST_SIGNED_AT_ONCE } from '#shared/domain/signature.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { SCANS, SIGNATURES } from './kept-words.ts';
import type { Signing } from './use-signing.ts';

/** Signs several answers in one go: their letters as one file, then the signed files, each of which finds its own letter. */
export const AtOnce = ({
  chosen,
  all,
  chooseAll,
  signing,
}: {
  chosen: readonly string[];
  all: number;
  chooseAll: (isChosen: boolean) => void;
  signing: Signing;
}): JSX.Element => {
  const { steps } = useDesk().words.signing;
  const { files, ready, round, isBusy, hasTooMany } = signing;
  const query = new URLSearchParams(chosen.map((id) => ['case', id])).toString();
  return (
    <section class="at-once" aria-labelledby="at-once">
      <h3 id="at-once">{steps.title}</h3>
      <p class="actions">
        <span>{fill(steps.chosen, { n: chosen.length, all: Math.min(all, MOST_SIGNED_AT_ONCE) })}</span>
        <button type="button" class="button secondary" onClick={() => chooseAll(chosen.length === 0)}>
          {chosen.length === 0 ? steps.all : steps.none}
        </button>
        {chosen.length > 0 && (
          <a class="button secondary" href={`/api/v1/signature-folder/letters.zip?${query}`} download>
            {steps.letters}
          </a>
        )}
      </p>
      <div class="field">
        <label for="signed-files">{steps.files}</label>
        <p class="hint" id="signed-files-hint">
          {steps.filesHint}
        </p>
        <input
          type="file"
          id="signed-files"
          multiple
          accept={`${SIGNATURES},${SCANS}`}
          aria-describedby="signed-files-hint"
          aria-busy={isBusy}
          onChange={({ currentTarget }) => {
            signing.add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      {hasTooMany && (
        <p class="error" role="alert">
          {steps.tooMany}
        </p>
      )}
      {files.length > 0 && (
        <ul class="added" aria-label={steps.results} aria-live="polite">
          {files.map(({ key, words, state }) => (
            <li key={key} class={state === 'refused' ? 'error' : state}>
              {words}
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <button type="button" class="button primary" aria-busy={isBusy} disabled={ready === 0} onClick={signing.sign}>
          {isBusy ? steps.signing : fill(steps.sign, { n: ready })}
        </button>
        {ready === 0 && <span class="hint">{steps.signNone}</span>}
      </p>
      <p class="said" role="status">
        {round && fill(steps.done, { n: round.signed, failed: round.failed })}
      </p>
    </section>
  );
};
