import type { OptionGroup } from '#client/views/forms/select.tsx';
import type { Category, Department } from '#shared/contract/catalogue.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** The topics that can be chosen, the leaves of the tree, each under the root that it grows from. */
export function categoryOptions(categories: readonly Category[], lang: Lang): OptionGroup[] {
  const isLeaf = ({ code }: Category) => !categories.some(({ parentCode }) => parentCode === code);
  const leavesUnder = (branch: Category): Category[] =>
    isLeaf(branch)
      ? [branch]
      : categories.filter(({ parentCode }) => parentCode === branch.code).flatMap((child) => leavesUnder(child));
  return categories
    .filter(({ parentCode }) => parentCode === null)
    .map((root) => ({
      ...(!isLeaf(root) && { label: root[lang] }),
      options: leavesUnder(root).map((leaf) => ({ value: leaf.code, label: leaf[lang] })),
    }));
}
/** The departments, one list without headings. */
export const departmentOptions = (departments: readonly Department[], lang: Lang): OptionGroup[] => [
  { options: departments.map((department) => ({ value: department.id, label: department[lang] })) },
];
