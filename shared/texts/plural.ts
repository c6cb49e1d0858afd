import { fill } from './fill.ts';

/** A language of the public site. */
export type Lang = 'uk' | 'en';
/** One phrase in each plural form that Ukrainian tells apart; `{n}` is the number. */
export type PluralForms = Readonly<Record<'one' | 'few' | 'many' | 'other', string>>;

const rules: Record<Lang, Intl.PluralRules> = { uk: new Intl.PluralRules('uk'), en: new Intl.PluralRules('en') };
const thin = /[\s\u00a0\u202f]/g;
/** A whole number with thin no-break spaces between groups of three: 1 203 512. */
export const spacedCount = (lang: Lang, n: number): string =>
  n.toLocaleString(lang === 'uk' ? 'uk' : 'en-GB').replace(lang === 'uk' ? thin : /,/g, '\u202f');
/** The phrase that fits the number in the language's own grammar, with the number in it. */
export const plural = (lang: Lang, n: number, forms: PluralForms): string =>
  fill(forms[rules[lang].select(n) as keyof PluralForms], { n: spacedCount(lang, n) });
