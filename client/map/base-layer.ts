import * as L from 'leaflet';
import { type BaseMap, type Name, roadWidth } from '#shared/domain/map/base-map.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import { BaseNames } from './base-names.ts';

/** GeoJSON says `[lng, lat]`, Leaflet says `(lat, lng)`; this is the one place where they meet. */
export const latLng = ([lng, lat]: Position): L.LatLng => L.latLng(lat, lng);
const path = (positions: readonly Position[]): L.LatLng[] => positions.map(latLng);

/** How far beyond what is seen the drawing reaches, as a part of the map: dragging shows no edge. */
const PADDING = 0.5;

/** Lays the city's own drawing under everything else: lines and areas whose colours are the style sheet's, and names. Fails where it cannot be fetched. */
export async function layBase(map: L.Map, address: string, lang: keyof Name): Promise<void> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`the base map answers ${reply.status}`);
  const base = (await reply.json()) as BaseMap;
  map.createPane('base').style.zIndex = '150';
  const renderer = L.svg({ pane: 'base', padding: PADDING });
  const drawn = (className: string): L.PolylineOptions => ({ pane: 'base', renderer, className, interactive: false });
  const areas = (className: string, rings: readonly (readonly Position[])[]) => {
    for (const ring of rings) L.polygon(path(ring), { ...drawn(className), stroke: false }).addTo(map);
  };
  const lines = (className: string, list: readonly (readonly Position[])[]) => {
    for (const line of list) L.polyline(path(line), drawn(className)).addTo(map);
  };
  const streets = (isMain: boolean) => base.streets.filter((s) => s.isMain === isMain).map(({ line }) => line);
  areas(
    'base-city',
    base.districts.map(({ ring }) => ring),
  );
  lines(
    'base-border',
    base.districts.flatMap(({ borders }) => borders),
  );
  areas(
    'base-park',
    base.parks.map(({ ring }) => ring),
  );
  areas('base-water', base.water);
  lines('base-runway', [base.runway]);
  lines('base-street', streets(false));
  lines('base-street main', streets(true));
  const setWidths = () => map.getContainer().style.setProperty('--road', `${roadWidth(map.getZoom())}px`);
  map.on('zoomend', setWidths);
  setWidths();
  new BaseNames(base, lang).addTo(map);
}
