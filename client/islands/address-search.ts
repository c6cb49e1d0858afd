import type { Islands } from '#client/views/island.tsx';
import { plural } from '#shared/texts/plural.ts';
import { type AddressOption, addressOptions } from './address-options.ts';

/** How long a pause in typing is before the city is asked, in milliseconds. */
const PAUSE_MS = 180;
/** Fewer letters say nothing. */
const FEWEST = 2;

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string>>) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

/**
 * Makes the address field a combobox with a list of suggestions (ARIA 1.2): arrows walk it, Enter takes one, Escape folds it, and how many
 * there are is said politely. Taking one only fills the field in; the form goes on by its button, which then says so.
 */
export function mount(element: HTMLElement, props: Islands['address-search']): void {
  const { fieldId, lang, options: counted, noOptions, next } = props;
  const input = document.getElementById(fieldId);
  const button = element.querySelector('button');
  if (!(input instanceof HTMLInputElement) || !button) return;
  const find = button.textContent;
  const listId = `${fieldId}-options`;
  const list = make('ul', {
    id: listId,
    role: 'listbox',
    class: 'options',
    'aria-label': input.labels?.[0]?.textContent ?? '',
  });
  const said = make('p', { class: 'unseen', role: 'status' });
  const picked = make('input', { type: 'hidden', name: 'ui.picked' });
  list.hidden = true;
  input.after(list);
  element.append(said, picked);
  const attributes = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  let shown: readonly AddressOption[] = [];
  let active = -1;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();

  const mark = (at: number): void => {
    active = at;
    [...list.children].forEach((line, i) => {
      line.setAttribute('aria-selected', String(i === at));
      if (i === at) line.scrollIntoView({ block: 'nearest' });
    });
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${listId}-${at}`);
  };
  const fold = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    mark(-1);
  };
  const take = (option: AddressOption | undefined): void => {
    if (!option) return;
    input.value = option.label;
    picked.value = option.value;
    button.textContent = next;
    button.classList.replace('secondary', 'primary');
    said.textContent = '';
    fold(false);
  };
  const show = (options: readonly AddressOption[]): void => {
    shown = options;
    list.replaceChildren(
      ...options.map(({ label, hint }, i) => {
        const line = make('li', { id: `${listId}-${i}`, role: 'option', 'aria-selected': 'false' });
        const small = make('span', { class: 'hint' });
        small.textContent = hint;
        line.append(label, small);
        line.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
        line.addEventListener('click', () => take(options[i]));
        return line;
      }),
    );
    said.textContent = options.length > 0 ? plural(lang, options.length, counted) : noOptions;
    fold(options.length > 0);
  };
  const ask = async (): Promise<void> => {
    asking.abort();
    asking = new AbortController();
    const query = input.value.trim();
    const options = query.length < FEWEST ? [] : await addressOptions(query, props, asking.signal);
    if (!options || input.value.trim() !== query) return;
    if (query.length < FEWEST) fold(false);
    else show(options);
  };

  input.addEventListener('input', () => {
    if (picked.value) button.textContent = find;
    picked.value = '';
    clearTimeout(pause);
    pause = setTimeout(() => void ask(), PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      if (!isOpen) fold(true);
      mark((active + step + (active < 0 && step < 0 ? 1 : 0) + shown.length) % shown.length);
    } else if (event.key === 'Enter' && isOpen && active >= 0) take(shown[active]);
    else if (event.key === 'Escape' && isOpen) fold(false);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => fold(false));
}
