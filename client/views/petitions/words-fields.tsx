import type { JSX } from 'preact';
import { FieldGroup } from '#client/views/forms/field-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { PETITION_LENGTHS } from '#shared/domain/petition.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import { fieldOf, type PetitionForm } from './form-words.ts';

const ROWS = { title: 2, essence: 6, demand: 6 } as const;
/** What a petition is about: title, essence and demand, each with the characters left. */
export const WordsFields = ({
  form,
  label,
  hints,
  lang,
  common,
}: {
  form: PetitionForm;
  label: string;
  hints: Readonly<Record<keyof typeof ROWS, string>>;
  lang: Lang;
  common: CommonTexts;
}): JSX.Element => (
  <FieldGroup name="aboutIt" label={label}>
    {(Object.keys(ROWS) as (keyof typeof ROWS)[]).map((name) => (
      <TextArea
        key={name}
        {...fieldOf(form, name)}
        hint={hints[name]}
        rows={ROWS[name]}
        limit={{ max: PETITION_LENGTHS[name].max, lang, texts: common }}
      />
    ))}
  </FieldGroup>
);
