import { catalogue } from '#server/catalogue/index.ts';
import { districts } from '#server/places/index.ts';
import { DESK_PETITION_VERBS } from '#shared/contract/petition-desk.ts';
import { STAFF_DEEDS } from '#shared/contract/staff.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { CITY } from '#shared/domain/map/base-map.ts';
import { project, TILE } from '#shared/domain/map/mercator.ts';
import { SMS_TEMPLATES } from '#shared/domain/message-texts.ts';
import { REFERENCE_KINDS } from '#shared/domain/reference.ts';
import { VERBS } from '#shared/domain/workflow.ts';
import type { Route } from './routes.ts';

/** What somebody knows who tries addresses: of which cases and files. */
export interface Known {
  /** Numbers that stand in paths. */
  numbers: readonly string[];
  /** Numbers that are asked for in queries, which cost more to answer. */
  few: readonly string[];
  ids: readonly string[];
  files: readonly string[];
  places: readonly (readonly [lng: number, lat: number])[];
}
const BBOX = `bbox=${CITY.bounds.join(',')}`;
/** Short links and links of letters are 35 bits and more: these are as good as any. */
const GUESSES = [
  '0000000',
  '7KQ2M4P',
  'ZZZZZZZ',
  '7'.repeat(26),
  'a'.repeat(24),
  `${'b'.repeat(24)}.${'c'.repeat(22)}`,
];

/** The tiles of the whole city from the first zoom to the last of these, as their addresses say them. */
export function tilesOfCity(zooms: readonly number[]): string[] {
  const [west, south, east, north] = CITY.bounds;
  return zooms.flatMap((z) => {
    const [[left, top], [right, bottom]] = [project([west, north], z), project([east, south], z)];
    const across = (from: number, to: number): number[] =>
      Array.from(
        { length: Math.floor(to / TILE) - Math.floor(from / TILE) + 1 },
        (_, i) => Math.floor(from / TILE) + i,
      );
    return across(left, right).flatMap((x) => across(top, bottom).map((y) => `${z}/${x}/${y}`));
  });
}
/** The tile under each place, at a zoom at which cases lie apart. */
const tilesAt = (places: Known['places'], z: number): string[] =>
  places.map(
    (place) =>
      `${z}/${project(place, z)
        .map((pixel) => Math.floor(pixel / TILE))
        .join('/')}`,
  );

/** What can stand in a pattern, part by part. Throws for a name that nobody has said anything of: a new way in is to be tried, too. */
function partsOf(path: string, name: string, known: Known): readonly string[] {
  if (path.startsWith('/files/')) return [...known.files, ...known.ids.slice(0, 20)];
  const parts: Readonly<Record<string, readonly string[]>> = {
    number: known.numbers,
    id: known.ids,
    photoId: known.files.slice(0, 2),
    noteId: known.ids.slice(0, 2),
    linkId: known.ids.slice(0, 2),
    verb: path.includes('/petitions/') ? DESK_PETITION_VERBS : VERBS,
    deed: STAFF_DEEDS,
    role: ['operator', 'administrator'],
    kind: REFERENCE_KINDS,
    file: REFERENCE_KINDS,
    hash: ['0'.repeat(64)],
    template: SMS_TEMPLATES,
    leaf: ['0'.repeat(64)],
    code: GUESSES,
    link: GUESSES,
  };
  const found = parts[name];
  if (!found) throw new Error(`nobody has said what «${name}» of ${path} can be`);
  return found;
}
function filled(path: string, known: Known, at = path): string[] {
  if (at.includes('{/*place}')) return ['', '/new', '/reports'].map((place) => at.replace('{/*place}', place));
  if (at.includes(':z/:x/:y'))
    return [...tilesOfCity([10, 11, 12, 13]), ...tilesAt(known.places, 17)].map((t) => at.replace(':z/:x/:y', t));
  const [whole, name] = /:(\w+)/.exec(at) ?? [];
  if (!whole || !name) return [at];
  return partsOf(path, name, known).flatMap((part) => filled(path, known, at.replace(whole, part)));
}

/** Every filter by itself, and a period. */
const filters = (): string[] => [
  '',
  ...PUBLIC_STATUSES.map((status) => `status=${status}`),
  ...districts().map(({ code }) => `district=${code}`),
  ...catalogue().categories.map(({ code }) => `category=${code}`),
  'from=2026-01-01&to=2026-02-01',
];
const topics = ({ few }: Known): string[] => [
  '',
  ...filters().filter((filter) => /^(district|category)=/.test(filter)),
  ...few.map((number) => `case=${number}`),
];
/** What can be asked of a page beside its path. */
function queriesFor(path: string, known: Known): readonly string[] {
  const { few, places } = known;
  const near = places.slice(0, 50);
  const queries: Readonly<Record<string, () => string[]>> = {
    '/': () => [
      ...filters(),
      ...near.map(([lng, lat]) => `z=16&lng=${lng}&lat=${lat}`),
      ...few.map((number) => `case=${number}`),
      ...few.slice(0, 20).map((number) => `q=${number}`),
      'q=Vydno',
      'q=Potai',
    ],
    '/embed/map': () => filters(),
    '/map/list': () => filters().map((filter) => `${BBOX}&${filter}`),
    '/api/v1/appeals': () => filters().flatMap((filter) => [`limit=100&${filter}`, `limit=100&${BBOX}&${filter}`]),
    '/api/v1/places': () => ['q=Дериб', 'q=Vydno', 'q=Potai'],
    '/api/v1/places/at': () => near.map(([lng, lat]) => `lng=${lng}&lat=${lat}`),
    '/map/picture.svg': () => [
      ...filters().map((filter) => `z=12&lng=30.73&lat=46.47&w=900&h=900&cases=1&${filter}`),
      ...near.map(([lng, lat]) => `z=17&lng=${lng}&lat=${lat}&w=300&h=300&cases=1`),
    ],
    '/news': () => topics(known),
    '/news.rss': () => topics(known),
    '/appeals/new': () => ['', ...few.map((number) => `join=${number}`)],
    '/appeals/find': () => few.map((number) => `number=${number}`),
    '/appeals/:number': () => ['', 'as=everyone'],
    '/files/:id': () => ['', 'copy=public'],
    '/files/:id/thumb': () => ['', 'copy=public'],
    '/statistics': () => topics(known),
    '/api/v1/statistics': () => topics(known).filter((filter) => !filter.startsWith('case=')),
    '/statistics/messages': () => ['', 'year=2024'],
    '/statistics/messages.csv': () => ['', 'year=2024'],
    '/my': () => ['', 'signed=in'],
  };
  return (queries[path] ?? (() => ['']))();
}
/** Every address of a route that somebody can try who knows these. */
export function addressesOf({ path }: Route, known: Known): string[] {
  const plain = path.replace(/^\/en(?=\/|$)/, '') || '/';
  const queries = queriesFor(plain, known);
  return filled(path, known).flatMap((address) => queries.map((query) => (query ? `${address}?${query}` : address)));
}
