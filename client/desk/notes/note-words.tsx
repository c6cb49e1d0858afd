import type { JSX } from 'preact';
import type { CaseNote } from '#shared/contract/notes.ts';

/** Cuts words where these parts of them stand; every second piece is one of the parts. */
export function piecesOf(text: string, parts: readonly string[]): string[] {
  if (parts.length === 0) return [text];
  const longestFirst = [...new Set(parts)].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(${pattern})`));
}
/** The words of a note, those that name somebody set off. */
export const NoteWords = ({ text, mentions }: { text: string; mentions: CaseNote['mentions'] }): JSX.Element => (
  <p class="words" lang="uk">
    {piecesOf(
      text,
      mentions.map(({ said }) => said),
    ).map((piece, i) =>
      i % 2 === 1 ? (
        <strong key={`${i} ${piece}`} class="mention">
          {piece}
        </strong>
      ) : (
        piece
      ),
    )}
  </p>
);
