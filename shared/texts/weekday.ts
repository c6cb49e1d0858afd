import { dateInFull } from './dates.ts';
import type { Lang } from './plural.ts';

const weekdays: Record<Lang, Intl.DateTimeFormat> = {
  uk: new Intl.DateTimeFormat('uk', { timeZone: 'UTC', weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }),
};
/** Locale data spells `п’ятниця` with another apostrophe than the house does. */
const weekdayIn = (lang: Lang, date: string): string => weekdays[lang].format(new Date(date)).replace('\u02bc', '’');
/** A date of law (`YYYY-MM-DD`) in full with its day of the week: `17 березня 2026, вівторок`. */
export const dateWithWeekday = (lang: Lang, date: string): string =>
  `${dateInFull(lang, date)}, ${weekdayIn(lang, date)}`;
