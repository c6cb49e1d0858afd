import '#client/styles/map.css';
import { CityScreen } from '#client/map/city-screen.ts';
import type { CityMapProps } from '#client/views/island.tsx';

/** Puts a map that can be moved in the place of the picture, and lets the list, the filters and the address follow it. */
export const mount = (element: HTMLElement, props: CityMapProps): Promise<void> =>
  new CityScreen(element, props).wake();
