import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import { FieldBlock, type FieldProps, fieldId, stateOf } from './parts.tsx';

/** Several lines. With `limit` an island tells politely how many characters are left; nothing typed is ever cut off. */
export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number;
  autocomplete?: string;
  limit?: { max: number; lang: Lang; texts: Pick<CommonTexts, 'charactersLeft' | 'charactersOver'> };
}
/** Several lines of text, with label, hint and error. */
export const TextArea = (props: TextAreaProps): JSX.Element => {
  const { name, value, rows = 6, autocomplete, limit } = props;
  return (
    <FieldBlock props={props}>
      <textarea {...stateOf(props)} rows={rows} autocomplete={autocomplete}>
        {value}
      </textarea>
      {limit && (
        <Island
          name="characters-left"
          props={{
            fieldId: fieldId(name),
            max: limit.max,
            lang: limit.lang,
            left: limit.texts.charactersLeft,
            over: limit.texts.charactersOver,
          }}
        />
      )}
    </FieldBlock>
  );
};
