import type { JSX } from 'preact';
import { FieldBlock, type FieldProps, stateOf } from './parts.tsx';

/** One line of text and what a phone's keyboard should offer for it. */
export interface LineProps extends FieldProps {
  value?: string | undefined;
  type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local' | 'password' | 'search' | 'number';
  autocomplete?: string;
  inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'search';
  enterKeyHint?: 'next' | 'done' | 'go' | 'send' | 'search';
  maxLength?: number;
  /** How wide the control is; `full` unless said. */
  width?: 'full' | 'half' | 'code';
}
/** One line of text, with label, hint and error. */
export const Field = (props: LineProps): JSX.Element => {
  const { value, type = 'text', autocomplete, inputMode, enterKeyHint = 'next', maxLength, width = 'full' } = props;
  return (
    <FieldBlock props={props}>
      <input
        {...stateOf(props)}
        class={width}
        type={type as 'text'} // Preact's types tell inputs apart by type and refuse a variable one
        value={value}
        autocomplete={autocomplete}
        inputmode={inputMode}
        enterkeyhint={enterKeyHint}
        maxlength={maxLength}
        spellcheck={type === 'text' ? undefined : false}
      />
    </FieldBlock>
  );
};
