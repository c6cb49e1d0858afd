import type { JSX } from 'preact';
import { WherePin, type WherePinProps } from '#client/views/wizard/where-pin.tsx';
import { WhereSearch } from '#client/views/wizard/where-search.tsx';
import { WhereWords } from '#client/views/wizard/where-words.tsx';
import type { FormValues } from '#server/http/form.ts';
import { baseAddress, pictureAddress } from '#server/map/index.ts';
import {
  districtAt,
  districtOf,
  districts,
  isInCity,
  placesAttribution,
  streetById,
  streetsNear,
} from '#server/places/index.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { within } from '../frame.ts';
import type { MapTiles } from '../home.page.tsx';
import { TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import { faultsUnder } from './reading.ts';
import { type Step, type StepState, stepPath } from './step.ts';
import { FIELDS, readWhere, screenPath, type Way, wayOf } from './where.read.ts';
import { addressInWords, findAddresses } from './where.search.ts';
import { lookOf, PICTURES, pinIn, writeLook } from './where.view.ts';
import { fieldAt, type StepPage, stepPage } from './wizard.page.tsx';

/** What lies at a pin, as far as the gazetteer knows. */
function placeInWords(pin: Position, lang: Lang): string | null {
  const district = districtOf(districtAt(pin) ?? '');
  if (!district) return null;
  const [street] = streetsNear(pin);
  if (!street) return district[lang];
  const name = (lang === 'en' && street.en) || street.name;
  return fill(TEXTS[lang].wizardWhere.pin.near, { street: name, district: district[lang] });
}
function pinProps(request: PageRequest, state: StepState, tiles: MapTiles): WherePinProps {
  const { lang } = request.visit;
  const { wizardWhere: texts, common } = TEXTS[lang];
  const look = lookOf(state.values);
  const pin = pinIn(state.values);
  const pins = pin ? [pin] : [];
  const street = streetById(state.values['place.streetId'] ?? '');
  return {
    at: fieldAt(request, state, texts.missing),
    street: street ? (lang === 'en' && street.en) || street.name : null,
    pictures: Object.entries(PICTURES).map(([name, { w: width, h: height }]) => ({
      ...{ name, width, height },
      src: pictureAddress({ lng: look.lng, lat: look.lat, zoom: look.z, width, height, pins, lang }),
    })),
    look: writeLook(look),
    pin,
    pinnedAt: pin && placeInWords(pin, lang),
    isOutside: pin !== null && !isInCity(pin),
    search: within(request.visit, screenPath('search')),
    credit: [placesAttribution(), tiles?.attribution].filter(Boolean).join(', ') || null,
    map: { lang, base: baseAddress(), tiles },
    texts,
    optional: common.optional,
  };
}

type Screen = Pick<StepPage, 'question' | 'lead' | 'back' | 'submit'> & { children: JSX.Element };
const SCREENS: Record<Way, (request: PageRequest, state: StepState, tiles: MapTiles) => Screen> = {
  search(request, state) {
    const { lang } = request.visit;
    const { wizardWhere: texts, wizard } = TEXTS[lang];
    const query = state.values['ui.q'] ?? '';
    const { items, hasMore } = findAddresses(query, Number(state.values['ui.pages']) || 1);
    const found = query === '' ? null : { items: items.map((place) => addressInWords(place, lang)), hasMore };
    const names = Object.fromEntries(districts().map((district) => [district.code, district[lang]]));
    const at = fieldAt(request, state, texts.missing);
    return {
      question: texts.question,
      lead: texts.lead,
      children: (
        <WhereSearch
          {...{ at, found, lang, texts }}
          districts={names}
          credit={placesAttribution()}
          next={wizard.next}
        />
      ),
    };
  },
  pin(request, state, tiles) {
    const { wizardWhere: texts, wizard } = TEXTS[request.visit.lang];
    const props = pinProps(request, state, tiles);
    return {
      question: props.street === null ? texts.pin.questionMap : texts.pin.question,
      back: screenPath('search'),
      submit: wizard.next,
      children: <WherePin {...props} />,
    };
  },
  words(request, state) {
    const { lang } = request.visit;
    const { wizardWhere: texts, wizard, common } = TEXTS[lang];
    const choices = districts().map((district) => ({ value: district.code, label: district[lang] }));
    const at = fieldAt(request, state, texts.missing);
    return {
      question: texts.words.question,
      back: screenPath('search'),
      submit: wizard.next,
      children: <WhereWords at={at} districts={choices} texts={texts.words} optional={common.optional} />,
    };
  },
};

/** A fault of one coordinate is the pin's. */
const atPin = (error: FieldError): FieldError =>
  error.path.startsWith('place.point') ? { ...error, path: 'place.point' } : error;
/** What was not said at all, by the screen that was left. */
const MISSING: Record<Way, (values: FormValues) => string | null> = {
  search: (values) => (values['ui.q'] ? 'ui.found' : 'ui.q'),
  pin: (values) => {
    const said = ['place.streetId', 'place.address', 'place.point.coordinates.0', 'place.point.coordinates.1'];
    return said.some((name) => values[name]?.trim()) ? null : 'place.point';
  },
  words: (values) => (values['place.description']?.trim() ? null : 'place.description'),
};

/** Where it is: by an address, by a pin, by the device's own place, in words, or nowhere. Never asks for more than a person knows. */
export const whereStep = (tiles: MapTiles): Step => ({
  name: 'where',
  fields: FIELDS,
  read: ({ form }, draft) => readWhere(form, draft?.values ?? {}),
  draw(request, state) {
    const { wizardWhere: texts } = TEXTS[request.visit.lang];
    const way = state.errors.length > 0 ? wayOf(undefined, state.values) : wayOf(request.query('way'), state.values);
    const labels = {
      'ui.q': texts.q,
      'ui.found': texts.found,
      'place.point': texts.pin.point,
      'place.address': texts.pin.address,
      'place.description': texts.pin.landmark,
      'place.districtCode': texts.words.district,
    };
    return stepPage(request, state, {
      name: 'where',
      labels,
      missing: texts.missing,
      ...SCREENS[way](request, state, tiles),
    });
  },
  check(values) {
    if (values['ui.way'] === 'none') return [];
    const missing = MISSING[wayOf(undefined, values)](values);
    if (missing) return [{ in: 'body', path: missing, code: 'field.required' }];
    const faults = faultsUnder(values, ['place']).map(atPin);
    return faults.filter(({ path }, i) => faults.findIndex((fault) => fault.path === path) === i);
  },
  next: () => stepPath('what'),
});
