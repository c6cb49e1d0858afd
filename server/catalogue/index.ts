/** Catalogue: what appeals are about and who answers them. The only door into this folder. */

export { CategoryModel, type CategoryRow, DepartmentModel, type DepartmentRow } from './catalogue.model.ts';
export {
  anyCategoryOf,
  catalogue,
  categoryOf,
  departmentOf,
  isWithin,
  loadCatalogue,
  useCatalogue,
} from './catalogue.ts';
