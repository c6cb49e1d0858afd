import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import type { PetitionWords } from './petition-words.ts';

/** Which page of how many, and the addresses of the pages beside it. */
export interface Turns {
  page: number;
  pages: number;
  addressOf: (page: number) => string;
}
/** The ways to the pages beside this one; nothing where there is but one. */
export const PageTurns = ({ page, pages, addressOf, lang, texts }: Turns & PetitionWords): JSX.Element | null =>
  pages <= 1 ? null : (
    <nav class="turns" aria-label={texts.pages}>
      {page > 1 && (
        <a class="button" href={addressOf(page - 1)} rel="prev">
          {texts.previous}
        </a>
      )}
      {page < pages && (
        <a class="button" href={addressOf(page + 1)} rel="next">
          {texts.next}
        </a>
      )}
      <span class="hint">{fill(texts.page, { page: spacedCount(lang, page), pages: spacedCount(lang, pages) })}</span>
    </nav>
  );
