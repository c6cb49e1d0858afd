import '#client/styles/map.css';
import { EmbedScreen } from '#client/map/embed-screen.ts';
import type { Islands } from '#client/views/island.tsx';

/** Puts a map that can be moved in the place of the picture, in a frame on another site. */
export const mount = (element: HTMLElement, props: Islands['embed-map']): Promise<void> =>
  new EmbedScreen(element, props).wake();
