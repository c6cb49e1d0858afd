import type { CaseNames } from '#client/views/cases/case-facts.tsx';
import { anyCategoryOf } from '#server/catalogue/index.ts';
import { districtOf } from '#server/places/index.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { TEXTS } from './texts.ts';

/** A category's name in the page's language; its code where the tree has lost it. */
export const categoryName = (code: string, lang: Lang): string => anyCategoryOf(code)?.[lang] ?? code;
/** A district's name; null for none. */
export const districtName = (code: string | null, lang: Lang): string | null =>
  code === null ? null : (districtOf(code)?.[lang] ?? null);

/** The names behind the codes of a case, as far as this viewer may know them. */
export function caseNames({ categoryCode, details, published }: AppealView, lang: Lang): CaseNames {
  const { questions = [] } = anyCategoryOf(categoryCode) ?? {};
  const { yes, no } = TEXTS[lang].common;
  const answers = (details?.answers ?? []).flatMap(({ question: code, answer }): [string, string][] => {
    const question = questions.find((asked) => asked.code === code);
    if (!question) return [];
    const offered = question.options.find((option) => option.code === answer)?.[lang];
    const yesOrNo = question.type === 'yes_no' ? { yes, no }[answer] : undefined;
    return [[question[lang], offered ?? yesOrNo ?? answer]];
  });
  const districtCode = details?.place.districtCode ?? published?.districtCode ?? null;
  return { category: categoryName(categoryCode, lang), district: districtName(districtCode, lang), answers };
}
