import { watch } from '#client/platform/live.ts';
import type { Islands } from '#client/views/island.tsx';

/** Draws the short page's state again when its case changes, from the page itself: it knows no case, only its own address. */
export function mount(element: HTMLElement, { code }: Islands['live-link']): void {
  const redraw = async () => {
    const reply = await fetch(location.pathname).catch(() => null);
    if (!reply?.ok) return;
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.querySelector('[data-island="live-link"]');
    if (fresh && fresh.innerHTML !== element.innerHTML) element.replaceChildren(...fresh.childNodes);
  };
  const changed = () => void redraw();
  watch({
    join: (live, done) => live.emit('link.watch', code, done),
    event: 'case.changed',
    hear: changed,
    joined: changed,
    poll: changed,
  });
}
