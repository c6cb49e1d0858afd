import { MOST_CO_APPLICANTS } from '#client/views/wizard/co-applicants.tsx';
import type { FormValues } from '#server/http/form.ts';

/** How many blocks of co-applicants a draft shows, empty ones included. */
const COUNT = 'ui.people';
const NAME = /^coApplicants\.(\d{1,2})\.(.+)$/;
const rowOf = (name: string): number => Number(NAME.exec(name)?.[1] ?? -1);

/** How many blocks there are: as many as were asked for, and one for everybody of whom something was typed. */
export function peopleIn(values: FormValues): number {
  const asked = Number(values[COUNT] ?? 0);
  const typed = Object.entries(values).map(([name, value]) => (value.trim() === '' ? 0 : rowOf(name) + 1));
  const people = Math.max(Number.isInteger(asked) ? asked : 0, ...typed, 0);
  return Math.min(people, MOST_CO_APPLICANTS);
}
/** The same form with one more empty block. */
export const withOneMore = (values: FormValues): FormValues => ({
  ...values,
  [COUNT]: String(Math.min(peopleIn(values) + 1, MOST_CO_APPLICANTS)),
});
/** The same form without one person; those below move up. */
export function without(values: FormValues, gone: number): FormValues {
  const people = peopleIn(values);
  if (!Number.isInteger(gone) || gone < 0 || gone >= people) return values;
  const kept = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const [, row, field] = NAME.exec(name) ?? [];
    if (row === undefined) return [[name, value]];
    const i = Number(row);
    return i === gone ? [] : [[`coApplicants.${i > gone ? i - 1 : i}.${field}`, value]];
  });
  return { ...Object.fromEntries(kept), [COUNT]: String(people - 1) };
}
