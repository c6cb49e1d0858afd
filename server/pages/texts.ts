import { accessibility as accessibilityEn } from '#shared/texts/en/accessibility.ts';
import { apiDocs as apiDocsEn } from '#shared/texts/en/api-docs.ts';
import { appealForm as appealFormEn } from '#shared/texts/en/appeal-form.ts';
import { cases as casesEn } from '#shared/texts/en/cases.ts';
import { clock as clockEn } from '#shared/texts/en/clock.ts';
import { common as commonEn } from '#shared/texts/en/common.ts';
import { home as homeEn } from '#shared/texts/en/home.ts';
import { my as myEn } from '#shared/texts/en/my.ts';
import { privacy as privacyEn } from '#shared/texts/en/privacy.ts';
import { problemPages as problemPagesEn } from '#shared/texts/en/problem-pages.ts';
import { problems as problemsEn } from '#shared/texts/en/problems.ts';
import { shortLink as shortLinkEn } from '#shared/texts/en/short-link.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { accessibility } from '#shared/texts/uk/accessibility.ts';
import { apiDocs } from '#shared/texts/uk/api-docs.ts';
import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { clock } from '#shared/texts/uk/clock.ts';
import { common } from '#shared/texts/uk/common.ts';
import { home } from '#shared/texts/uk/home.ts';
import { my } from '#shared/texts/uk/my.ts';
import { privacy } from '#shared/texts/uk/privacy.ts';
import { problemPages } from '#shared/texts/uk/problem-pages.ts';
import { problems } from '#shared/texts/uk/problems.ts';
import { shortLink } from '#shared/texts/uk/short-link.ts';

const uk = {
  accessibility,
  apiDocs,
  appealForm,
  cases,
  clock,
  common,
  home,
  my,
  privacy,
  problemPages,
  problems,
  shortLink,
};
/** The words of all public pages in one language. */
export type PageTexts = Readonly<typeof uk>;

/** The words of all public pages, by language. */
export const TEXTS: Readonly<Record<Lang, PageTexts>> = {
  uk,
  en: {
    accessibility: accessibilityEn,
    apiDocs: apiDocsEn,
    appealForm: appealFormEn,
    cases: casesEn,
    clock: clockEn,
    common: commonEn,
    home: homeEn,
    my: myEn,
    privacy: privacyEn,
    problemPages: problemPagesEn,
    problems: problemsEn,
    shortLink: shortLinkEn,
  },
};
