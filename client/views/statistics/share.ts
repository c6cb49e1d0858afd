import type { Lang } from '#shared/texts/plural.ts';

/** A share in per cent, never rounded up to the whole. */
export const shareIn = (lang: Lang, part: number, whole: number): string =>
  (Math.floor((part / whole) * 1_000) / 1_000)
    .toLocaleString(lang === 'uk' ? 'uk' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 })
    .replace(/(?<=\d)%/, lang === 'uk' ? '\u00a0%' : '%');
