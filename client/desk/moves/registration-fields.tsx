import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { Select } from '#client/views/forms/select.tsx';
import type { MoveBody } from '#shared/contract/move.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import type { ShownFields } from './shown-fields.ts';

const PART = 'classification';
/** What is taken where nothing is said. */
const PRIMARY = '2.1';
const CATEGORY = `${PART}.authorCategories.`;

/** What registration asks for: the group of questions, and, folded, what the classifier (CMU 858) says of who wrote. */
export const RegistrationFields = ({ values, errors }: ShownFields): JSX.Element => {
  const { moves, moveFields, questionGroups, classifier } = useDesk().words;
  const { classification: texts, choices, prompt } = moveFields;
  const select = (
    name: string,
    label: string,
    names: Readonly<Record<string, string>>,
    first = prompt,
  ): JSX.Element => (
    <Select
      name={name}
      label={label}
      prompt={first}
      groups={[{ options: Object.entries(names).map(([value, text]) => ({ value, label: `${value}. ${text}` })) }]}
      value={values[name]}
      error={errors[name]}
    />
  );
  const isWrong = Object.keys(errors).some((path) => path.startsWith(PART));
  // As it stood at first: a fold that closed while its last field is emptied would hide it from under the hand.
  const [wasUsed] = useState(() => Object.keys(values).some((name) => name.startsWith(PART)));
  const { [PRIMARY]: _first, ...recurrences } = choices['reclassification.recurrence'];
  return (
    <>
      {select('questionGroup', moves.form.questionGroup, questionGroups, moves.form.questionGroupPrompt)}
      <details class="fold" open={wasUsed || isWrong}>
        <summary>{texts.title}</summary>
        {select(`${PART}.recurrence`, texts.recurrence, recurrences, texts.primary)}
        {select(`${PART}.sex`, texts.sex, classifier.sexes, texts.unknown)}
        {select(`${PART}.socialStatus`, texts.socialStatus, classifier.socialStatuses, texts.unknown)}
        <fieldset class="ticks">
          <legend>{texts.authorCategories}</legend>
          {Object.entries(classifier.authorCategories).map(([code, name]) => (
            <Checkbox
              key={code}
              name={`${CATEGORY}${code}`}
              label={`${code}. ${name}`}
              isChecked={Boolean(values[`${CATEGORY}${code}`])}
            />
          ))}
        </fieldset>
      </details>
    </>
  );
};

/** The body that those fields make; what was left unsaid is left out. */
export function registrationBody(values: Values): Omit<MoveBody, 'expectedVersion'> {
  const { questionGroup } = values;
  const stated = ['recurrence', 'sex', 'socialStatus'].flatMap((field) => {
    const value = values[`${PART}.${field}`];
    return value ? [[field, value] as const] : [];
  });
  const authorCategories = Object.keys(values).flatMap((name) =>
    name.startsWith(CATEGORY) && values[name] ? [name.slice(CATEGORY.length)] : [],
  );
  const classification = {
    ...Object.fromEntries(stated),
    ...(authorCategories.length > 0 && { authorCategories }),
  } as MoveBody['classification'] & object;
  return {
    ...(questionGroup && { questionGroup: Number(questionGroup) }),
    ...(Object.keys(classification).length > 0 && { classification }),
  };
}
