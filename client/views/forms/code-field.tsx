import type { JSX } from 'preact';
import { Field } from './field.tsx';

/** The one field of a one-time code: phones offer the digits of the last text, and spaces may be pasted along. */
export const CodeField = (props: {
  label: string;
  hint: string;
  error?: string | undefined;
  value?: string | undefined;
}): JSX.Element => (
  <Field {...props} name="code" inputMode="numeric" autocomplete="one-time-code" enterKeyHint="done" width="code" />
);
