import type { JSX } from 'preact';
import { type FieldProps, HintAndError, stateOf } from './parts.tsx';

/** One tick; it sends `true` or nothing. A tick is never required. */
export const Checkbox = (props: Omit<FieldProps, 'optional'> & { isChecked?: boolean | undefined }): JSX.Element => (
  <div class={props.error ? 'field choice wrong' : 'field choice'}>
    <input {...stateOf({ ...props, optional: '' })} type="checkbox" value="true" checked={props.isChecked} />
    <label for={stateOf(props).id}>{props.label}</label>
    <HintAndError {...props} />
  </div>
);
