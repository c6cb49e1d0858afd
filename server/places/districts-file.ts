import * as z from 'zod/mini';
import type { Polygons, Position } from './geometry.ts';
import { code, ImportRefused, name, parsed, position, readRows, repeated } from './import-file.ts';
import type { DistrictRow } from './places.model.ts';

const isClosed = (ring: readonly Position[]): boolean => String(ring[0]) === String(ring.at(-1));
const ring = z
  .array(position, 'must be lists of positions')
  .check(
    z.minLength(4, 'has an outline of fewer than four positions'),
    z.refine(isClosed, 'has an outline that is not closed: its last position must be its first'),
  );
const polygon = z.array(ring, 'must be lists of outlines').check(z.minLength(1, 'has no outline'));
const polygons = z.array(polygon, 'must be lists of polygons').check(z.minLength(1, 'has no polygon'));

/** A feature of the file: one district. */
const DistrictFeature = z.object(
  {
    properties: z.object(
      {
        slug: code,
        name,
        name_en: name,
        name_ru: z.optional(z.nullable(name)),
        old_name: z.optional(z.nullable(name)),
        katottg: z.string('must be text').check(z.regex(/^UA\d{17}$/, 'must be UA and 17 digits')),
      },
      'must be there',
    ),
    geometry: z.discriminatedUnion(
      'type',
      [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: polygons }),
      ],
      'must be a Polygon or a MultiPolygon',
    ),
  },
  'must be a feature',
);

/** Reads a GeoJSON file of all districts of the city; throws ImportRefused with everything that is wrong in it. */
export function readDistricts(text: string, attribution: string | null): DistrictRow[] {
  const file = parsed(text) as { type?: unknown; features?: unknown } | null;
  if (file?.type !== 'FeatureCollection') throw new ImportRefused(['the file is not a GeoJSON FeatureCollection']);
  const features = readRows('district', file.features, DistrictFeature, (rows) => [
    ...repeated(rows, ({ properties: { slug } }) => [slug], 'slug'),
    ...repeated(rows, (row) => [row.properties.name], 'name'),
    ...repeated(rows, ({ properties: { katottg } }) => [katottg], 'katottg'),
  ]);
  return features.map(({ properties: { slug, name: uk, name_en: en, name_ru: ru, old_name, katottg }, geometry }) => {
    const coordinates: Polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const oldNames = old_name ? [old_name] : [];
    return {
      _id: slug,
      uk,
      en,
      ru: ru ?? null,
      oldNames,
      katottg,
      outline: { type: 'MultiPolygon', coordinates },
      attribution,
    };
  });
}
