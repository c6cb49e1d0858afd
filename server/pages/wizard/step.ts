import type { Draft } from '#server/appeals/index.ts';
import type { FormValues } from '#server/http/form.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import type { PageRequest } from '../visit.routes.ts';

/** The steps of a new appeal, in the order in which they are asked. */
export const STEP_NAMES = ['where', 'what', 'nearby', 'details', 'you', 'check'] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** What could not be done, where no field is to blame. */
export type Trouble = 'unavailable' | 'overloaded' | 'tooLarge' | 'sentBefore';
/** What a step is drawn from. */
export interface StepState {
  /** The whole draft, with what was just typed put over it. */
  values: FormValues;
  errors: readonly FieldError[];
  trouble: Trouble | null;
  /** The draft that keeps the values; null before the first post, and while the database is away. */
  draft: Draft | null;
}
/** What a post of a step brought. */
export interface Posted {
  /** What was typed, by the names of the fields. */
  form: FormValues;
  /** What was wrong with it before any shape could be asked, such as a refused file. */
  errors?: readonly FieldError[];
  /** Where to go when the button was one that does something within the step, such as a search: then nothing is checked. */
  stay?: string;
}
/**
 * One step: one question on a page of its own. What is posted is kept first and checked after, so that nothing typed is ever lost;
 * a post replaces the step's own fields and no others.
 */
export interface Step {
  name: StepName;
  /** The names that it writes; one that ends in a dot stands for all that begin so. */
  fields: readonly string[];
  /** Draws it, whether or not the steps before were answered. */
  draw: (request: PageRequest, state: StepState) => string | Promise<string>;
  /** Reads a post in a way of its own, where the form is more than plain fields; `draft` is null while the store is away. */
  read?: (request: PageRequest, draft: Draft | null) => Posted | Promise<Posted>;
  /** What is wrong with the step's own answers; given the whole draft. */
  check: (values: FormValues) => readonly FieldError[] | Promise<readonly FieldError[]>;
  /** The path that follows. A refusal (`fields.invalid`, `store.unavailable`, `idempotency.reused`) shows the step again. */
  next: (values: FormValues, request: PageRequest, draft: Draft) => string | Promise<string>;
  /** Where a post leads once the draft was sent; without it a page says that it was. */
  sent?: (request: PageRequest, draft: Draft) => Promise<string>;
}

/** True where a step writes this name. */
export const isFieldOf = ({ fields }: Pick<Step, 'fields'>, name: string): boolean =>
  fields.some((field) => (field.endsWith('.') ? name.startsWith(field) : name === field));
/** A draft's values after a post of one step: its own fields as posted, all others as they lay. */
export const withPosted = (values: FormValues, form: FormValues, step: Pick<Step, 'fields'>): FormValues => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => !isFieldOf(step, name))),
  ...Object.fromEntries(Object.entries(form).filter(([name, typed]) => isFieldOf(step, name) && typed !== '')),
});

/** The address of a step, in the language-less form that pages are given. */
export const stepPath = (name: StepName): string => `/appeals/new/${name}`;
/** The steps of this very draft that are counted aloud: `nearby` is a question within the second, and who joins another's case tells no details. */
export function countedSteps(values: FormValues): StepName[] {
  const isAbout = (name: StepName): boolean =>
    name !== 'nearby' &&
    (name !== 'where' || values['ui.about'] !== 'other') &&
    (name !== 'details' || !values['ui.join']);
  return STEP_NAMES.filter(isAbout);
}
/** The step before this one; null for the first. */
export function stepBefore(name: StepName, values: FormValues): StepName | null {
  if (name === 'nearby') return 'what';
  const steps = countedSteps(values);
  return steps[steps.indexOf(name) - 1] ?? null;
}
/** The step after this one; the last is its own. */
export function stepAfter(name: StepName, values: FormValues): StepName {
  const steps = countedSteps(values);
  return steps[steps.indexOf(name === 'nearby' ? 'what' : name) + 1] ?? name;
}
