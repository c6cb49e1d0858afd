import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  DistrictModel,
  findPlaces,
  ImportRefused,
  importDistricts,
  importStreets,
  isInCity,
  loadPlaces,
  placesAttribution,
  StreetModel,
  streetById,
} from '#server/places/index.ts';
import { seedPlaces } from '#server/seeds/places/seed-places.ts';
import { mongodbUri, redisUrl, useDatabase } from '../../support/database.ts';
import { KEYS } from '../../support/keys.ts';
import { REAL_DISTRICTS, REAL_STREETS } from '../../support/places.ts';
import { aFolder } from '../../support/throw-away.ts';

type Json = Record<string, unknown>;
const SOURCE = '© учасники OpenStreetMap';
const RING = [
  [30.7, 46.4],
  [30.8, 46.4],
  [30.8, 46.5],
  [30.7, 46.5],
  [30.7, 46.4],
];
const aDistrict = (properties: Json = {}, geometry: Json = {}): Json => ({
  type: 'Feature',
  properties: {
    slug: 'prymorskyi',
    name: 'Приморський район',
    name_en: 'Prymorskyi Raion',
    katottg: 'UA51100270010320268',
    ...properties,
  },
  geometry: { type: 'Polygon', coordinates: [RING], ...geometry },
});
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features });
const aStreet = (fields: Json = {}): Json => ({
  name: 'Садова вулиця',
  districts: ['prymorskyi'],
  point: [30.73, 46.484],
  bbox: [30.72, 46.48, 30.74, 46.49],
  ...fields,
});
const other = { slug: 'kyivskyi', name: 'Київський район', katottg: 'UA51100270010196805' };
/** What an import says is wrong, line by line. */
const complaints = async (importing: Promise<unknown>): Promise<string[]> => {
  const error = await importing.then(
    () => assert.fail('it was imported'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ImportRefused, String(error));
  return error.message.split('\n');
};
const contents = async (): Promise<string> =>
  JSON.stringify([
    await DistrictModel.find().sort({ _id: 1 }).lean(),
    await StreetModel.find().sort({ _id: 1 }).lean(),
  ]);

describe('places: importing districts and a gazetteer', () => {
  const name = useDatabase();
  beforeEach(async () => {
    await DistrictModel.deleteMany({});
    await StreetModel.deleteMany({});
    await seedPlaces();
  });

  describe('of wrong files', () => {
    const swapped = RING.map(([lng, lat]) => [lat, lng]);
    const open = RING.slice(0, -1);
    for (const [why, text, ...expected] of [
      ['that is no JSON', '{"type": "FeatureCollection", ', /^the file is not JSON: /],
      ['that is empty', '', /^the file is not JSON: /],
      ['that is another JSON', '[]', /^the file is not a GeoJSON FeatureCollection$/],
      ['without features', '{"type":"FeatureCollection"}', /^the file has no list of districts$/],
      ['with no row', collection(), /^the file has no district in it$/],
      ['with null for a row', collection(null), /^district 1: must be a feature$/],
      [
        'with an open outline',
        collection(aDistrict({}, { coordinates: [open] })),
        /^district 1 «Приморський район»: geometry.coordinates has an outline that is not closed/,
      ],
      [
        'with coordinates in the wrong order',
        collection(aDistrict({}, { coordinates: [swapped] })),
        /^district 1 .*is not in Ukraine; the order is \[longitude, latitude\]$/,
      ],
      [
        'with a line for an outline',
        collection(aDistrict({}, { coordinates: [RING.slice(0, 2)] })),
        /fewer than four positions/,
      ],
      [
        'with a point for a polygon',
        collection(aDistrict({}, { type: 'Point' })),
        /must be a Polygon or a MultiPolygon$/,
      ],
      [
        'with two of one name, one slug and one code',
        collection(aDistrict(), aDistrict(other), aDistrict({ name: 'Приморський  район' })),
        /^district 3 .*: has the same slug as row 1$/,
        /^district 3 .*: has the same name as row 1$/,
        /^district 3 .*: has the same katottg as row 1$/,
      ],
      [
        'with many things wrong, all of which are told at once',
        collection(
          aDistrict({ slug: 'Приморський', name: '' }),
          aDistrict(other),
          aDistrict({ slug: 'x1', name: 'Третій', katottg: 'UA5' }, { coordinates: [] }),
        ),
        /^district 1.*: properties.slug must be a code in small Latin letters$/,
        /^district 1.*: properties.name must not be empty$/,
        /^district 3 «Третій»: properties.katottg must be UA and 17 digits$/,
        /^district 3 «Третій»: geometry.coordinates has no outline$/,
      ],
    ] as const)
      it(`refuses districts ${why}, and writes nothing`, async () => {
        const before = await contents();
        const said = await complaints(importDistricts(text, SOURCE));
        assert.equal(said.length, expected.length, said.join('\n'));
        for (const pattern of expected)
          assert.ok(
            said.some((line) => pattern.test(line)),
            said.join('\n'),
          );
        assert.equal(await contents(), before);
      });

    for (const [why, text, ...expected] of [
      ['that is no JSON', '[{"name": "Садова', /^the file is not JSON: /],
      ['that is no list', '{}', /^the file has no list of streets$/],
      ['with no row', '[]', /^the file has no street in it$/],
      [
        'with the same street twice',
        JSON.stringify([aStreet(), aStreet({ name: 'Базарна вулиця' }), aStreet()]),
        /^street 3 «Садова вулиця»: has the same name and district as row 1$/,
      ],
      [
        'with coordinates in the wrong order',
        JSON.stringify([aStreet({ point: [46.484, 30.73], bbox: null })]),
        /^street 1 «Садова вулиця»: point is not in Ukraine; the order is \[longitude, latitude\]$/,
      ],
      [
        'with many things wrong, all of which are told at once',
        JSON.stringify([
          aStreet({ name: 7 }),
          aStreet({ districts: ['dniprovskyi'] }),
          aStreet({ name: 'Базарна вулиця', districts: [], point: [30.73], old_names: 'Кірова' }),
          'Канатна вулиця',
          aStreet({ name: 'Канатна\u0000 вулиця', point: [30.7, 46.4] }),
          aStreet({ name: 'Торгова вулиця', point: [30.7, 46.4] }),
        ]),
        /^street 1: name must be text$/,
        /^street 2 .*: is in the district «dniprovskyi», which is not known: import districts first$/,
        /^street 3 .*: districts must name at least one district$/,
        /^street 3 .*: point must be two numbers, \[longitude, latitude\]$/,
        /^street 3 .*: old_names must be a list of names$/,
        /^street 4: must be a street$/,
        /^street 5 .*: name has broken or unprintable characters$/,
        /^street 6 .*: has its point outside its bbox$/,
      ],
    ] as const)
      it(`refuses a gazetteer ${why}, and writes nothing`, async () => {
        const before = await contents();
        const said = await complaints(importStreets(text, SOURCE));
        assert.equal(said.length, expected.length, said.join('\n'));
        for (const pattern of expected)
          assert.ok(
            said.some((line) => pattern.test(line)),
            said.join('\n'),
          );
        assert.equal(await contents(), before);
      });
  });

  it('puts the districts of a file in the place of all others, and counts them', async () => {
    const tally = await importDistricts(collection(aDistrict()), SOURCE);
    assert.deepEqual(tally, { inFile: 1, added: 0, changed: 1, gone: 3 });
    await loadPlaces();
    assert.ok(isInCity([30.79, 46.45]) && !isInCity([30.65, 46.47]));
    assert.equal(placesAttribution(), SOURCE);
    assert.deepEqual(await importDistricts(collection(aDistrict()), SOURCE), {
      inFile: 1,
      added: 0,
      changed: 0,
      gone: 0,
    });
  });

  it('keeps the id of a street that it knows again: by its name, spelt otherwise, renamed', async () => {
    const idOf = async (like: string) => String((await StreetModel.findOne({ name: like }).orFail())._id);
    const [sadova, bazarna, kanatna] = [
      await idOf('Садова вулиця'),
      await idOf('Базарна вулиця'),
      await idOf('Канатна вулиця'),
    ];
    const file = [
      aStreet(),
      aStreet({ name: 'вул. Базарна' }),
      aStreet({ name: 'вулиця Свободи', old_names: ['Канатна вулиця'] }),
      aStreet({ name: 'Нова вулиця' }),
    ];
    const { added } = await importStreets(JSON.stringify(file), SOURCE);
    assert.equal(added, 1);
    assert.deepEqual(
      [await idOf('Садова вулиця'), await idOf('вул. Базарна'), await idOf('вулиця Свободи')],
      [sadova, bazarna, kanatna],
    );
  });

  it('finds a street that is gone no more, and still tells its name to the cases that have it', async () => {
    const { _id } = await StreetModel.findOne({ name: 'Базарна вулиця' }).orFail();
    await importStreets(JSON.stringify([aStreet()]), SOURCE);
    await loadPlaces();
    assert.deepEqual(findPlaces('Базарна', { limit: 5 }).items, []);
    assert.equal(streetById(String(_id))?.name, 'Базарна вулиця');
    await importStreets(JSON.stringify([aStreet(), aStreet({ name: 'Базарна вулиця' })]), SOURCE);
    await loadPlaces();
    assert.equal(findPlaces('Базарна', { limit: 5 }).items[0]?.id, String(_id));
  });

  it('lets namesakes be in different districts', async () => {
    const twins = [aStreet(), aStreet({ districts: ['peresypskyi'], point: [30.78, 46.58], bbox: null })];
    await importStreets(JSON.stringify(twins), SOURCE);
    await loadPlaces();
    const { items } = findPlaces('Садова вулиця', { limit: 5 });
    assert.deepEqual(items.map(({ districts, hasNamesakes }) => [districts, hasNamesakes]).sort(), [
      [['peresypskyi'], true],
      [['prymorskyi'], true],
    ]);
  });

  it('is not undone by seeding again', async () => {
    await importDistricts(collection(aDistrict()), SOURCE);
    await importStreets(JSON.stringify([aStreet()]), SOURCE);
    const before = await contents();
    await seedPlaces();
    assert.equal(await contents(), before);
  });

  describe('by the command', () => {
    const run = promisify(execFile);
    const importing = async (...args: string[]): Promise<{ stdout: string; stderr: string; code: number }> => {
      // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
      const { PATH = '' } = process.env;
      const env = {
        PATH,
        ...KEYS,
        PUBLIC_URL: 'https://vidhuk.example',
        MONGODB_URI: mongodbUri(name),
        REDIS_URL: redisUrl(),
      };
      try {
        return {
          ...(await run(process.execPath, ['--import', 'tsx', 'server/tasks/import.ts', ...args], { env })),
          code: 0,
        };
      } catch (error) {
        return error as { stdout: string; stderr: string; code: number };
      }
    };

    it('takes the whole real city, and the second time changes nothing', async function long() {
      if (!existsSync(REAL_DISTRICTS) || !existsSync(REAL_STREETS)) this.skip();
      this.timeout(120_000);
      const districts = await importing('districts', REAL_DISTRICTS);
      assert.match(
        districts.stdout,
        /districts: 4 in .*, of them 0 new, 4 changed, 0 as they were; 0 that/,
        districts.stderr,
      );
      const first = await importing('gazetteer', REAL_STREETS);
      assert.match(first.stdout, /gazetteer: 1385 in /, first.stderr);
      const kept = await contents();
      const again = await importing('gazetteer', REAL_STREETS);
      assert.match(again.stdout, /of them 0 new, 0 changed, 1385 as they were; 0 that/, again.stderr);
      assert.equal(await contents(), kept);
      await loadPlaces();
      assert.equal(placesAttribution(), SOURCE);
      assert.equal(await StreetModel.countDocuments({ isGone: false }), 1_385);
    });
    it('says on a line each what is wrong, and fails', async function long() {
      this.timeout(60_000);
      const file = join(aFolder('import'), 'streets.json');
      writeFileSync(file, JSON.stringify([aStreet({ name: '' }), aStreet({ point: 'тут' })]));
      const { code, stderr } = await importing('gazetteer', file);
      assert.equal(code, 1);
      assert.equal(
        stderr,
        'import: street 1 «»: name must not be empty\nstreet 2 «Садова вулиця»: point must be two numbers, [longitude, latitude]\n',
      );
    });
    for (const [why, args, said] of [
      ['nothing', [], /tell what to import/],
      ['something else', ['people', 'a.json'], /tell what to import/],
      ['no file', ['districts'], /tell what to import/],
      ['a file that is not there', ['districts', '/nowhere/a.json'], /no such file/],
      ['an option that is not known', ['districts', 'a.json', '--force'], /Unknown option/],
    ] as const)
      it(`refuses to import ${why}`, async function long() {
        this.timeout(60_000);
        const { code, stderr } = await importing(...args);
        assert.equal(code, 1);
        assert.match(stderr, said);
      });
  });
});
