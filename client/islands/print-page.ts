import type { Islands } from '#client/views/island.tsx';

/** A button that prints the page; without scripts the browser's own menu does. */
export function mount(element: HTMLElement, { label }: Islands['print-page']): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button primary';
  button.textContent = label;
  button.addEventListener('click', () => print());
  element.append(button);
}
