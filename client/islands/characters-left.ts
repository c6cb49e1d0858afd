import type { Islands } from '#client/views/island.tsx';
import { plural } from '#shared/texts/plural.ts';

/** How long a pause in typing is before a reader of the screen hears the figure, in milliseconds. */
const PAUSE_MS = 1000;
/** How near to the limit the figure appears, as a part of it. */
const NEAR = 0.8;

/** Tells how many characters are left, once the limit is near: shown at once, said after a pause in typing. */
export function mount(element: HTMLElement, { fieldId, max, lang, left, over }: Islands['characters-left']): void {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const shown = element.appendChild(document.createElement('p'));
  shown.className = 'hint';
  shown.setAttribute('aria-hidden', 'true');
  const said = element.appendChild(document.createElement('p'));
  said.className = 'unseen';
  said.setAttribute('aria-live', 'polite');
  let pause: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const rest = max - field.value.trim().length;
    const words = rest < 0 ? plural(lang, -rest, over) : plural(lang, rest, left);
    shown.textContent = field.value.length > max * NEAR ? words : '';
    clearTimeout(pause);
    pause = setTimeout(() => {
      said.textContent = shown.textContent;
    }, PAUSE_MS);
  };
  field.addEventListener('input', tell);
  tell();
}
