import express, { type RequestHandler } from 'express';
import type { z } from 'zod/mini';
import type { FieldError } from '#shared/domain/problems.ts';
import { fieldErrors } from './field-errors.ts';

/** What was typed, by the names of the fields; kept as it is, so that a form can be shown again with nothing lost. */
export type FormValues = Readonly<Record<string, string>>;

/** Reads `application/x-www-form-urlencoded` posts of pages. */
export const formBody: RequestHandler = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 100 });

/** The typed values of a posted form; of a name that came twice the last counts. */
export const readForm = (body: unknown): FormValues =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? (value.at(-1) ?? '') : value),
    ]),
  );

/** Dotted names as a nested object; a field left empty is absent, a ticked box is true. */
function nest(values: FormValues, boxes: readonly string[]): Record<string, unknown> {
  const whole: Record<string, unknown> = Object.create(null);
  for (const [name, typed] of Object.entries(values)) {
    if (typed.trim() === '') continue;
    const path = name.split('.');
    const last = path.pop() ?? '';
    let inner = whole;
    for (const step of path) {
      const next = inner[step];
      inner[step] = typeof next === 'object' && next !== null ? next : Object.create(null);
      inner = inner[step] as Record<string, unknown>;
    }
    inner[last] = boxes.includes(name) ? true : typed;
  }
  return whole;
}

/** A form that fits its shape, or every wrong field at once. */
export type ParsedForm<T> = { data: T; errors?: never } | { data?: never; errors: FieldError[] };

/**
 * Parses a form by the shape of an endpoint's body, so that a page and the API refuse alike. Groups that the shape demands
 * are there even when all their fields were left empty, so that each missing field is named rather than its group.
 */
export function parseForm<S extends z.ZodMiniType>(
  shape: S,
  values: FormValues,
  {
    boxes = [],
    groups = [],
    check = () => [],
  }: { boxes?: readonly string[]; groups?: readonly string[]; check?: (body: unknown) => FieldError[] } = {},
): ParsedForm<z.infer<S>> {
  const empty = Object.fromEntries(groups.map((group) => [group, {}]));
  const body = { ...empty, ...nest(values, boxes) };
  const read = shape.safeParse(body, { reportInput: true });
  const errors = read.success ? [] : fieldErrors('body', read.error.issues);
  errors.push(...check(body).filter(({ path }) => !errors.some((e) => e.path === path)));
  return read.success && errors.length === 0 ? { data: read.data } : { errors };
}
