import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import supertest from 'supertest';
import { PETITION_COLUMNS } from '#server/open-data/index.ts';
import { type Petition, presentPetition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aForwarded } from '../../support/forwarded-petitions.ts';
import { aPublished, aSigner, aSubmitted, petitionNow, sealAll } from '../../support/petitions.ts';

const SITE = 'https://vidhuk.example';
const FORMULA = '=HYPERLINK("http://evil.example","натисніть")';
const ANSWER = { decision: 'partially', reasons: '-1 колія,\r\nале "дві" зміни', followUps: [] } as const;

describe('open data: petitions', () => {
  const city = useCity();
  useClock();
  beforeEach(() => PetitionModel.deleteMany({}));
  const ask = (format: string, headers: Record<string, string> = {}) =>
    supertest(city.app.listener)
      .get(`/open-data/petitions.${format}`)
      .set(headers)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
  const lines = async (): Promise<Record<string, unknown>[]> =>
    String((await ask('ndjson')).body)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const table = async (): Promise<Record<string, string>[]> =>
    parse((await ask('csv')).body as Buffer, { columns: true, record_delimiter: '\r\n' });
  /** Three petitions: one that collects, one that was answered and one that became an appeal. */
  async function three(): Promise<Petition[]> {
    const [first, second, third] = [await aPublished({ title: FORMULA }), await aPublished(), await aPublished()];
    await signPetition(first, aSigner(1));
    await signPetition(first, { ...aSigner(2, 'sms'), lastName: 'Підписантенко' });
    await sealAll();
    const answer = { ...ANSWER, measures: null, unit: null, followUps: [], at: new Date('2026-03-20T08:00:00Z') };
    const reviewed = { reachedAt: new Date('2026-03-04T08:00:00Z'), reviewedOn: '2026-03-19' };
    await PetitionModel.updateOne({ _id: second._id }, { $set: { status: 'answered', answer, ...reviewed } });
    const appeal = { status: 'failed_to_appeal', appealNumber: '2600123452' };
    await PetitionModel.updateOne({ _id: third._id }, { $set: appeal });
    return Promise.all([first, second, third].map(petitionNow));
  }

  it('are told as the API tells them, with where their pages and lists are', async () => {
    const petitions = await three();
    assert.deepEqual(
      await lines(),
      petitions.map((one) => {
        const url = `${SITE}/petitions/${one.number}`;
        return { ...presentPetition(one), url, signaturesUrl: `${url}/signatures.ndjson` };
      }),
    );
    const { headers } = await ask('ndjson');
    assert.equal(headers['content-type'], 'application/x-ndjson');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cache-control'], 'public, no-cache');
    assert.equal(headers['content-disposition'], 'attachment; filename="petitions-2026-03-03.ndjson"');
  });
  it('name the association that collected, and its own list of those who signed', async () => {
    const { collectedBy } = await aForwarded();
    const [row] = await table();
    assert.deepEqual([row?.collectedBy, row?.signaturesUrl], [collectedBy?.name, collectedBy?.url].map(String));
    assert.equal((await lines())[0]?.signaturesUrl, collectedBy?.url);
  });
  it('are a table that no spreadsheet takes for formulas, with null for what is not known', async () => {
    const [first, second, third] = await three();
    const [collects, answered, became] = await table();
    assert.deepEqual(Object.keys(collects ?? {}), PETITION_COLUMNS);
    const { title, signatures, signaturesEid, signaturesSms, threshold, endsOn, decision, appealNumber } =
      collects ?? {};
    assert.deepEqual(
      [title, signatures, signaturesEid, signaturesSms, threshold, endsOn, decision, appealNumber],
      [`'${FORMULA}`, '2', '1', '1', '1000', '2026-06-03', 'null', 'null'],
    );
    assert.deepEqual(
      [answered?.status, answered?.decision, answered?.answeredAt, answered?.reachedAt, answered?.reasons],
      ['answered', 'partially', '2026-03-20T08:00:00.000Z', '2026-03-04T08:00:00.000Z', `'${ANSWER.reasons}`],
    );
    assert.deepEqual([became?.status, became?.appealNumber], ['failed_to_appeal', '2600123452']);
    assert.deepEqual(
      [collects, answered, became].map((row) => [row?.number, row?.initiator, row?.url]),
      [first, second, third].map((one) => [
        String(one?.number),
        'Шевченко Ірина Олегівна',
        `${SITE}/petitions/${one?.number}`,
      ]),
    );
  });
  it('name nobody who signed, and nothing of how to reach the author', async () => {
    await three();
    for (const format of ['csv', 'ndjson']) {
      const body = String((await ask(format)).body);
      assert.doesNotMatch(body, /Підписант|Номер\d|example\.com|key-\d|"(email|phone|keys|stems|textSalt)/, format);
    }
  });
  it('leave out what nobody sees', async () => {
    await aSubmitted();
    for (const status of ['rejected', 'merged', 'withdrawn', 'unconfirmed'] as const) {
      const { _id } = await aPublished();
      await PetitionModel.updateOne({ _id }, { $set: { status } });
    }
    assert.deepEqual([await lines(), await table()], [[], []]);
    const { number } = await aPublished();
    assert.deepEqual(
      (await lines()).map((row) => row.number),
      [number],
    );
  });
  it('have a tag that changes with each count, move and term, and with nothing else', async () => {
    const petition = await aPublished();
    const tagOf = async (): Promise<string> => String((await ask('csv')).headers.etag);
    const tags = [await tagOf()];
    assert.equal((await ask('csv', { 'if-none-match': tags[0] ?? '' })).status, 304);
    assert.equal((await ask('ndjson', { 'if-none-match': tags[0] ?? '' })).status, 200);
    await aSubmitted();
    setClock('2026-03-04T08:00:00Z');
    assert.equal(await tagOf(), tags[0]);
    await signPetition(petition, aSigner(1));
    assert.equal(await tagOf(), tags[0], 'what is not sealed is not counted yet');
    await sealAll();
    tags.push(await tagOf());
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { endsOn: '2026-07-01' } });
    tags.push(await tagOf());
    await PetitionModel.updateOne({ _id: petition._id }, { $inc: { version: 1 } });
    tags.push(await tagOf());
    await aPublished();
    tags.push(await tagOf());
    assert.equal(new Set(tags).size, 5);
    assert.equal((await ask('csv', { 'if-none-match': tags[0] ?? '' })).status, 200);
  });
  it('come whole where they are more than one piece, and a HEAD without a body', async () => {
    const { _id: _, ...like } = await aPublished();
    const many = Array.from({ length: 300 }, (_one, i) => ({ ...like, number: 1_000 + i, essence: 'ї'.repeat(1_000) }));
    await PetitionModel.insertMany(many);
    const [rows, told] = [await table(), await lines()];
    assert.deepEqual([rows.length, told.length], [301, 301]);
    assert.deepEqual(
      rows.map(({ number }) => Number(number)),
      told.map(({ number }) => number),
    );
    const head = await supertest(city.app.listener).head('/open-data/petitions.csv');
    assert.deepEqual([head.status, head.text ?? ''], [200, '']);
  });
  it('stand on the page and in the catalogue, every column with what it means', async () => {
    for (const [path, words] of [
      ['/open-data', 'Електронні петиції'],
      ['/en/open-data', 'Electronic petitions'],
    ] as const) {
      const { text } = await supertest(city.app.listener).get(path).expect(200);
      assert.ok(text.includes(`<h2 id="petitions">${words}</h2>`));
      for (const href of ['/open-data/petitions.csv', '/open-data/petitions.ndjson', '/petitions/roots.json'])
        assert.ok(text.includes(`href="${href}"`), href);
      for (const column of PETITION_COLUMNS) assert.match(text, new RegExp(`<code>${column}</code></dt><dd>[^<]`));
    }
    const { body, type } = await supertest(city.app.listener).get('/open-data/catalogue.json').expect(200);
    assert.equal(type, 'application/ld+json');
    const [appeals, petitions] = body['dcat:dataset'];
    const urls = (set: typeof petitions): string[] =>
      set['dcat:distribution'].map((one: Record<string, { '@id': string }>) => one['dcat:downloadURL']?.['@id']);
    assert.equal(body['@type'], 'dcat:Catalog');
    assert.ok(urls(appeals).includes(`${SITE}/open-data/appeals.geojson`));
    assert.deepEqual(urls(petitions), [
      `${SITE}/open-data/petitions.csv`,
      `${SITE}/open-data/petitions.ndjson`,
      `${SITE}/petitions/roots.json`,
    ]);
    for (const url of urls(petitions)) await supertest(city.app.listener).get(new URL(url).pathname).expect(200);
  });
});
