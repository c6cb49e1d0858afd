import type { Lang } from '#shared/texts/plural.ts';

type Parts = Intl.DateTimeFormatOptions;
const format = (locale: string, month: Parts['month'], year?: Parts['year']) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: '2-digit', month, ...(year && { year }) });
const FORMATS: Record<Lang, Readonly<Record<'near' | 'far', Intl.DateTimeFormat>>> = {
  uk: { near: format('uk', '2-digit'), far: format('uk', '2-digit', 'numeric') },
  en: { near: format('en-GB', 'short'), far: format('en-GB', 'short', 'numeric') },
};
/** A date of law (`YYYY-MM-DD`) for a column: `17.03`, and with its year where that is not this one. */
export function shortDate(lang: Lang, date: string, today: string): string {
  const isNear = date.slice(0, 4) === today.slice(0, 4);
  return FORMATS[lang][isNear ? 'near' : 'far'].format(new Date(date));
}
