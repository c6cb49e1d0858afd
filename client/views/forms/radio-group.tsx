import type { JSX } from 'preact';
import { describedBy, type FieldProps, fieldId, HintAndError, LabelWords } from './parts.tsx';

/** One of a few: the value that is sent, its words, and a line that explains it. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}
/** A question with a few answers, each a whole line to press. The first one carries the group's id, so that the error summary leads to it. */
export const RadioGroup = (
  props: FieldProps & { choices: readonly Choice[]; value?: string | undefined },
): JSX.Element => {
  const { name, choices, value, error } = props;
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend>
        <LabelWords {...props} />
      </legend>
      <HintAndError {...props} />
      {choices.map((choice, i) => {
        const id = i === 0 ? fieldId(name) : `${fieldId(name)}-${choice.value}`;
        return (
          <div class="choice" key={choice.value}>
            <input
              type="radio"
              id={id}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              required={props.optional === undefined}
              aria-describedby={choice.hint && `${id}-says`}
            />
            <label for={id}>{choice.label}</label>
            {choice.hint && (
              <p class="hint" id={`${id}-says`}>
                {choice.hint}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
};
