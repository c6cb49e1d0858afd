import type { OptionGroup } from '#client/views/forms/select.tsx';
import type { Category } from '#shared/contract/catalogue.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** The topics that can be chosen, each under the branch that it grows from. */
export function categoryGroups(categories: readonly Category[], lang: Lang): OptionGroup[] {
  const childrenOf = (code: string | null) => categories.filter(({ parentCode }) => parentCode === code);
  const leavesUnder = (branch: Category): Category[] => {
    const children = childrenOf(branch.code);
    return children.length === 0 ? [branch] : children.flatMap(leavesUnder);
  };
  return childrenOf(null).map((branch) => ({
    label: branch[lang],
    options: leavesUnder(branch).map((leaf) => ({ value: leaf.code, label: leaf[lang] })),
  }));
}
