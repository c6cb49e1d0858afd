import express, { type RequestHandler } from 'express';
import type { z } from 'zod/mini';
import { Problem } from '#server/platform/problem.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { fieldErrors } from './field-errors.ts';
import { nest } from './form.nest.ts';

/** What was typed, by the names of the fields; kept as it is, so that a form can be shown again with nothing lost. */
export type FormValues = Readonly<Record<string, string>>;

/** Reads `application/x-www-form-urlencoded` posts of pages: far more than any form takes, so that a text that is too long comes back to be cut. */
export const formBody: RequestHandler = express.urlencoded({ extended: false, limit: '512kb', parameterLimit: 500 });

/** The typed values of a posted form; of a name that came twice the last counts. */
export const readForm = (body: unknown): FormValues =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? (value.at(-1) ?? '') : value),
    ]),
  );

/** A form that fits its shape, or every wrong field at once. */
export type ParsedForm<T> = { data: T; errors?: never } | { data?: never; errors: FieldError[] };
/** What a form says; 422 with every wrong field where it does not fit. */
export function fitting<T>({ data, errors }: ParsedForm<T>): T {
  if (errors) throw new Problem('fields.invalid', { errors });
  return data;
}
/** How the words of a form become the values of a shape. */
export interface Reading {
  /** Names of ticks: present is true. */
  boxes?: readonly string[];
  /** Names of fields that hold a number. */
  numbers?: readonly string[];
  /** Groups that the shape demands: there even when all their fields were left empty, so that each missing field is named rather than its group. */
  groups?: readonly string[];
  check?: (body: unknown) => FieldError[];
}

/** Parses a form by the shape of an endpoint's body, so that a page and the API refuse alike. Errors name the fields as the form does. */
export function parseForm<S extends z.ZodMiniType>(
  shape: S,
  values: FormValues,
  { boxes = [], numbers = [], groups = [], check = () => [] }: Reading = {},
): ParsedForm<z.infer<S>> {
  const empty = Object.fromEntries(groups.map((group) => [group, {}]));
  const { whole, nameOf } = nest(values, { boxes, numbers });
  const body = { ...empty, ...whole };
  const read = shape.safeParse(body, { reportInput: true });
  const errors = read.success ? [] : fieldErrors('body', read.error.issues);
  errors.push(...check(body).filter(({ path }) => !errors.some((e) => e.path === path)));
  if (read.success && errors.length === 0) return { data: read.data };
  return { errors: errors.map((error) => ({ ...error, path: nameOf(error.path) })) };
}
