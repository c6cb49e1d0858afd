import type { Category, Department } from '#shared/contract/catalogue.ts';
import { CategoryModel, type CategoryRow, DepartmentModel, type DepartmentRow } from './catalogue.model.ts';

/** Reference data as forms and cards need it. */
interface Catalogue {
  categories: readonly Category[];
  departments: readonly Department[];
}
let held: Catalogue = { categories: [], departments: [] };
/** The same categories by their codes, and the codes that are branches. */
let byCode: ReadonlyMap<string, Category> = new Map();
let branches: ReadonlySet<string | null> = new Set();

/** What a category has unless its row says otherwise: rows of an older city know nothing of questions and publicity. */
const PLAIN = {
  synonyms: [],
  questions: [],
  notice: null,
  isDanger: false,
  hasPlace: true,
  privacy: 'open',
  precision: 'rounded',
  publicity: 'live',
} as const;
const presentCategory = ({ _id, position: _, defaultDepartmentId, ...row }: CategoryRow): Category => ({
  ...PLAIN,
  ...row,
  code: _id,
  defaultDepartmentId: defaultDepartmentId && String(defaultDepartmentId),
});

/** Takes rows into memory in the place of those that are there. */
export function useCatalogue(categories: readonly CategoryRow[], departments: readonly DepartmentRow[]): void {
  held = {
    categories: categories.map(presentCategory),
    departments: departments.map(({ _id, uk, en, parentId }) => ({
      id: String(_id),
      uk,
      en,
      parentId: parentId && String(parentId),
    })),
  };
  byCode = new Map(held.categories.map((category) => [category.code, category]));
  branches = new Set(held.categories.map(({ parentCode }) => parentCode));
}
/** Reads the catalogue into memory, at start and on a timer: forms must show it even while the database is away. */
export async function loadCatalogue(): Promise<void> {
  useCatalogue(
    ...(await Promise.all([
      CategoryModel.find().sort({ position: 1 }).lean<CategoryRow[]>(),
      DepartmentModel.find().sort({ uk: 1 }).lean<DepartmentRow[]>(),
    ])),
  );
}
/** Categories and departments, as last read. */
export const catalogue = (): Catalogue => held;
/** The category of that code that can be chosen: a leaf. */
export const categoryOf = (code: string): Category | undefined => (branches.has(code) ? undefined : byCode.get(code));
/** The category of that code, leaf or branch: cases keep a code even where the tree has grown under it. */
export const anyCategoryOf = (code: string): Category | undefined => byCode.get(code);
/** The department of that id. */
export const departmentOf = (id: string): Department | undefined => held.departments.find((d) => d.id === id);
/** True when `id` is `over` itself or stands anywhere below it. */
export function isWithin(id: string, over: string): boolean {
  for (let unit = departmentOf(id); unit; unit = departmentOf(unit.parentId ?? '')) if (unit.id === over) return true;
  return false;
}
