import type { FormValues } from '#server/http/form.ts';
import { streetById } from '#server/places/index.ts';
import { CITY, ZOOMS } from '#shared/domain/map/base-map.ts';
import { type MapView, type Position, pointAt } from '#shared/domain/map/mercator.ts';

/** What part of the map a form shows; its size is the picture's. */
export type Look = Pick<MapView, 'z' | 'lng' | 'lat'>;
/** The pictures of the map that a page offers to press on, by the names of their inputs: for phones, and for wider screens. */
export const PICTURES = {
  'ui.pin': { w: 340, h: 340 },
  'ui.pinwide': { w: 688, h: 420 },
} as const;
/** The zoom at which houses can be told apart, and the one at which a street is found. */
const HOUSE_ZOOM = 17;
const STREET_ZOOM = 16;
const CITY_ZOOM = 11;
/** Each press on the map before that comes nearer by so much. */
const STEP = 3;

const NUMBERS = /^(\d{1,2})\/(-?\d{1,3}(?:\.\d{1,9})?)\/(-?\d{1,2}(?:\.\d{1,9})?)$/;
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
/** A look that stays over the city and between its zooms. */
function held({ z, lng, lat }: Look): Look {
  const [west, south, east, north] = CITY.bounds;
  return { z: within(z, ZOOMS.min, ZOOMS.max), lng: within(lng, west, east), lat: within(lat, south, north) };
}
/** A look as it travels in a form: `16/30.7362/46.4843`. */
export const writeLook = ({ z, lng, lat }: Look): string => `${z}/${Number(lng.toFixed(6))}/${Number(lat.toFixed(6))}`;
/** Reads it back; null for what is none. */
export function readLook(written: string | undefined): Look | null {
  const [, z, lng, lat] = NUMBERS.exec(written ?? '') ?? [];
  return lat === undefined ? null : held({ z: Number(z), lng: Number(lng), lat: Number(lat) });
}

const COORDINATE = /^-?\d{1,3}(\.\d{1,15})?$/;
/** The pin of a draft, `[lng, lat]`; null where there is none or it is no pair of degrees. */
export function pinIn(values: FormValues): Position | null {
  const lng = values['place.point.coordinates.0'] ?? '';
  const lat = values['place.point.coordinates.1'] ?? '';
  if (!COORDINATE.test(lng) || !COORDINATE.test(lat)) return null;
  const pin: Position = [Number(lng), Number(lat)];
  return Math.abs(pin[0]) <= 180 && Math.abs(pin[1]) <= 90 ? pin : null;
}
/** The fields of a pin. */
export const pinFields = ([lng, lat]: Position): FormValues => ({
  'place.point.type': 'Point',
  'place.point.coordinates.0': lng.toFixed(6),
  'place.point.coordinates.1': lat.toFixed(6),
});

/** What to show first: the look that was left, else the pin, else the street that was chosen, else the whole city. */
export function lookOf(values: FormValues): Look {
  const left = readLook(values['ui.view']);
  if (left) return left;
  const pin = pinIn(values);
  if (pin) return held({ z: HOUSE_ZOOM, lng: pin[0], lat: pin[1] });
  const street = streetById(values['place.streetId'] ?? '');
  if (street) return held({ z: STREET_ZOOM, lng: street.point[0], lat: street.point[1] });
  return { z: CITY_ZOOM, lng: CITY.lng, lat: CITY.lat };
}

/** Buttons that move the map: by a third of the picture, or by one zoom. */
export const MOVES = {
  north: (look: Look): Look => shifted(look, 0, -1),
  south: (look: Look): Look => shifted(look, 0, 1),
  west: (look: Look): Look => shifted(look, -1, 0),
  east: (look: Look): Look => shifted(look, 1, 0),
  nearer: (look: Look): Look => held({ ...look, z: look.z + 1 }),
  farther: (look: Look): Look => held({ ...look, z: look.z - 1 }),
} as const;
export type Move = keyof typeof MOVES;
export const isMove = (name: string): name is Move => Object.hasOwn(MOVES, name);
function shifted(look: Look, right: number, down: number): Look {
  const side = PICTURES['ui.pin'].w;
  const [lng, lat] = pointAt({ ...look, w: side, h: side }, side * (0.5 + right / 3), side * (0.5 + down / 3));
  return held({ ...look, lng, lat });
}

/**
 * The place under a press on one of the pictures, and a nearer look at it; null where none was pressed. A press by the keyboard
 * comes as 0, 0 and means the middle of the picture, where its cross is.
 */
export function pressedAt(form: FormValues, look: Look): { pin: Position; look: Look } | null {
  for (const [name, size] of Object.entries(PICTURES)) {
    const [x, y] = [Number(form[`${name}.x`]), Number(form[`${name}.y`])];
    if (!(x >= 0 && y >= 0 && x <= size.w && y <= size.h)) continue;
    const isMiddle = x === 0 && y === 0;
    const pin: Position = isMiddle ? [look.lng, look.lat] : pointAt({ ...look, ...size }, x, y);
    const z = within(look.z + STEP, look.z, Math.max(look.z, HOUSE_ZOOM));
    return { pin, look: held({ z, lng: pin[0], lat: pin[1] }) };
  }
  return null;
}
