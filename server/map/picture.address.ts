import { type CaseFilters, cityQuery, inAddress } from '#shared/domain/map/filters.ts';
import type { Position } from '#shared/domain/map/mercator.ts';

/** A picture as pages ask for it: its middle, its zoom and its size in pixels. */
export interface PictureRequest {
  lng: number;
  lat: number;
  zoom: number;
  width: number;
  height: number;
  /** Places to mark. */
  pins?: readonly Position[];
  /** Published cases to show, as far as they pass these filters. */
  cases?: CaseFilters;
  lang?: 'uk' | 'en';
}

/** The address of a picture of the map. The same picture always has the same address. */
export function pictureAddress({
  lng,
  lat,
  zoom,
  width,
  height,
  pins = [],
  cases,
  lang = 'uk',
}: PictureRequest): string {
  const query = cityQuery({ filters: cases ?? {}, at: { z: zoom, lng, lat } });
  query.set('w', String(width));
  query.set('h', String(height));
  if (lang !== 'uk') query.set('lang', lang);
  if (pins.length > 0) query.set('pins', pins.map((pin) => pin.map(inAddress).join(',')).join(';'));
  if (cases) query.set('cases', '1');
  return `/map/picture.svg?${query}`;
}
