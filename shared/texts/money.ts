import type { Lang } from './plural.ts';

const formats: Record<Lang, Intl.NumberFormat> = {
  uk: new Intl.NumberFormat('uk', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};
const units: Record<Lang, string> = { uk: 'грн', en: 'UAH' };
/** Groups of three stand apart by a thin no-break space in both languages. */
const GROUPS = { uk: /[\s\u00a0\u202f]/g, en: /,/g };
/** A sum in kopiykas in hryvnias: `32 000,50 грн`, with no-break spaces. */
export const hryvnias = (lang: Lang, kopiykas: number): string =>
  `${formats[lang].format(kopiykas / 100).replace(GROUPS[lang], '\u202f')}\u00a0${units[lang]}`;

const TYPED = /^(\d{1,12})(?:[.,](\d{1,2}))?$/;
/** What somebody typed in hryvnias (`32 000`, `32000,5`, `0.60`, also with `грн`), in kopiykas; NaN where it is no sum. */
export function kopiykasTyped(typed: string): number {
  const [, whole, part = ''] = TYPED.exec(typed.replace(/\s|'|₴|грн\.?$|uah$/gi, '')) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
