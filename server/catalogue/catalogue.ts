import type { Category, Department } from '#shared/contract/catalogue.ts';
import { CategoryModel, type CategoryRow, DepartmentModel, type DepartmentRow } from './catalogue.model.ts';

/** Reference data as forms and cards need it. */
interface Catalogue {
  categories: readonly Category[];
  departments: readonly Department[];
}
let held: Catalogue = { categories: [], departments: [] };

/** Reads the catalogue into memory, at start and on a timer: forms must show it even while the database is away. */
export async function loadCatalogue(): Promise<void> {
  const [categories, departments] = await Promise.all([
    CategoryModel.find().sort({ position: 1 }).lean<CategoryRow[]>(),
    DepartmentModel.find().sort({ uk: 1 }).lean<DepartmentRow[]>(),
  ]);
  held = {
    categories: categories.map(({ _id, parentCode, uk, en, questionGroup, defaultDepartmentId }) => ({
      code: _id,
      parentCode,
      uk,
      en,
      questionGroup,
      defaultDepartmentId: defaultDepartmentId && String(defaultDepartmentId),
    })),
    departments: departments.map(({ _id, uk, en, parentId }) => ({
      id: String(_id),
      uk,
      en,
      parentId: parentId && String(parentId),
    })),
  };
}
/** Categories and departments, as last read. */
export const catalogue = (): Catalogue => held;
/** The category of that code that can be chosen: a leaf. */
export const categoryOf = (code: string): Category | undefined =>
  held.categories.find((c) => c.code === code && !held.categories.some(({ parentCode }) => parentCode === code));
/** The department of that id. */
export const departmentOf = (id: string): Department | undefined => held.departments.find((d) => d.id === id);
/** True when `id` is `over` itself or stands anywhere below it. */
export function isWithin(id: string, over: string): boolean {
  for (let unit = departmentOf(id); unit; unit = departmentOf(unit.parentId ?? '')) if (unit.id === over) return true;
  return false;
}
