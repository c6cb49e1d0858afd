import type { ComponentChildren, JSX } from 'preact';

/** The button that sends a form; never disabled. `name` and `value` tell it from another button of the same form. */
export const SubmitButton = ({
  children,
  kind = 'primary',
  name,
  value,
}: {
  children: ComponentChildren;
  kind?: 'primary' | 'secondary' | 'quiet';
  name?: string;
  value?: string;
}): JSX.Element => (
  <button type="submit" class={`button ${kind}`} name={name} value={value}>
    {children}
  </button>
);
