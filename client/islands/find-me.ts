import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';

/** A place known worse than this is no pin, in metres. */
const EXACT_M = 100;
/** How long the device is waited for, in milliseconds. */
const PATIENCE_MS = 20_000;
/** The zoom at which a place known by some hundred metres, or by more, is looked for on the map. */
const zoomFor = (metres: number): number => (metres < 500 ? 16 : metres < 2_000 ? 14 : 12);

/** Sends the form with more fields than it has, as if a button of its own had been pressed. */
function send(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.submit();
}

/** Offers to ask the device where it is. An exact place becomes a pin to look at; a rough one opens the map near it; a refusal is explained. */
export function mount(element: HTMLElement, words: Islands['find-me']): void {
  const form = element.closest('form');
  if (!form || !('geolocation' in navigator)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button secondary';
  button.textContent = words.button;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  element.append(button, said);

  const found = ({ coords: { longitude, latitude, accuracy } }: GeolocationPosition): void => {
    const [lng, lat] = [longitude.toFixed(6), latitude.toFixed(6)];
    const look = { 'ui.do': 'here', 'ui.view': `${accuracy <= EXACT_M ? 17 : zoomFor(accuracy)}/${lng}/${lat}` };
    if (accuracy <= EXACT_M) {
      send(form, { ...look, 'place.point.coordinates.0': lng, 'place.point.coordinates.1': lat });
      return;
    }
    said.textContent = fill(words.rough, { metres: Math.round(accuracy) });
    button.textContent = words.toMap;
    button.onclick = () => send(form, look);
  };
  const failed = ({ code, PERMISSION_DENIED }: GeolocationPositionError): void => {
    said.textContent = code === PERMISSION_DENIED ? words.refused : words.failed;
  };
  button.onclick = () => {
    said.textContent = words.asking;
    const options = { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 };
    navigator.geolocation.getCurrentPosition(found, failed, options);
  };
}
