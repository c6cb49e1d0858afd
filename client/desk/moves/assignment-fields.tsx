import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { MoveBody } from '#shared/contract/move.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { RoutingSuggestion } from '../routing/routing-suggestion.tsx';
import type { ShownFields } from './shown-fields.ts';

/** So many departments may help at the most; the contract says the same. */
const MOST_HELPERS = 10;
const helper = (nth: number) => ({
  departmentId: `coExecutors.${nth}.departmentId`,
  dueOn: `coExecutors.${nth}.dueOn`,
});
/** How many rows of helpers have something in them, up to the last one that has. */
const helpersIn = (values: Values): number => {
  const rows = Array.from({ length: MOST_HELPERS }, (_, nth) => helper(nth));
  return rows.findLastIndex(({ departmentId, dueOn }) => values[departmentId] || values[dueOn]) + 1;
};

/** The head's resolution: who answers, and, folded, by when inside the house, who helps, and in what words. */
export const AssignmentFields = ({ card, values, errors, set }: ShownFields): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { moves, moveFields } = words;
  const texts = moveFields.resolution;
  const options = catalogue.departments.map((department) => ({ value: department.id, label: department[lang] }));
  const department = (name: string, label: string, prompt: string): JSX.Element => (
    <Select
      name={name}
      label={label}
      prompt={prompt}
      groups={[{ options }]}
      value={values[name]}
      error={errors[name]}
    />
  );
  const date = (name: string, label: string, hint?: string): JSX.Element => (
    <Field
      name={name}
      type="date"
      width="half"
      label={label}
      value={values[name]}
      error={errors[name]}
      {...(hint && { hint })}
    />
  );
  const law = card.dueOn ? fill(texts.dueHint, { date: dateInFull(lang, card.dueOn) }) : undefined;
  const helpers = helpersIn(values);
  const isFolded = (name: string): boolean => name !== 'departmentId';
  // As it stood at first: a fold that closed while its last field is emptied would hide it from under the hand.
  const [wasUsed] = useState(() => Object.keys(values).some((name) => isFolded(name) && values[name]));
  return (
    <>
      <RoutingSuggestion
        card={card}
        chosen={values.departmentId ?? ''}
        take={(departmentId) => set('departmentId', departmentId)}
      />
      {department('departmentId', moves.form.department, moves.form.departmentPrompt)}
      <details class="fold" open={wasUsed || Object.keys(errors).some(isFolded)}>
        <summary>{texts.title}</summary>
        {date('internalDueOn', texts.internalDueOn, law)}
        {Array.from({ length: Math.min(helpers + 1, MOST_HELPERS) }, (_, nth) => helper(nth)).map((names, nth) => (
          <fieldset key={names.departmentId} class="pair">
            <legend>{fill(texts.helper, { n: nth + 1 })}</legend>
            {department(names.departmentId, texts.helperDepartment, texts.noHelper)}
            {(values[names.departmentId] || values[names.dueOn]) && date(names.dueOn, texts.helperDueOn)}
          </fieldset>
        ))}
        <TextArea name="resolution" label={texts.words} rows={3} value={values.resolution} error={errors.resolution} />
      </details>
    </>
  );
};

/** The body that those fields make; a row of helpers left empty between others goes along, so that the server can name it. */
export function assignmentBody(values: Values): Omit<MoveBody, 'expectedVersion'> {
  const { departmentId, internalDueOn, resolution } = values;
  const coExecutors = Array.from({ length: helpersIn(values) }, (_, nth) => {
    const [id, dueOn] = [values[helper(nth).departmentId], values[helper(nth).dueOn]];
    return { departmentId: id ?? '', ...(dueOn && { dueOn }) };
  });
  return {
    ...(departmentId && { departmentId }),
    ...(internalDueOn && { internalDueOn }),
    ...(coExecutors.length > 0 && { coExecutors }),
    ...(resolution?.trim() && { resolution }),
  };
}
