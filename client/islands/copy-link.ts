import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';

/** A button that copies an address; without scripts there is none, for the address stands in the browser's bar. */
export function mount(element: HTMLElement, { address, label, done, failed }: Islands['copy-link']): void {
  const whole = new URL(address, location.href).href;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = label;
  const said = document.createElement('span');
  said.className = 'hint';
  said.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    const told = navigator.clipboard?.writeText(whole) ?? Promise.reject(new Error('no clipboard'));
    told.then(
      () => {
        said.textContent = done;
      },
      () => {
        said.textContent = fill(failed, { address: whole });
      },
    );
  });
  element.append(button, said);
}
