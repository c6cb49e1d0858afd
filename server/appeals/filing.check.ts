import { categoryOf, departmentOf } from '#server/catalogue/index.ts';
import { districtOf, isInCity, streetById } from '#server/places/index.ts';
import { today } from '#server/platform/clock.ts';
import { Point } from '#shared/contract/fields.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';

const at = (whole: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null | undefined)?.[step], whole);

/** Whether the city knows the place. Shapes have been told already: only what fits them is looked up. */
function checkPlace(place: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (field: string, code: FieldCode) => errors.push({ in: 'body', path: `place.${field}`, code });
  const point = Point.safeParse(at(place, 'point'));
  const [streetId, districtCode] = [at(place, 'streetId'), at(place, 'districtCode')];
  if (point.success && !isInCity(point.data.coordinates)) refuse('point', 'place.outside-city');
  if (typeof streetId === 'string' && !streetById(streetId)) refuse('streetId', 'place.unknown');
  if (typeof districtCode === 'string' && !districtOf(districtCode)) refuse('districtCode', 'place.unknown');
  return errors;
}
/** Whether what is answered was asked, and is one of the answers offered. */
function checkAnswers(body: unknown): FieldError[] {
  const answers = at(body, 'answers');
  if (typeof answers !== 'object' || answers === null) return [];
  const questions = categoryOf(String(at(body, 'categoryCode')))?.questions ?? [];
  return Object.entries(answers).flatMap(([asked, answer]): FieldError[] => {
    const question = questions.find(({ code }) => code === asked);
    const path = `answers.${asked}`;
    if (!question) return [{ in: 'body', path, code: 'field.unknown' }];
    const offered = question.type === 'yes_no' ? ['yes', 'no'] : question.options.map(({ code }) => code);
    const isFree = question.type === 'text' || (question.type === 'number' && /^\d{1,9}$/.test(String(answer)));
    return isFree || offered.includes(String(answer)) ? [] : [{ in: 'body', path, code: 'field.invalid' }];
  });
}

/**
 * What the shape of a filing cannot know: whether its category, department and place are known to the city, what the
 * category asks, and that nothing it contests lies ahead. Looks at the body as it came, so that these faults are told together with those of the shape.
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
  errors.push(...checkPlace(at(body, 'place')), ...checkAnswers(body));
  return errors;
}
