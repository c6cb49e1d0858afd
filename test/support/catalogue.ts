import type { Category } from '#shared/contract/catalogue.ts';

/** A category of the catalogue that asks and forbids nothing, with whatever matters to the test put over it. */
export const aCategory = (over: Partial<Category> = {}): Category => ({
  code: 'trees',
  parentCode: null,
  uk: 'Дерева',
  en: 'Trees',
  questionGroup: 11,
  defaultDepartmentId: null,
  synonyms: [],
  questions: [],
  notice: null,
  isDanger: false,
  hasPlace: true,
  privacy: 'open',
  precision: 'rounded',
  publicity: 'live',
  ...over,
});
