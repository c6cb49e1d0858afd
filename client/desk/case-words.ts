import type { Category, Department } from '#shared/contract/catalogue.ts';
import type { CaseCard, CaseRow } from '#shared/contract/register.ts';
import type { Channel } from '#shared/domain/appeal.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { DeskTexts } from '#shared/texts/uk/desk.ts';
import type { DeskDistrict } from './desk-context.ts';

/** The phrase under a key that came from the server; a key that the desk has no words for yet stands for itself. */
export const phrase = (phrases: Readonly<Record<string, string>>, key: string): string => phrases[key] ?? key;

/** A workflow state in words. */
export const statusWord = ({ statuses }: Pick<DeskTexts, 'statuses'>, status: string): string =>
  phrase(statuses, status);
/** The way by which a case came in. */
export const channelWord = ({ channels }: Pick<DeskTexts, 'channels'>, channel: string): string =>
  channels[channel as Channel] ?? channel;
/** The category of a code, where the catalogue still has it. */
export const categoryOf = (categories: readonly Category[], code: string): Category | undefined =>
  categories.find((category) => category.code === code);
/** The name of a category by its code. */
export const categoryName = (lang: Lang, categories: readonly Category[], code: string): string =>
  categoryOf(categories, code)?.[lang] ?? code;
/** The main executor in the language of the desk; null before there is one. */
export function departmentName(
  lang: Lang,
  departments: readonly Department[],
  department: CaseRow['department'],
): string | null {
  return department && (departments.find(({ id }) => id === department.id)?.[lang] ?? department.name);
}
/** Where it is: the address, else the words that lead there; null where it is about no place. */
export const placeWords = ({ address, description }: CaseRow['place']): string | null => address ?? description;
/** The name of a district by its code; null for none. */
export const districtName = (lang: Lang, districts: readonly DeskDistrict[], code: string | null): string | null =>
  code && (districts.find((district) => district.code === code)?.[lang] ?? code);
/** What is not known of the place, so that the operator asks; null where it is known to the house, or the case is about none. */
export function placeDoubt(
  { accuracy, place }: Pick<CaseCard, 'accuracy' | 'place'>,
  category: Pick<Category, 'hasPlace'> | undefined,
): keyof DeskTexts['card']['inaccurate'] | null {
  if (accuracy === 'street' || accuracy === 'district') return accuracy;
  if (accuracy === 'house') return null;
  if (placeWords(place)) return 'unchecked';
  return category?.hasPlace ? 'missing' : null;
}
/** An answer to a category's question in words: of a choice its option, of a yes or no the word. */
export function answerWords(
  lang: Lang,
  { question, answer }: CaseCard['answers'][number],
  { category, texts }: { category: Category | undefined; texts: Pick<DeskTexts['card'], 'yes' | 'no'> },
): { question: string; answer: string } {
  const asked = category?.questions.find(({ code }) => code === question);
  const option = asked?.options.find(({ code }) => code === answer);
  const said = asked?.type === 'yes_no' ? { yes: texts.yes, no: texts.no }[answer] : option?.[lang];
  return { question: asked?.[lang] ?? question, answer: said ?? answer };
}
