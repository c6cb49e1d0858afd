import * as L from 'leaflet';
import type { CityMapWords } from '#client/views/island.tsx';
import { CITY } from '#shared/domain/map/base-map.ts';
import type { CityMap } from './city-map.ts';

/** Near enough to tell the street. */
const ZOOM = 16;
const [WEST, SOUTH, EAST, NORTH] = CITY.bounds;

/** Puts a button on the map that asks the device where it is, and only then; `say` shows words to everybody, aloud too. */
export function addLocate(map: CityMap, words: CityMapWords, say: (text: string) => void): void {
  const corner = new L.Control({ position: 'bottomright' });
  corner.onAdd = () => {
    const bar = L.DomUtil.create('div', 'leaflet-bar');
    const button = L.DomUtil.create('button', 'locate', bar);
    button.type = 'button';
    button.title = words.locate;
    button.setAttribute('aria-label', words.locate);
    L.DomEvent.disableClickPropagation(bar);
    button.addEventListener('click', () => map.leaflet.locate({ enableHighAccuracy: true, timeout: 15_000 }));
    return bar;
  };
  corner.addTo(map.leaflet);
  map.leaflet.on('locationerror', () => say(words.locateRefused));
  map.leaflet.on('locationfound', ({ latlng: { lat, lng } }) => {
    if (lng < WEST || lng > EAST || lat < SOUTH || lat > NORTH) return say(words.locateOutside);
    say('');
    map.mark('here', [lng, lat], words.here);
    map.lookAt({ z: ZOOM, lng, lat });
  });
}
