import { liveSocket } from '#client/platform/live.ts';
import type { Islands } from '#client/views/island.tsx';

/** How often the page is asked for while there is no live connection, in milliseconds. */
const POLL_MS = 30_000;

/** Draws the short page's state again when its case changes, from the page itself: it knows no case, only its own address. */
export function mount(element: HTMLElement, { code }: Islands['live-link']): void {
  const socket = liveSocket();
  const redraw = async () => {
    const reply = await fetch(location.pathname).catch(() => null);
    if (!reply?.ok) return;
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.querySelector('[data-island="live-link"]');
    if (fresh && fresh.innerHTML !== element.innerHTML) element.replaceChildren(...fresh.childNodes);
  };
  socket.on('connect', () => void socket.emit('link.watch', code, () => void redraw()));
  socket.on('case.changed', () => void redraw());
  setInterval(() => {
    if (!socket.connected) void redraw();
  }, POLL_MS);
}
