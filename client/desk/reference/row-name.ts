import type { ReferenceRow } from '#shared/domain/reference.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** What a row is called in lists and messages. */
export const rowName = (lang: Lang, row: ReferenceRow): string =>
  [row.date, row[lang] || row.uk || row.name].filter(Boolean).join(' · ');
