import type { ComponentChildren, JSX } from 'preact';
import { describedBy, type FieldProps, fieldId, HintAndError } from './parts.tsx';

/** Fields that belong together under one heading; an error may be the group's own, and the error summary can lead to it. */
export const FieldGroup = (props: Omit<FieldProps, 'optional'> & { children: ComponentChildren }): JSX.Element => (
  <fieldset class="group" id={fieldId(props.name)} tabIndex={-1} aria-describedby={describedBy(props)}>
    <legend>
      <h2>{props.label}</h2>
    </legend>
    <HintAndError {...props} />
    {props.children}
  </fieldset>
);
