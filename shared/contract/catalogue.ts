import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { code, id } from './fields.ts';

/** What appeals are about: a local tree; `questionGroup` is the leaf's group in the classifier of appeals (CMU 858). */
export const Category = z.object({
  code: code(),
  parentCode: z.nullable(code()),
  uk: z.string(),
  en: z.string(),
  questionGroup: z.number(),
  defaultDepartmentId: z.nullable(id()),
});
export type Category = z.infer<typeof Category>;
/** Who in the city answers. */
export const Department = z.object({ id: id(), uk: z.string(), en: z.string(), parentId: z.nullable(id()) });
export type Department = z.infer<typeof Department>;

/** Reference data for forms. */
export const readCatalogue = endpoint({
  method: 'GET',
  path: '/api/v1/catalogue',
  summary: 'Categories and departments',
  replies: { 200: z.object({ categories: z.array(Category), departments: z.array(Department) }) },
  problems: [],
  permission: 'anyone',
});
