import type { Values } from '../form/drafts.ts';

/** What was typed, and what is wrong with it by dotted path. */
export interface IntakeValues {
  values: Values;
  errors: Readonly<Record<string, string>>;
}
/** Everything that a field needs but its label, by its dotted path. */
export const of = (name: string, { values, errors }: IntakeValues) => ({
  name,
  value: values[name],
  error: errors[name],
});
