import { anyCategoryOf, catalogue } from '#server/catalogue/index.ts';
import { districtOf } from '#server/places/index.ts';
import { caseByNumber, isPublic, type NewsOf } from '#server/register/index.ts';
import type { NewsTopic } from '#shared/domain/news.ts';

/** The code and all codes under it: who follows a branch is told of its leaves. */
function codesUnder(code: string): string[] {
  const below = catalogue().categories.filter(({ parentCode }) => parentCode === code);
  return [code, ...below.flatMap((child) => codesUnder(child.code))];
}
/** Whether there is such a topic for everybody to follow. */
export async function isTopic({ kind, code }: NewsTopic): Promise<boolean> {
  if (kind === 'district') return districtOf(code) !== undefined;
  if (kind === 'category') return anyCategoryOf(code) !== undefined;
  const found = await caseByNumber(code);
  return found !== null && isPublic(found);
}
/** Which published cases a topic is about; all of them for none. */
export function casesAbout(topic: NewsTopic | null): NewsOf {
  if (topic?.kind === 'district') return { districtCode: topic.code };
  if (topic?.kind === 'category') return { categoryCodes: codesUnder(topic.code) };
  return topic ? { number: topic.code } : {};
}
