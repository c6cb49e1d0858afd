import type { Lang } from '#shared/texts/plural.ts';

/** Kopiykas as hryvnias, without the word: `0,60`. */
export const hryvnias = (lang: Lang, kopiykas: number): string =>
  (kopiykas / 100).toLocaleString(lang, { minimumFractionDigits: 2 });
