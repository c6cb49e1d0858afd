import { anyCategoryOf, departmentOf } from '#server/catalogue/index.ts';
import { districtOf } from '#server/places/index.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { stemsIn } from '#server/register/index.ts';
import type { TypedRule } from '#shared/contract/routing.ts';
import type { FieldError } from '#shared/domain/problems.ts';

/** Whoever keeps the reference data keeps the rules; throws for anybody else. */
export const keeperOf = (actor: Actor | Visitor): Actor => holderOf(actor, 'reference.manage');
/** 422 that names each thing the city does not have, and each word without a letter or digit: a case could never have it. */
export function refuseWrong({ categoryCode, districtCode, departmentId, words }: TypedRule): void {
  const wrong = (isWrong: boolean, name: string, code: FieldError['code']): FieldError[] =>
    isWrong ? [{ in: 'body', path: `rule.${name}`, code }] : [];
  const errors = [
    ...wrong(categoryCode !== null && !anyCategoryOf(categoryCode), 'categoryCode', 'category.unknown'),
    ...wrong(districtCode !== null && !districtOf(districtCode), 'districtCode', 'place.unknown'),
    ...wrong(!departmentOf(departmentId), 'departmentId', 'department.unknown'),
    ...words.flatMap((word, i) => wrong(stemsIn(word).length === 0, `words.${i}`, 'field.invalid')),
  ];
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
}
