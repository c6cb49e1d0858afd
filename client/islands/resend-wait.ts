import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';

/** Counts down until another code can be asked for: seen each second, heard only when it is over. */
export function mount(element: HTMLElement, { seconds, left, ready }: Islands['resend-wait']): void {
  const until = performance.now() + seconds * 1000;
  const shown = document.createElement('span');
  shown.setAttribute('aria-hidden', 'true');
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  element.replaceChildren(shown, said);
  const tick = (): void => {
    const rest = Math.ceil((until - performance.now()) / 1000);
    if (rest > 0) {
      shown.textContent = fill(left, { seconds: rest });
      return;
    }
    clearInterval(timer);
    shown.textContent = '';
    said.textContent = ready;
  };
  const timer = setInterval(tick, 1000);
  tick();
}
