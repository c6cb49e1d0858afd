import type { z } from 'zod/mini';
import { FIELD_CODES, type FieldCode, type FieldError } from '#shared/domain/problems.ts';

type Issue = z.core.$ZodIssue;
const LENGTHS: Record<string, FieldCode> = { too_small: 'field.too-short', too_big: 'field.too-long' };
const isFieldCode = (code: unknown): code is FieldCode => FIELD_CODES.includes(code as FieldCode);

function codeOf(issue: Issue): FieldCode {
  if (issue.code === 'custom' && isFieldCode(issue.params?.code)) return issue.params.code;
  const isEmpty = issue.input === undefined || issue.input === null || issue.input === '';
  if (isEmpty && issue.code !== 'custom') return 'field.required';
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'date.invalid';
  return ('origin' in issue && issue.origin === 'string' && LENGTHS[issue.code]) || 'field.invalid';
}
const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** A union speaks for the branch that came nearest: the one with the fewest complaints. */
const nearest = (branches: readonly Issue[][]): Issue[] => [...branches].sort((a, b) => a.length - b.length)[0] ?? [];

/** A shape's complaints as field errors of our own codes, one for each wrong field. */
export function fieldErrors(part: FieldError['in'], issues: readonly Issue[]): FieldError[] {
  const errors = issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ in: part, path: pathOf([...issue.path, key]), code: 'field.unknown' }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0)
      return fieldErrors(part, nearest(issue.errors.map((branch) => [...branch])));
    return [{ in: part, path: pathOf(issue.path), code: codeOf(issue) }];
  });
  const first = new Map(errors.reverse().map((error) => [error.path, error]));
  return [...first.values()].reverse();
}
