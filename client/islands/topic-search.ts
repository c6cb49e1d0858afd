import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { stemsOf } from '#shared/texts/stems.ts';

/** How long a pause in typing is before the count is said, in milliseconds. */
const PAUSE_MS = 700;

/** Leaves only the topics in sight that fit what is typed, with their folds open; the choice itself is never touched. */
export function mount(element: HTMLElement, { fieldId, lang, found, nothing }: Islands['topic-search']): void {
  const input = document.getElementById(fieldId);
  if (!(input instanceof HTMLInputElement)) return;
  document.querySelector<HTMLElement>('button[name="ui.do"][value="find"]')?.remove(); // what it would ask for is in sight
  const topics = [...element.querySelectorAll<HTMLElement>('[data-words]')];
  const folds = [...element.querySelectorAll('details')].map((fold) => ({ fold, wasOpen: fold.open }));
  const said = document.createElement('p');
  said.className = 'over';
  said.setAttribute('role', 'status');
  element.prepend(said);
  let pause: ReturnType<typeof setTimeout> | undefined;

  input.addEventListener('input', () => {
    const asked = stemsOf(input.value);
    const fits = ({ dataset: { words = '' } }: HTMLElement) =>
      asked.every((start) => ` ${words}`.includes(` ${start}`));
    const shown = topics.filter((topic) => {
      topic.hidden = !fits(topic);
      return !topic.hidden;
    });
    for (const { fold, wasOpen } of folds) {
      fold.hidden = !shown.some((topic) => fold.contains(topic));
      fold.open = asked.length > 0 || wasOpen;
    }
    clearTimeout(pause);
    pause = setTimeout(() => {
      const count = shown.length > 0 ? plural(lang, shown.length, found) : fill(nothing, { q: input.value.trim() });
      said.textContent = asked.length > 0 ? count : '';
    }, PAUSE_MS);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}
