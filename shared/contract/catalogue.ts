import * as z from 'zod/mini';
import { PRECISIONS, PRIVACIES, PUBLICITIES } from '#shared/domain/publication.ts';
import { endpoint } from './endpoint.ts';
import { code, id } from './fields.ts';

const Words = z.object({ uk: z.string(), en: z.string() });
/** What is asked of a category beside the text. No answer is ever demanded: the law asks no more of an appeal than art. 5 says. */
export const CategoryQuestion = z.object({
  code: code(),
  type: z.enum(['text', 'number', 'yes_no', 'choice']),
  uk: z.string(),
  en: z.string(),
  /** Of a `choice` only. */
  options: z.array(z.object({ code: code(), uk: z.string(), en: z.string() })),
});
export type CategoryQuestion = z.infer<typeof CategoryQuestion>;

/** What appeals are about: a local tree; `questionGroup` is the leaf's group in the classifier of appeals (CMU 858). */
export const Category = z.object({
  code: code(),
  parentCode: z.nullable(code()),
  uk: z.string(),
  en: z.string(),
  questionGroup: z.number(),
  defaultDepartmentId: z.nullable(id()),
  /** Other words that people look for it by. */
  synonyms: z.array(z.string()),
  questions: z.array(CategoryQuestion),
  /** What to know before filing; shown, never a refusal. */
  notice: z.nullable(Words),
  /** There may be a danger to life: the numbers of the emergency services are shown first. */
  isDanger: z.boolean(),
  /** Whether it is about a place as a rule. */
  hasPlace: z.boolean(),
  /** `private`: nothing is suggested for publication. */
  privacy: z.enum(PRIVACIES),
  precision: z.enum(PRECISIONS),
  publicity: z.enum(PUBLICITIES),
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
