import type { JSX } from 'preact';
import { FieldBlock, type FieldProps, stateOf } from './parts.tsx';

/** One line of a list. */
interface Option {
  value: string;
  label: string;
}
/** Lines under one heading; without a heading they stand by themselves. */
export interface OptionGroup {
  label?: string;
  options: readonly Option[];
}
/** A choice from a list. `prompt` is the empty first line; without it one of the others is always chosen. */
export const Select = (
  props: FieldProps & { groups: readonly OptionGroup[]; prompt?: string; value?: string | undefined },
): JSX.Element => {
  const lines = (options: readonly Option[]) =>
    options.map(({ value, label }) => (
      <option key={value} value={value} selected={value === props.value}>
        {label}
      </option>
    ));
  return (
    <FieldBlock props={props}>
      <select {...stateOf(props)}>
        {props.prompt !== undefined && <option value="">{props.prompt}</option>}
        {props.groups.map(({ label, options }) =>
          label ? (
            <optgroup key={label} label={label}>
              {lines(options)}
            </optgroup>
          ) : (
            lines(options)
          ),
        )}
      </select>
    </FieldBlock>
  );
};
