import type { FormValues } from '#server/http/form.ts';
import { districtOf, streetById } from '#server/places/index.ts';
import { isFieldOf, type Posted, stepPath } from './step.ts';
import { findAddresses, houseIn } from './where.search.ts';
import { isMove, lookOf, MOVES, pinFields, pinIn, pressedAt, readLook, writeLook } from './where.view.ts';

/** The ways of saying where, each a screen of the step; `none` has nothing to show. */
export const WAYS = ['search', 'pin', 'words'] as const;
export type Way = (typeof WAYS)[number];
/** The fields of the step. */
export const FIELDS = ['place.', 'ui.way', 'ui.q', 'ui.pages', 'ui.found', 'ui.house', 'ui.view'];

/** The screen's address. */
export const screenPath = (way: Way, fragment = ''): string => `${stepPath('where')}?way=${way}${fragment}`;
const isWay = (name: string | undefined): name is Way => WAYS.some((way) => way === name);
/** Which screen a draft is at, unless the address says. */
export const wayOf = (asked: string | undefined, values: FormValues): Way =>
  isWay(asked) ? asked : isWay(values['ui.way']) ? values['ui.way'] : 'search';

const without = (values: FormValues, ...names: string[]): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.some((gone) => name.startsWith(gone))));
const withHouse = (street: string, house: string): string => (house ? `${street}, ${house}` : street);

/** A street takes its address and its look with it; of another street the pin is no more. */
function chooseStreet(values: FormValues, id: string, house: string): Posted {
  const street = streetById(id);
  const kept = values['place.streetId'] === id ? values : without(values, 'place.point', 'ui.view');
  const form = {
    ...without(kept, 'place.districtCode', 'ui.found'),
    'place.streetId': id,
    'place.address': withHouse(street?.name ?? '', house),
    'ui.house': house,
    'ui.way': 'pin',
  };
  return { form, stay: screenPath('pin') };
}
/** Of a district alone only words can say more. */
const chooseDistrict = (values: FormValues, code: string): Posted => ({
  form: { ...without(values, 'place.', 'ui.found', 'ui.house'), 'place.districtCode': code, 'ui.way': 'words' },
  stay: screenPath('words'),
});

function readSearch(before: FormValues, form: FormValues, act: string): Posted {
  const typed = (form['ui.q'] ?? '').trim();
  const picked = form['ui.picked'] || (act === 'choose' ? form['ui.found'] : '') || '';
  const [kind, id = ''] = picked.split(':');
  const values = { ...before, 'ui.q': typed, 'ui.found': picked, 'ui.way': 'search' };
  if (kind === 'street' && streetById(id)) return chooseStreet(values, id, houseIn(typed, id));
  if (kind === 'district' && districtOf(id)) return chooseDistrict(values, id);
  const pages = act === 'more' ? String(Math.min(Number(before['ui.pages'] || 1) + 1, 99)) : '1';
  const searched = { ...values, 'ui.pages': pages };
  const hasFound = typed !== '' && findAddresses(typed, 1).items.length > 0;
  const isAsked = act === 'choose' || typed === '';
  return { form: searched, ...(!isAsked && { stay: screenPath('search', hasFound ? '#found' : '#nothing') }) };
}

function readPin(before: FormValues, form: FormValues, act: string): Posted {
  const street = streetById(before['place.streetId'] ?? '');
  const house = (form['ui.house'] ?? '').trim();
  const look = readLook(form['ui.view']) ?? lookOf(before);
  const hasPoint = Boolean(form['place.point.coordinates.0'] || form['place.point.coordinates.1']);
  const typed: FormValues = {
    ...without(before, 'place.point'),
    ...Object.fromEntries(Object.entries(form).filter(([name]) => name.startsWith('place.point.coordinates.'))),
    ...(hasPoint && { 'place.point.type': 'Point' }),
    'place.description': form['place.description'] ?? '',
    'place.address': street ? withHouse(street.name, house) : (form['place.address'] ?? ''),
    'ui.house': house,
    'ui.view': writeLook(look),
    'ui.way': 'pin',
  };
  const at = screenPath('pin', '#map');
  const pressed = act === 'middle' ? { pin: [look.lng, look.lat] as const, look } : pressedAt(form, look);
  if (pressed) return { form: { ...typed, ...pinFields(pressed.pin), 'ui.view': writeLook(pressed.look) }, stay: at };
  if (isMove(act)) return { form: { ...typed, 'ui.view': writeLook(MOVES[act](look)) }, stay: at };
  return act === 'unpin' ? { form: without(typed, 'place.point'), stay: at } : { form: typed };
}

/** A place in words has no pin and no street, or the words would be read with the wrong ones. */
const readWords = (before: FormValues, form: FormValues): Posted => ({
  form: {
    ...without(before, 'place.', 'ui.house', 'ui.view'),
    'place.description': form['place.description'] ?? '',
    'place.districtCode': form['place.districtCode'] ?? '',
    'ui.way': 'words',
  },
});

/** Found by the device: a pin at once where it is exact, else a look at the place to put the pin by hand. */
function readHere(before: FormValues, form: FormValues): Posted {
  const there = without(before, 'place.streetId', 'place.address', 'place.point', 'place.districtCode', 'ui.house');
  const pin = pinIn(form);
  const look = readLook(form['ui.view']);
  const found = { ...there, ...(pin && pinFields(pin)), 'ui.view': look ? writeLook(look) : '', 'ui.way': 'pin' };
  return { form: found, stay: screenPath('pin', '#map') };
}

/** Reads a post of the step: which screen it came from, and which of its buttons was pressed. */
export function readWhere(form: FormValues, saved: FormValues): Posted {
  const before = Object.fromEntries(Object.entries(saved).filter(([name]) => isFieldOf({ fields: FIELDS }, name)));
  const act = form['ui.do'] ?? '';
  if (act === 'here') return readHere(before, form);
  if (act === 'nowhere') return { form: { 'ui.way': 'none' } };
  const switched = { ...before, ...(form['ui.q'] !== undefined && { 'ui.q': form['ui.q'] }), 'ui.way': act };
  if (act === 'pin')
    return { form: without(switched, 'place.streetId', 'place.address', 'ui.house'), stay: screenPath('pin') };
  if (act === 'words') return { form: switched, stay: screenPath('words') };
  if (act === 'search') return { form: switched, stay: screenPath('search') };
  const way = wayOf(form['ui.way'], before);
  if (way === 'words') return readWords(before, form);
  return way === 'pin' ? readPin(before, form, act) : readSearch(before, form, act);
}
