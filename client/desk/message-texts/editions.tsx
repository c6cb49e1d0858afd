import type { JSX } from 'preact';
import type { MessageText, MessageTextEdition } from '#shared/contract/message-texts.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';

/** The editions of a text with who made each and when; `take` puts the words of an earlier one into the form. */
export const Editions = ({
  of: { version: inUse, editions },
  take,
}: {
  of: MessageText;
  take: (edition: MessageTextEdition) => void;
}): JSX.Element => {
  const { lang, words } = useDesk();
  const { messageTexts: texts } = words;
  const lineOf = ({ version, at, by }: MessageTextEdition): string =>
    at ? fill(texts.editionLine, { version, at: momentInFull(lang, at), who: by ?? texts.nobody }) : texts.builtInLine;
  return (
    <details class="fold sms-editions">
      <summary>{texts.editions}</summary>
      <ol>
        {editions.map((edition) => (
          <li key={edition.version}>
            <p>
              <strong>{lineOf(edition)}</strong>
              {edition.version === inUse && ` (${texts.inUse})`}
            </p>
            {edition.note && <p class="muted">{edition.note}</p>}
            <p lang="uk">{edition.text}</p>
            {edition.version !== inUse && (
              <button
                type="button"
                class="button secondary"
                aria-label={fill(texts.takeBackThis, { version: edition.version })}
                onClick={() => take(edition)}
              >
                {texts.takeBack}
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
};
