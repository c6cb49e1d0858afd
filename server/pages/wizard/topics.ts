import { catalogue } from '#server/catalogue/index.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { plainWords, stemsOf } from '#shared/texts/stems.ts';

/** A heading of the tree with the topics that can be chosen under it. */
export interface TopicBranch {
  branch: Category;
  leaves: Category[];
}
/** The tree as the form shows it: each root with its leaves; a root without any is a topic by itself. */
export function topicBranches(): TopicBranch[] {
  const { categories } = catalogue();
  const childrenOf = (code: string) => categories.filter(({ parentCode }) => parentCode === code);
  const leavesUnder = (category: Category): Category[] => {
    const children = childrenOf(category.code);
    return children.length === 0 ? [category] : children.flatMap(leavesUnder);
  };
  return categories
    .filter(({ parentCode }) => parentCode === null)
    .map((branch) => ({ branch, leaves: leavesUnder(branch) }));
}

/** What people may call a topic: its names, and the words that it is looked for by. */
export const wordsOfTopic = ({ uk, en, synonyms }: Category, branch?: Category): string =>
  plainWords([uk, en, ...synonyms, ...(branch ? [branch.uk, branch.en] : [])].join(' '));

/** The topics whose names or synonyms have a word for each word of the query, begun or declined; those named so come first. */
export function findTopics(query: string, lang: Lang): Category[] {
  const asked = stemsOf(query);
  if (asked.length === 0) return [];
  const fits = (words: string) => asked.every((start) => ` ${words}`.includes(` ${start}`));
  const leaves = topicBranches().flatMap(({ leaves: all, branch }) => all.map((leaf) => ({ leaf, branch })));
  const rank = (leaf: Category): number => (fits(plainWords(leaf[lang])) ? 0 : 1);
  return leaves
    .filter(({ leaf, branch }) => fits(wordsOfTopic(leaf, branch)))
    .map(({ leaf }) => leaf)
    .sort((a, b) => rank(a) - rank(b));
}
