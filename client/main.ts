import { REDRAWN } from './platform/redraw.ts';
import type { Islands } from './views/island.tsx';

type Mount<Name extends keyof Islands> = (element: HTMLElement, props: Islands[Name]) => unknown;
/** Where each island's code lies; it is fetched when the island comes into view. */
const islands: { [Name in keyof Islands]: () => Promise<{ mount: Mount<Name> }> } = {
  'address-search': () => import('./islands/address-search.ts'),
  'find-me': () => import('./islands/find-me.ts'),
  'topic-search': () => import('./islands/topic-search.ts'),
  'characters-left': () => import('./islands/characters-left.ts'),
  'city-map': () => import('./islands/city-map.ts'),
  'copy-link': () => import('./islands/copy-link.ts'),
  'embed-map': () => import('./islands/embed-map.ts'),
  'file-sender': () => import('./islands/file-sender.ts'),
  'live-part': () => import('./islands/live-part.ts'),
  'petition-live': () => import('./islands/petition-live.ts'),
  'pin-map': () => import('./islands/pin-map.ts'),
  'print-page': () => import('./islands/print-page.ts'),
  'resend-wait': () => import('./islands/resend-wait.ts'),
  'wait-turn': () => import('./islands/wait-turn.ts'),
};
const isIsland = (name: string | undefined): name is keyof Islands => name !== undefined && name in islands;

/** Islands whose code is heavy and in whose place a picture stands: what is seen first is fetched before them. */
const PATIENT: readonly string[] = ['city-map', 'pin-map'] satisfies (keyof Islands)[];
const loaded =
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise<void>((resolve) => addEventListener('load', () => resolve(), { once: true }));

async function wake(element: HTMLElement): Promise<void> {
  const { island, props = '{}' } = element.dataset;
  if (!isIsland(island)) return;
  if (PATIENT.includes(island)) await loaded;
  const { mount } = await islands[island]();
  mount(element, JSON.parse(props));
}
const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && target instanceof HTMLElement) {
        seen.unobserve(target);
        void wake(target);
      }
  },
  { rootMargin: '200px' },
);
const wakeIn = (part: ParentNode): void => {
  for (const element of part.querySelectorAll('[data-island]')) seen.observe(element);
};
wakeIn(document);
document.addEventListener(REDRAWN, ({ target }) => {
  if (target instanceof Element) wakeIn(target);
});
document.querySelector<HTMLElement>('[data-focus]')?.focus();
