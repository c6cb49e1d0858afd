import { termInWords } from '#client/views/clock/clock-words.ts';
import type { LawWords } from '#client/views/petitions/write-page.tsx';
import { currentSettings } from '#server/calendar/index.ts';
import { charterNow } from '#server/petitions/index.ts';
import { RULES, type RuleId } from '#shared/domain/legal-clock/rules.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import { TEXTS } from '../texts.ts';

/** How long a term of law is by the numbers in force, in words: `10 робочих днів`. */
export const termOf = (lang: Lang, rule: RuleId): string =>
  termInWords({ lang, texts: TEXTS[lang].clock }, RULES[rule].term(currentSettings().values));
/** So many signatures, in words: `1 000 підписів`. */
export const signaturesWords = (lang: Lang, count: number): string =>
  plural(lang, count, TEXTS[lang].petitions.ofThreshold);
/** What the law and the charter set for a petition that is written today. */
export const lawWords = (lang: Lang): LawWords => ({
  term: termOf(lang, 'petition.moderation'),
  threshold: signaturesWords(lang, charterNow().threshold),
  collect: termOf(lang, 'petition.collection'),
});
