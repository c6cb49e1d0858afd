import type { Category, Department } from '#shared/contract/catalogue.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { Channel } from '#shared/domain/appeal.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { DeskTexts } from '#shared/texts/uk/desk.ts';

/** The phrase under a key that came from the server; a key that the desk has no words for yet stands for itself. */
export const phrase = (phrases: Readonly<Record<string, string>>, key: string): string => phrases[key] ?? key;

/** A workflow state in words. */
export const statusWord = ({ statuses }: Pick<DeskTexts, 'statuses'>, status: string): string =>
  phrase(statuses, status);
/** The way by which a case came in. */
export const channelWord = ({ channels }: Pick<DeskTexts, 'channels'>, channel: string): string =>
  channels[channel as Channel] ?? channel;
/** The name of a category by its code. */
export const categoryName = (lang: Lang, categories: readonly Category[], code: string): string =>
  categories.find((category) => category.code === code)?.[lang] ?? code;
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
