import '#client/styles/map.css';
import * as L from 'leaflet';
import { latLng } from '#client/map/base-layer.ts';
import { layGround, newMap } from '#client/map/new-map.ts';
import type { Islands } from '#client/views/island.tsx';
import { CITY } from '#shared/domain/map/base-map.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import { placeAt } from './place-at.ts';

/** Where houses can be told apart: a press from farther off comes nearer first. */
const HOUSE_ZOOM = 16;

/** The zoom that shows the whole city. */
const CITY_ZOOM = 11;

/** A drop whose tip is the place. */
const PIN = '<svg viewBox="-14 -35 28 36"><path d="M0 0s-12-13-12-22a12 12 0 0 1 24 0c0 9-12 22-12 22z"/></svg>';

/** The form's own fields that the map reads and writes. */
function fieldsOf(section: HTMLElement) {
  const field = (name: string) => section.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  return {
    lng: field('place.point.coordinates.0'),
    lat: field('place.point.coordinates.1'),
    look: field('ui.view'),
  };
}
const made = (tag: string, className: string, text = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

/**
 * Puts a map that can be moved in the place of the picture. The cross in its middle stays still: a button puts the pin under it, by finger
 * and by keyboard alike; a press on the map puts it there. Where the drawing cannot be had, the picture stays.
 */
export async function mount(element: HTMLElement, props: Islands['pin-map']): Promise<void> {
  const section = element.closest<HTMLElement>('.pin-map');
  if (!section) return;
  const { lng, lat, look } = fieldsOf(section);
  const said = section.querySelector<HTMLElement>('[role="status"]');
  if (!lng || !lat || !look || !said) return;
  const { words } = props;
  const pictures = [...element.children];
  const canvas = made('div', 'canvas');
  const frame = made('div', 'live-map');
  frame.append(canvas, made('div', 'aim'));
  element.append(made('p', 'hint', words.aim), frame);

  const [zoom = CITY_ZOOM, startLng = CITY.lng, startLat = CITY.lat] = look.value.split('/').map(Number);
  const map = newMap(canvas, {
    at: [startLng, startLat],
    zoom,
    label: `${words.map}. ${words.aim}`,
    nearer: words.nearer,
    farther: words.farther,
    isWheeled: false, // until the map is pressed: a page must scroll past it
  });
  try {
    await layGround(map, props, props.lang);
  } catch {
    map.remove();
    for (const child of [...element.children]) if (!pictures.includes(child)) child.remove();
    return;
  }
  const pin = L.marker([startLat, startLng], {
    icon: L.divIcon({ className: 'pin-mark', html: PIN, iconSize: [28, 36], iconAnchor: [14, 36] }),
    interactive: false,
    keyboard: false,
  });
  const put = async (at: Position): Promise<void> => {
    lng.value = at[0].toFixed(6);
    lat.value = at[1].toFixed(6);
    pin.setLatLng(latLng(at)).addTo(map);
    said.textContent = await placeAt(at, props);
  };
  if (lng.value && lat.value) pin.setLatLng([Number(lat.value), Number(lng.value)]).addTo(map);
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  map.on('moveend', () => {
    const center = map.getCenter();
    look.value = `${map.getZoom()}/${center.lng.toFixed(6)}/${center.lat.toFixed(6)}`;
  });
  const putUnder = (at: L.LatLng): void => {
    if (map.getZoom() < HOUSE_ZOOM) map.setView(at, HOUSE_ZOOM);
    else map.panTo(at);
    void put([at.lng, at.lat]);
  };
  map.on('click', ({ latlng }) => putUnder(latlng));
  const drop = made('button', 'button', words.drop) as HTMLButtonElement;
  drop.type = 'button';
  drop.addEventListener('click', () => putUnder(map.getCenter()));
  element.append(drop); // only now: a button that is there must answer
  if (pictures.some((picture) => picture.contains(document.activeElement))) drop.focus();
  for (const picture of pictures) picture.remove();
  map.invalidateSize();
}
