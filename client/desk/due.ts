import { daysBetween } from '#shared/texts/dates.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import type { DeskTexts } from '#shared/texts/uk/desk.ts';

/** How near the end of a term is: over five days, five to two, one or none, past. */
export type DueBand = 'calm' | 'soon' | 'last' | 'overdue';

/** The band of a date of law as seen from `today`, both `YYYY-MM-DD`. The last day itself is still in time. */
export function dueBand(dueOn: string, today: string): DueBand {
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'overdue';
  if (left <= 1) return 'last';
  return left <= 5 ? 'soon' : 'calm';
}
/** What is left of a term, in words: `ще 12 днів`, `сьогодні`, `3 дні тому`. */
export function dueWords(
  dueOn: string,
  today: string,
  { lang, texts }: { lang: Lang; texts: DeskTexts['due'] },
): string {
  const left = daysBetween(today, dueOn);
  if (left === 0) return texts.today;
  return left > 0 ? plural(lang, left, texts.left) : plural(lang, -left, texts.past);
}
