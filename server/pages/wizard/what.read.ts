import { categoryOf } from '#server/catalogue/index.ts';
import type { FormValues } from '#server/http/form.ts';
import { today } from '#server/platform/clock.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import { missedTerm } from '#shared/domain/complaint-term.ts';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { asLegalDate } from '../clock.form.ts';
import { isFieldOf, type Posted, stepPath } from './step.ts';

/** The screens of the step, in order; which of them are shown is up to the category and the answers. */
const PARTS = ['topic', 'danger', 'questions', 'kind', 'late'] as const;
export type Part = (typeof PARTS)[number];
/** The fields of the step. */
export const FIELDS = ['categoryCode', 'answers.', 'kind', 'contested.', 'ui.topic', 'ui.part', 'ui.late'];

/** The screen's address. */
export const partPath = (part: Part, fragment = ''): string => `${stepPath('what')}?part=${part}${fragment}`;
const isPart = (name: string | undefined): name is Part => PARTS.some((part) => part === name);
/** Which screen a draft is at, unless the address says. */
export const partOf = (asked: string | undefined, values: FormValues): Part =>
  isPart(asked) ? asked : isPart(values['ui.part']) ? values['ui.part'] : 'topic';

const isShown = (part: Part, { isDanger, questions }: Category): boolean =>
  part === 'danger' ? isDanger : part === 'questions' ? questions.length > 0 : part !== 'late';
/** The screen before this one; null for the first. */
export const partBefore = (part: Part, category: Category): Part | null =>
  PARTS.slice(0, PARTS.indexOf(part)).findLast((one) => isShown(one, category)) ?? null;
const partAfter = (part: Part, category: Category): Part | undefined =>
  PARTS.slice(PARTS.indexOf(part) + 1).find((one) => isShown(one, category));

/** Which term of art. 17 a complaint has missed by the dates of a draft, if any. */
export function lateness(values: FormValues): 'year' | 'month' | null {
  if (values.kind !== 'complaint') return null;
  const date = (name: string) => (isLegalDate(values[name] ?? '') ? (values[name] ?? null) : null);
  return missedTerm({ decidedOn: date('contested.decidedOn'), learnedOn: date('contested.learnedOn') }, today());
}

const starting = (values: FormValues, start: string): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith(start)));
const without = (values: FormValues, start: string): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(start)));

/** Answers to what another topic asked are no answers to this one's questions. */
function withTopic(before: FormValues, code: string): FormValues {
  if (before.categoryCode === code) return before;
  return { ...without(before, 'answers.'), categoryCode: code };
}
function readTopic(before: FormValues, form: FormValues): Posted {
  const chosen = form.categoryCode ?? '';
  const typed = (form['ui.topic'] ?? '').trim();
  const values = { ...(chosen ? withTopic(before, chosen) : before), 'ui.topic': typed, 'ui.part': 'topic' };
  const isSearch = form['ui.do'] === 'find';
  if (isSearch) return { form: values, stay: partPath('topic', typed ? '#found' : '') };
  const category = categoryOf(chosen);
  const next = category && partAfter('topic', category);
  return category && next
    ? { form: { ...values, 'ui.part': next }, stay: partPath(next) }
    : { form: { ...values, categoryCode: chosen } };
}
function readAnswers(before: FormValues, form: FormValues): FormValues {
  return { ...without(before, 'answers.'), ...starting(form, 'answers.'), 'ui.part': 'questions' };
}
function readKind(before: FormValues, form: FormValues): FormValues {
  const dates = Object.fromEntries(
    ['contested.decidedOn', 'contested.learnedOn'].map((name) => [name, asLegalDate((form[name] ?? '').trim())]),
  );
  return {
    ...without(before, 'contested.'),
    ...starting(form, 'contested.'),
    ...dates,
    kind: form.kind ?? '',
    'ui.part': 'kind',
    'ui.late': '',
  };
}

/** Reads a post of the step: only the screen that it came from is changed. */
export function readWhat(form: FormValues, saved: FormValues): Posted {
  const before = Object.fromEntries(Object.entries(saved).filter(([name]) => isFieldOf({ fields: FIELDS }, name)));
  const part = partOf(form['ui.part'], {});
  if (part === 'topic') return readTopic(before, form);
  if (part === 'questions') return { form: readAnswers(before, form) };
  if (part === 'kind') return { form: readKind(before, form) };
  return { form: { ...before, 'ui.part': part, ...(part === 'late' && { 'ui.late': 'seen' }) } };
}
/** The next screen of the step after one that was right; undefined where the step is done. */
export function partFollowing(values: FormValues): Part | undefined {
  const part = partOf(undefined, values);
  const category = categoryOf(values.categoryCode ?? '');
  if (!category) return 'topic';
  if (part === 'kind' && lateness(values) && values['ui.late'] !== 'seen') return 'late';
  return partAfter(part, category);
}
