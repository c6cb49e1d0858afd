import { type Lang, spacedCount } from './plural.ts';

/** A sum of whole kopiykas as hryvnias, without the unit: `12 345,60`. */
export const hryvnias = (lang: Lang, kopiykas: number): string => {
  const [whole, rest] = [Math.floor(Math.abs(kopiykas) / 100), Math.abs(kopiykas) % 100];
  const digits = `${spacedCount(lang, whole)}${lang === 'uk' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
  return kopiykas < 0 ? `−${digits}` : digits;
};
const units: Record<Lang, string> = { uk: 'грн', en: 'UAH' };
/** The same with its unit, after a no-break space: `12 345,60 грн`. */
export const hryvniaSum = (lang: Lang, kopiykas: number): string => `${hryvnias(lang, kopiykas)}\u00a0${units[lang]}`;

const TYPED = /^(\d{1,12})(?:[.,](\d{1,2}))?$/;
/** What somebody typed in hryvnias (`32 000`, `32000,5`, `0.60`, also with `грн`), in kopiykas; NaN where it is no sum. */
export function kopiykasTyped(typed: string): number {
  const [, whole, part = ''] = TYPED.exec(typed.replace(/\s|'|₴|грн\.?$|uah$/gi, '')) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
