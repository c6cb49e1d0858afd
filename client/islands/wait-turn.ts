import type { Islands } from '#client/views/island.tsx';
import { momentToSecond } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';

/** How often the bar moves, in milliseconds. */
const STEP_MS = 250;
/** A form is sent by itself within so much of its wait after it: those who were refused together do not come back together. */
const JITTER = 0.5;

/** Counts down to the next try: seen as it goes, heard only when it is over. Sends the form that stands after it, until it is told not to. */
export function mount(part: HTMLElement, { seconds, at, lang, sends, words }: Islands['wait-turn']): void {
  const form = sends ? part.parentElement?.querySelector('form') : null;
  const lateMs = form ? Math.random() * JITTER * seconds * 1_000 : 0;
  const waitMs = seconds * 1_000 + lateMs;
  const begunAt = performance.now();
  const next = part.querySelector('[data-next]');
  next?.replaceChildren(fill(words.next, { moment: momentToSecond(lang, new Date(Date.parse(at) + lateMs)) }));
  const how = part.querySelector('[data-how]');
  if (form) how?.replaceChildren(words.byItself);
  const left = document.createElement('p');
  left.className = 'hint';
  left.setAttribute('aria-hidden', 'true');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  part.append(left, said);
  const bar = part.querySelector('progress');

  const end = (says: string): void => {
    clearInterval(timer);
    left.remove();
    stop.remove();
    said.textContent = says;
  };
  const step = (): void => {
    const goneMs = performance.now() - begunAt;
    if (bar) bar.value = Math.min(1, goneMs / waitMs);
    left.textContent = fill(words.left, { seconds: Math.max(0, Math.ceil((waitMs - goneMs) / 1_000)) });
    if (goneMs < waitMs) return;
    end(form || !part.parentElement?.querySelector('form') ? words.trying : words.ready);
    form?.requestSubmit();
  };
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'button quiet';
  stop.textContent = words.stop;
  stop.addEventListener('click', () => {
    bar?.remove();
    how?.remove();
    end(words.stopped);
  });
  if (form) form.append(stop);
  const timer = setInterval(step, STEP_MS);
  step();
}
