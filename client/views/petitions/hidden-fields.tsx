import type { JSX } from 'preact';

/** What was typed on the screen before, sent along with this form, so that nothing is lost between the two. */
export const HiddenFields = ({ values }: { values: Readonly<Record<string, string>> }): JSX.Element => (
  <>
    {Object.entries(values).map(([name, value]) =>
      value ? <input key={name} type="hidden" name={name} value={value} /> : null,
    )}
  </>
);
