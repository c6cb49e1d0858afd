import { categoryOf, departmentOf } from '#server/catalogue/index.ts';
import { today } from '#server/platform/clock.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';

const at = (whole: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null | undefined)?.[step], whole);

/**
 * What the shape of a filing cannot know: whether its category and department are in the catalogue, and that nothing it
 * contests lies ahead. Looks at the body as it came, so that these faults are told together with those of the shape.
 */
export function checkFiling(body: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const refuseUnless = (path: string, isRight: (value: string) => boolean, code: FieldCode): void => {
    const value = at(body, path);
    if (typeof value === 'string' && value !== '' && !isRight(value)) errors.push({ in: 'body', path, code });
  };
  const isPast = (date: string): boolean => date <= today();
  refuseUnless('categoryCode', (code) => categoryOf(code) !== undefined, 'category.unknown');
  refuseUnless('contested.departmentId', (id) => departmentOf(id) !== undefined, 'department.unknown');
  refuseUnless('contested.decidedOn', isPast, 'date.in-future');
  refuseUnless('contested.learnedOn', isPast, 'date.in-future');
  return errors;
}
