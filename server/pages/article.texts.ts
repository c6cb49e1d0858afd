import type { Article } from '#shared/texts/article.ts';
import { accessibility as accessibilityEn } from '#shared/texts/en/accessibility.ts';
import { help as helpEn } from '#shared/texts/en/help.ts';
import { howItWorks as howItWorksEn } from '#shared/texts/en/how-it-works.ts';
import { privacy as privacyEn } from '#shared/texts/en/privacy.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { accessibility } from '#shared/texts/uk/accessibility.ts';
import { help } from '#shared/texts/uk/help.ts';
import { howItWorks } from '#shared/texts/uk/how-it-works.ts';
import { privacy } from '#shared/texts/uk/privacy.ts';

/** The pages of plain words, by the address of each. */
export const ARTICLES = ['how-it-works', 'help', 'accessibility', 'privacy'] as const;
/** The address of such a page, without its slash. */
export type ArticleName = (typeof ARTICLES)[number];

/** Their words, by language. */
export const ARTICLE_TEXTS: Readonly<Record<Lang, Readonly<Record<ArticleName, Article>>>> = {
  uk: { 'how-it-works': howItWorks, help, accessibility, privacy },
  en: { 'how-it-works': howItWorksEn, help: helpEn, accessibility: accessibilityEn, privacy: privacyEn },
};
