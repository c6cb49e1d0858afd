import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { KEY_NAMES } from '../keys.ts';
import { searchFlaw, without } from './filters.ts';

/** Where the search is found by the key that leads to it. */
const FIELD = 'list-search';
/** Where it is said what is wrong with a search. */
const FLAW = 'list-search-flaw';
/** Puts the cursor into the search of the list, what is in it selected. */
export const focusSearch = (): void => {
  const field = document.getElementById(FIELD);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
};

/** The search in the text, the place and the number of the cases of a list: words in any of their forms. */
export const SearchForm = (): JSX.Element => {
  const { words, address, go } = useDesk();
  const { filters: texts } = words;
  const field = useRef<HTMLInputElement>(null);
  const [flaw, setFlaw] = useState<ReturnType<typeof searchFlaw>>(null);
  const asked = address.filters.q ?? '';
  // The field follows the address, such as after the back button.
  useLayoutEffect(() => {
    if (field.current && field.current.value.trim() !== asked) field.current.value = asked;
  }, [asked]);
  const search = (): void => {
    const q = field.current?.value.trim() ?? '';
    const found = searchFlaw(q);
    setFlaw(found);
    if (found) return;
    go({ filters: q ? { ...address.filters, q } : without(address.filters, 'q'), caseId: null });
  };
  return (
    <search>
      <form
        class="list-search"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <label class="unseen" for={FIELD}>
          {texts.search}
        </label>
        <input
          ref={field}
          id={FIELD}
          type="search"
          defaultValue={asked}
          placeholder={texts.searchHint}
          autocomplete="off"
          enterkeyhint="search"
          aria-keyshortcuts={KEY_NAMES.search}
          aria-invalid={flaw ? true : undefined}
          aria-describedby={flaw ? FLAW : undefined}
        />
        <button type="submit" class="button secondary">
          {texts.find}
        </button>
        {flaw && (
          <p id={FLAW} class="error" role="alert">
            {texts[flaw]}
          </p>
        )}
      </form>
    </search>
  );
};
