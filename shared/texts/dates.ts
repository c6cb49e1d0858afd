import type { Lang } from './plural.ts';

const localeOf: Record<Lang, string> = { uk: 'uk', en: 'en-GB' };
const inKyiv = (lang: Lang, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf[lang], { timeZone: 'Europe/Kyiv', ...options });
const dayOf: Record<Lang, Intl.DateTimeFormat> = {
  uk: inKyiv('uk', { day: 'numeric', month: 'long', year: 'numeric' }),
  en: inKyiv('en', { day: 'numeric', month: 'long', year: 'numeric' }),
};
const timeOf = inKyiv('uk', { hour: '2-digit', minute: '2-digit', hour12: false });
const SPACE = '\u00a0';

/** The day in Kyiv on which an instant falls, in full: `17 березня 2026`, with no-break spaces. */
export const dayInFull = (lang: Lang, at: Date): string =>
  dayOf[lang]
    .format(at)
    .replace(/\s*р\.$/, '')
    .replace(/\s/g, SPACE);
/** The time of day in Kyiv of an RFC 3339 instant: `14:05`. */
export const timeOfDay = (at: string): string => timeOf.format(new Date(at));
const secondOf = inKyiv('uk', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
/** The time of day in Kyiv, with seconds: `14:05:10`. */
export const timeToSecond = (at: Date): string => secondOf.format(at);
/** A date of law (`YYYY-MM-DD`) in full. */
export const dateInFull = (lang: Lang, date: string): string => dayInFull(lang, new Date(`${date}T12:00:00Z`));
/** An RFC 3339 instant as day and time in Kyiv: `17 березня 2026, 10:05`. */
export const momentInFull = (lang: Lang, at: string): string =>
  `${dayInFull(lang, new Date(at))},${SPACE}${timeOf.format(new Date(at))}`;
/** The same to the second: `17 березня 2026, 10:05:10`. */
export const momentToSecond = (lang: Lang, at: Date): string => `${dayInFull(lang, at)},${SPACE}${timeToSecond(at)}`;
const monthOf: Record<Lang, Intl.DateTimeFormat> = {
  uk: new Intl.DateTimeFormat('uk', { timeZone: 'UTC', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' }),
};
/** The name of a month by its number, from 1: `березень`. */
export const monthName = (lang: Lang, month: number): string => monthOf[lang].format(Date.UTC(2000, month - 1));
/** Calendar days from one date of law to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
