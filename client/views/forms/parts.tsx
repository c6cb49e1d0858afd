import type { ComponentChildren, JSX } from 'preact';

/**
 * What all fields share. `name` is the dotted path of the value in its shape (`contact.phone`). A field is required
 * unless `optional` gives the word that says otherwise; `error` is in words.
 */
export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: string | undefined;
}
/** The id of the control that holds a value; the error summary links to it. */
export const fieldId = (name: string): string => name.replaceAll('.', '-');

/** Ids of the hint and the error, for `aria-describedby`; undefined where a field has neither. */
export const describedBy = ({ name, hint, error }: FieldProps, also?: string): string | undefined =>
  [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`, also].filter(Boolean).join(' ') || undefined;

/** What a control tells assistive technology of its state. */
export const stateOf = (props: FieldProps, also?: string) => ({
  id: fieldId(props.name),
  name: props.name,
  'aria-describedby': describedBy(props, also),
  'aria-invalid': props.error ? ('true' as const) : undefined,
  required: props.optional === undefined,
});

/** The words of a label, with the word for "optional" where it is. */
export const LabelWords = ({ label, optional }: FieldProps): JSX.Element => (
  <>
    {label}
    {optional && <span class="optional"> ({optional})</span>}
  </>
);
/** Hint and error, in this order, between the label and the control. */
export const HintAndError = ({ name, hint, error }: FieldProps): JSX.Element => (
  <>
    {hint && (
      <p class="hint" id={`${fieldId(name)}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${fieldId(name)}-error`}>
        {error}
      </p>
    )}
  </>
);
/** A field's own block: label above, hint below it, error between hint and control. */
export const FieldBlock = ({ props, children }: { props: FieldProps; children: ComponentChildren }): JSX.Element => (
  <div class={props.error ? 'field wrong' : 'field'}>
    <label for={fieldId(props.name)}>
      <LabelWords {...props} />
    </label>
    <HintAndError {...props} />
    {children}
  </div>
);
