import { watch } from '#client/platform/live.ts';
import { redraw } from '#client/platform/redraw.ts';
import { spokenLine } from '#client/platform/spoken-line.ts';
import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';

const stateIn = (part: ParentNode): string => part.querySelector<HTMLElement>('[data-state]')?.dataset.state ?? '';
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
  const ask = async (): Promise<void> => {
    const before = stateIn(part);
    if (!(await redraw(part))) return;
    const now = stateIn(part);
    if (now !== before && changed) line.textContent = fill(changed, { status: now });
  };
  watch({
    join: (socket, done) =>
      link ? socket.emit('link.watch', link, done) : socket.emit('case.watch', caseId ?? '', done),
    event: 'case.changed',
    hear: ({ id }) => {
      if (!caseId || id === caseId) void ask();
    },
    joined: () => void ask(),
    poll: () => void ask(),
  });
}
