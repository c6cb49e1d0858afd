import type { MapPictureProps } from '#client/views/home/map-picture.tsx';
import type { CityMapProps } from '#client/views/island.tsx';
import { pictureAddress } from '#server/map/index.ts';
import { placesAttribution } from '#server/places/index.ts';
import { CITY, ZOOMS } from '#shared/domain/map/base-map.ts';
import type { MapPlace } from '#shared/domain/map/filters.ts';
import { type Bounds, boundsOf, type Position, pointAt } from '#shared/domain/map/mercator.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { homeAddress } from './home.choices.ts';
import type { CityRequest } from './home.query.ts';
import { TEXTS } from './texts.ts';

/** Pictures are larger than the screens that they are for, and are cut rather than scaled, so that a script's map lies exactly over them. */
const SIZES = {
  narrow: { width: 800, height: 640 },
  wide: { width: 1920, height: 1080 },
  paper: { width: 880, height: 720 },
} as const;
/** What of the map a page without scripts is taken to show, in pixels: what it prints. */
const SEEN = { w: SIZES.paper.width, h: SIZES.paper.height } as const;
/** How far a link moves the map, as a part of what is seen. */
const STEP = 0.5;
/** Where the map opens: the whole city on either screen, and on paper. */
const OPENS_AT = { narrow: 11, wide: 12, paper: 11 } as const;

const placeOf = (at: MapPlace | null, zoom: number): MapPlace => at ?? { z: zoom, lng: CITY.lng, lat: CITY.lat };
/** What a page without scripts shows of the map; undefined where that is the whole city. */
export const seenBounds = (at: MapPlace | null): Bounds | undefined => (at ? boundsOf({ ...at, ...SEEN }) : undefined);

function movesFrom(lang: Lang, { filters, chosen, at }: CityRequest, page: string): MapPictureProps['moves'] {
  const here = placeOf(at, OPENS_AT.wide);
  const to = (place: Partial<MapPlace>) => homeAddress(lang, { filters, chosen, at: { ...here, ...place } }, {}, page);
  const by = (x: number, y: number) => {
    const [lng, lat] = pointAt({ ...here, ...SEEN }, SEEN.w * (0.5 + x * STEP), SEEN.h * (0.5 + y * STEP));
    return to({ lng, lat });
  };
  return {
    zoomIn: here.z < ZOOMS.max ? to({ z: here.z + 1 }) : null,
    zoomOut: here.z > ZOOMS.min ? to({ z: here.z - 1 }) : null,
    north: by(0, -1),
    south: by(0, 1),
    west: by(-1, 0),
    east: by(1, 0),
  };
}
/** The map as pictures, with whatever was looked for marked on it; its links lead to this page. */
export function mapPicture(
  lang: Lang,
  request: CityRequest,
  pin: Position | null,
  tiles: CityMapProps['tiles'],
  page = '/',
): MapPictureProps {
  const picture = (screen: keyof typeof SIZES) => {
    const { z: zoom, lng, lat } = placeOf(request.at, OPENS_AT[screen]);
    const size = SIZES[screen];
    return {
      src: pictureAddress({ zoom, lng, lat, ...size, cases: request.filters, pins: pin ? [pin] : [], lang }),
      ...size,
    };
  };
  return {
    texts: TEXTS[lang].map,
    narrow: picture('narrow'),
    wide: picture('wide'),
    paper: picture('paper'),
    moves: movesFrom(lang, request, page),
    credits: [tiles?.attribution, placesAttribution()].flatMap((one) => one || []),
  };
}
