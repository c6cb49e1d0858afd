import type { JSX } from 'preact';
import { MOST_STOPS } from '#shared/contract/field-list.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { RegisterView } from '#shared/contract/register-list.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { writeFilters } from '../filters/filters.ts';

const addressOf = (query: URLSearchParams): string => `/api/v1/field-list.pdf?${query}`;

/** The list that is shown as a paper for a trip to its places. */
export const FieldListLink = ({ view }: { view: RegisterView }): JSX.Element => {
  const { words, address } = useDesk();
  const { places: texts } = words;
  const query = new URLSearchParams([['view', view], ...writeFilters(address.filters)]);
  return (
    <a class="link" href={addressOf(query)} title={fill(texts.fieldListHint, { most: MOST_STOPS })} download>
      {texts.fieldList}
    </a>
  );
};
/** The same for the cases that are chosen. */
export const ChosenFieldListLink = ({ chosen }: { chosen: readonly CaseRow[] }): JSX.Element => {
  const { words } = useDesk();
  const query = new URLSearchParams(chosen.slice(0, MOST_STOPS).map(({ id }) => ['case', id]));
  return (
    <a class="button secondary" href={addressOf(query)} download>
      {words.places.fieldListOfChosen}
    </a>
  );
};
