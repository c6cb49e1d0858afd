import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { useDesk } from '../desk-context.ts';
import { choicesOf, type ListedFilter } from './filter-words.ts';
import { readFilters } from './filters.ts';

const LISTED: readonly ListedFilter[] = ['status', 'category', 'district', 'department', 'channel', 'priority', 'due'];

/** The filters of a list, folded until they are wanted; a value of several, such as an address can bring, stays until it is chosen anew. */
export const FilterPanel = (): JSX.Element => {
  const desk = useDesk();
  const { words, address, go } = desk;
  const { filters: texts } = words;
  const fold = useRef<HTMLDetailsElement>(null);
  const { filters } = address;
  const choices = (name: ListedFilter) => {
    const known = choicesOf(name, desk);
    const value = filters[name];
    const isOdd = value !== undefined && !known.some((choice) => choice.value === value);
    return isOdd ? [{ value, label: texts.asInAddress }, ...known] : known;
  };
  const apply = (form: HTMLFormElement): void => {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(form)) said.set(name, String(value));
    if (filters.q) said.set('q', filters.q);
    if (fold.current) fold.current.open = false;
    go({ filters: readFilters(said), caseId: null });
    fold.current?.querySelector('summary')?.focus();
  };
  return (
    <details ref={fold} class="list-filters">
      <summary>{texts.title}</summary>
      <form
        key={JSON.stringify(filters)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply(event.currentTarget);
        }}
      >
        {LISTED.map((name) => (
          <Select
            key={name}
            name={name}
            label={texts.labels[name]}
            prompt={texts.any}
            groups={[{ options: choices(name) }]}
            value={filters[name]}
          />
        ))}
        <Field name="receivedFrom" type="date" label={texts.labels.receivedFrom} value={filters.receivedFrom} />
        <Field name="receivedTo" type="date" label={texts.labels.receivedTo} value={filters.receivedTo} />
        <p class="actions">
          <button type="submit" class="button primary">
            {texts.apply}
          </button>
        </p>
      </form>
    </details>
  );
};
