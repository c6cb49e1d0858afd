import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { DeskFilesTexts } from '#shared/texts/uk/desk-files.ts';

const KIB = 1 << 10;
const MIB = 1 << 20;
/** The size of a file for people: megabytes to one place, or whole kilobytes, one at the least. */
export function sizeWords(lang: Lang, bytes: number, { megabytes, kilobytes }: DeskFilesTexts['size']): string {
  const locale = lang === 'uk' ? 'uk' : 'en-GB';
  if (bytes < MIB) return fill(kilobytes, { size: Math.max(1, Math.round(bytes / KIB)) });
  return fill(megabytes, { size: (bytes / MIB).toLocaleString(locale, { maximumFractionDigits: 1 }) });
}
/** What the place for files lets people choose; a phone then turns HEIC into JPEG by itself. */
export const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/avif,image/gif,.pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document';
