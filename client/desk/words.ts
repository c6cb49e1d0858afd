import type { Lang } from '#shared/texts/plural.ts';
import type { DeskWords } from './words.uk.ts';

export type { DeskWords } from './words.uk.ts';
/** The words of the desk in one language; the other one is not fetched. */
export const wordsIn = async (lang: Lang): Promise<DeskWords> =>
  lang === 'uk' ? (await import('./words.uk.ts')).words : (await import('./words.en.ts')).words;
