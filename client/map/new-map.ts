import * as L from 'leaflet';
import type { Name } from '#shared/domain/map/base-map.ts';
import { CITY, ZOOMS } from '#shared/domain/map/base-map.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import { latLng, layBase } from './base-layer.ts';

const [WEST, SOUTH, EAST, NORTH] = CITY.bounds;
/** Where a map looks at first, and what it is called. */
export interface MapStart {
  at: Position;
  zoom: number;
  label: string;
  nearer: string;
  farther: string;
  /** Whether the wheel zooms it from the first: no, where a page must scroll past it. */
  isWheeled: boolean;
}
/** A map of the city without marks and ground: within its bounds, calm for whoever asks for less motion. */
export function newMap(element: HTMLElement, { at, zoom, label, nearer, farther, isWheeled }: MapStart): L.Map {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    center: latLng(at),
    zoom,
    minZoom: ZOOMS.min,
    maxZoom: ZOOMS.max,
    maxBounds: [
      [SOUTH, WEST],
      [NORTH, EAST],
    ],
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: isWheeled,
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    inertia: !isCalm,
  });
  element.setAttribute('role', 'region');
  element.setAttribute('aria-label', label);
  L.control.zoom({ position: 'bottomright', zoomInTitle: nearer, zoomOutTitle: farther }).addTo(map);
  return map;
}
/** What lies under the marks: the city's own drawing at an address, or the tiles that the settings name. */
export interface MapGround {
  base: string;
  tiles: { url: string; attribution: string } | null;
}
/** Lays the ground of a map; fails where it cannot be fetched. */
export async function layGround(map: L.Map, { base, tiles }: MapGround, lang: keyof Name): Promise<void> {
  if (tiles) L.tileLayer(tiles.url).addTo(map);
  else await layBase(map, base, lang);
}
