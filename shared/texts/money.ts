import { type Lang, spacedCount } from './plural.ts';

/** A sum of whole kopiykas as hryvnias, without the unit: `12 345,60`. */
export const hryvnias = (lang: Lang, kopiykas: number): string => {
  const [whole, rest] = [Math.floor(Math.abs(kopiykas) / 100), Math.abs(kopiykas) % 100];
  const digits = `${spacedCount(lang, whole)}${lang === 'uk' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
  return kopiykas < 0 ? `−${digits}` : digits;
};
