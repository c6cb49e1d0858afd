import { watch } from '#client/platform/live.ts';
import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';

/** A line that readers of the screen hear when its words change, and others do not see. */
function spokenLine(after: Element): HTMLElement {
  const line = document.createElement('p');
  line.className = 'unseen';
  line.setAttribute('aria-live', 'polite');
  after.after(line);
  return line;
}
const stateIn = (part: ParentNode): string => part.querySelector<HTMLElement>('[data-state]')?.dataset.state ?? '';
type Field = HTMLInputElement | HTMLTextAreaElement;
/** True while somebody types here, or has typed what is not sent yet: nothing may move under their hands. */
const isInUse = (part: Element): boolean =>
  [...part.querySelectorAll<Field>('input, textarea')].some(
    (field) => field === document.activeElement || field.value !== field.defaultValue,
  );
/** Opens in a fresh part what its reader has unfolded in the one it replaces, told apart by the words of the fold. */
function keepFolds(part: Element, fresh: Element): void {
  const open = new Set([...part.querySelectorAll('details[open] > summary')].map(({ textContent }) => textContent));
  for (const summary of fresh.querySelectorAll('details > summary'))
    if (open.has(summary.textContent)) summary.parentElement?.setAttribute('open', '');
}

/**
 * Draws a part of the page again when its case changes, from the page itself: the server words everything, the script knows only
 * what to watch. Each change of state is said once, politely.
 */
export function mount(part: HTMLElement, { caseId, link, changed, live }: Islands['live-part']): void {
  const line = spokenLine(part);
  if (live) {
    const hint = document.createElement('p');
    hint.className = 'hint on-screen';
    hint.textContent = live;
    part.after(hint);
  }
  const redraw = async (): Promise<void> => {
    const reply = await fetch(location.pathname + location.search).catch(() => null);
    if (!reply?.ok || isInUse(part)) return;
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.querySelector('[data-island="live-part"]');
    if (fresh) keepFolds(part, fresh);
    if (!fresh || fresh.innerHTML === part.innerHTML) return;
    const before = stateIn(part);
    part.replaceChildren(...fresh.childNodes);
    const now = stateIn(part);
    if (now !== before && changed) line.textContent = fill(changed, { status: now });
  };
  const ask = () => void redraw();
  watch({
    join: (socket, done) =>
      link ? socket.emit('link.watch', link, done) : socket.emit('case.watch', caseId ?? '', done),
    event: 'case.changed',
    hear: ({ id }) => {
      if (!caseId || id === caseId) ask();
    },
    joined: ask,
    poll: ask,
  });
}
