import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { DistrictSwitchModel } from '#server/moderation/district-switch.model.ts';
import { loadHiddenDistricts } from '#server/moderation/index.ts';
import { makeSnapshot, makeTonightsSnapshot } from '#server/open-data/index.ts';
import { dropOldSnapshots } from '#server/open-data/snapshot.model.ts';
import { database } from '#server/platform/database.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { publicCaseOf } from '#server/register/index.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import { useCity } from '../../support/api.ts';
import { announce, aPublishedCase, keepPublished } from '../../support/published.ts';
import { until } from '../../support/until.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
const LONG = 'Яма на дорозі, машини її об’їжджають. '.repeat(40);

describe('open data', () => {
  const city = useCity();
  let port = 0;
  let cases: Case[] = [];

  const open = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      request({ port, path, headers, method, agent: false }, resolve).once('error', reject).end();
    });
  async function ask(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
    const answer = await open(path, headers, method);
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
  }
  const rowsOf = (body: Buffer): PublicCase[] =>
    String(body)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const csvOf = (body: Buffer): Record<string, string>[] => parse(body, { columns: true, record_delimiter: '\r\n' });
  const lines = async (): Promise<PublicCase[]> => rowsOf((await ask('/open-data/appeals.ndjson')).body);
  const publicNow = async (): Promise<PublicCase[]> =>
    (await CaseModel.find().sort({ _id: 1 }).lean<Case[]>()).flatMap((one) => publicCaseOf(one) ?? []);
  const change = async (found: Case, set: object): Promise<void> => {
    await CaseModel.collection.updateOne({ _id: found._id }, { $set: set });
    await announce([found]);
  };
  const hide = (found: Case): Promise<void> =>
    change(found, { 'publication.state': 'none', 'publication.visibleFrom': null });
  const aCaseAt = (n: number): Case => cases[n] ?? assert.fail();

  before(async () => {
    const http = createServer(city.app.listener).listen(0, '127.0.0.1');
    await once(http, 'listening');
    port = (http.address() as AddressInfo).port;
    after(() => http.close());
  });
  beforeEach(async function fill() {
    this.timeout(20_000);
    await CaseModel.collection.deleteMany({});
    await database().collection('open_data_snapshots').deleteMany({});
    cases = Array.from({ length: 2_300 }, (_, n) =>
      aPublishedCase({
        text: n % 3 === 0 ? '=cmd|"calc"' : `${n}, "${LONG}"\r\nкінець`,
        state: n % 7 === 0 ? 'anonymised' : 'public',
        at: n % 5 === 0 ? null : [30.7, 46.4],
        districtCode: n % 4 === 0 ? 'kyivskyi' : 'prymorskyi',
      }),
    );
    await keepPublished([...cases, aPublishedCase({ state: 'none' })]);
  });

  it('says that it is not ready before the first night, and makes one snapshot a night', async () => {
    assert.equal((await ask('/open-data/appeals.csv')).status, 503);
    assert.equal((await makeTonightsSnapshot())?.rows, 2_300);
    assert.equal(await makeTonightsSnapshot(), null);
  });

  it('tells the same published cases in every format, and is what its digest says', async () => {
    const { files } = await makeSnapshot();
    const expected = await publicNow();
    const [csv, ndjson, geojson] = await Promise.all(
      ['csv', 'ndjson', 'geojson'].map((format) => ask(`/open-data/appeals.${format}`)),
    );
    assert.deepEqual(rowsOf(ndjson?.body as Buffer), expected);
    const { features } = JSON.parse(String(geojson?.body));
    assert.deepEqual(
      features.map(({ id, geometry, properties }: { id: string; geometry: unknown; properties: object }) => ({
        id,
        point: geometry,
        ...properties,
      })),
      expected,
    );
    const table = csvOf(csv?.body as Buffer);
    assert.deepEqual(
      table.map(({ id, number, text, lng }) => [id, number, text, lng]),
      expected.map(({ id, number, text, point }) => [
        id,
        number,
        text === null ? 'null' : text.replace(/^=/, "'="),
        String(point?.coordinates[0] ?? null),
      ]),
    );
    for (const [format, answer] of Object.entries({ csv, ndjson, geojson })) {
      const body = answer?.body as Buffer;
      const { bytes, sha256 } = files[format as 'csv'];
      assert.deepEqual([body.length, createHash('sha256').update(body).digest('hex')], [bytes, sha256]);
      assert.equal(answer?.headers['content-length'], String(bytes));
    }
  });

  it('gives the same bytes whole, in parts put together, and as gzip', async () => {
    await makeSnapshot();
    await hide(aCaseAt(0));
    await hide(aCaseAt(1_500));
    for (const path of ['/open-data/appeals.geojson', '/open-data/appeals.csv']) {
      const whole = await ask(path);
      assert.deepEqual(gunzipSync((await ask(path, { 'accept-encoding': 'gzip' })).body), whole.body);
      const step = Math.ceil(whole.body.length / 7);
      const parts: Buffer[] = [];
      for (let from = 0; from < whole.body.length; from += step) {
        const { status, headers, body } = await ask(path, {
          range: `bytes=${from}-${from + step - 1}`,
          'if-range': whole.headers.etag,
          'accept-encoding': 'gzip',
        });
        assert.equal(status, 206);
        assert.equal(headers['content-range'], `bytes ${from}-${from + body.length - 1}/${whole.body.length}`);
        parts.push(body);
      }
      assert.deepEqual(Buffer.concat(parts), whole.body);
      assert.deepEqual((await ask(path, { range: 'bytes=-100' })).body, whole.body.subarray(-100));
      const beyond = await ask(path, { range: `bytes=${whole.body.length}-` });
      assert.deepEqual([beyond.status, beyond.headers['content-range']], [416, `bytes */${whole.body.length}`]);
      assert.equal((await ask(path, { range: 'bytes=0-1', 'if-range': '"another"' })).status, 200);
    }
  });

  it('answers 304 to who has it, and HEAD without a body', async () => {
    await makeSnapshot();
    const path = '/open-data/appeals.ndjson';
    const head = await ask(path, {}, 'HEAD');
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    assert.ok(Number(head.headers['content-length']) > 100_000);
    for (const etag of [head.headers.etag, (await ask(path, { 'accept-encoding': 'gzip' }, 'HEAD')).headers.etag]) {
      const { status, body } = await ask(path, { 'if-none-match': `"x", ${etag}`, 'accept-encoding': 'gzip' });
      assert.deepEqual([status, body.length], [304, 0]);
    }
    await hide(aCaseAt(3));
    assert.equal((await ask(path, { 'if-none-match': head.headers.etag })).status, 200);
  });

  it('says nothing more of what was hidden, reworded or lies in a hidden district', async () => {
    await makeSnapshot();
    await hide(aCaseAt(10));
    await change(aCaseAt(11), { 'publication.text': 'Інші слова' });
    await change(aCaseAt(12), { status: 'in_progress' }); // says more than before, and nothing less
    assert.deepEqual(
      (await lines()).map(({ id }) => id),
      cases.filter((_, n) => n !== 10 && n !== 11).map(({ _id }) => String(_id)),
    );
    await DistrictSwitchModel.create({
      districtCode: 'kyivskyi',
      isHidden: true,
      at: new Date(),
      byId: 'a',
      reason: 'b',
    });
    await loadHiddenDistricts();
    try {
      assert.ok((await lines()).every(({ districtCode }) => districtCode === 'prymorskyi'));
      const { features } = JSON.parse(String((await ask('/open-data/appeals.geojson')).body));
      assert.equal(features.length, cases.filter((_, n) => n % 4 !== 0 && n !== 10 && n !== 11).length);
    } finally {
      await DistrictSwitchModel.deleteMany({});
      await loadHiddenDistricts();
    }
    await change(aCaseAt(10), { 'publication.state': 'public', 'publication.visibleFrom': aCaseAt(10).receivedAt });
    assert.ok((await lines()).some(({ id }) => id === String(aCaseAt(10)._id)));
  });

  it('tells what is new, changed and withdrawn since', async () => {
    await makeSnapshot();
    const fresh = aPublishedCase({ text: '-новий' });
    await keepPublished([fresh]);
    await announce([fresh, aCaseAt(4)]); // to the latter nothing happened that anybody sees
    await hide(aCaseAt(5));
    await change(aCaseAt(6), { applicants: 5 });
    const told = rowsOf((await ask('/open-data/appeals-today.ndjson')).body) as unknown as Record<string, unknown>[];
    assert.deepEqual(
      told.map(({ change: what, id }) => [what, id]),
      [
        ['withdrawn', String(aCaseAt(5)._id)],
        ['changed', String(aCaseAt(6)._id)],
        ['added', String(fresh._id)],
      ],
    );
    const now = await publicNow();
    const known = new Map((await lines()).map((row) => [row.id, row]));
    for (const { change: what, ...row } of told)
      if (what === 'withdrawn') known.delete(String(row.id));
      else known.set(String(row.id), row as unknown as PublicCase);
    assert.deepEqual(
      [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      now,
      'both files together are the present',
    );
    const table = csvOf((await ask('/open-data/appeals-today.csv')).body);
    assert.deepEqual(
      table.map(({ change: what, id, text }) => [what, id, what === 'added' && text]),
      told.map(({ change: what, id }) => [what, id, what === 'added' && "'-новий"]),
    );
  });

  it('goes on serving after many have left in the middle, and cuts off what was hidden meanwhile', async () => {
    // More than the system takes off the server's hands for a reader who does not read.
    const long = { $in: cases.slice(1_100, 1_160).map(({ _id }) => _id) };
    await CaseModel.collection.updateMany({ _id: long }, { $set: { 'publication.text': 'а'.repeat(200_000) } });
    await makeSnapshot();
    for (let n = 0; n < 60; n += 1) {
      const answer = await open('/open-data/appeals.ndjson');
      await once(answer, 'readable');
      answer.destroy();
    }
    await until(async () => (await ask('/open-data/appeals.csv', { range: 'bytes=0-9' })).status === 206);
    const slow = await open('/open-data/appeals.ndjson');
    await once(slow, 'readable');
    await hide(aCaseAt(2_200));
    await new Promise((resolve) => setTimeout(resolve, 600));
    let heard = '';
    await assert.rejects(async () => {
      for await (const chunk of slow) heard += chunk;
    }, /aborted|ECONNRESET/);
    assert.ok(!heard.includes(String(aCaseAt(2_200)._id)));
  });

  it('forgets older snapshots, and what makers that died left behind', async () => {
    await makeSnapshot();
    await makeSnapshot();
    const count = () => database().collection('open_data_blocks').countDocuments();
    await database()
      .collection<{ _id: string }>('open_data_blocks')
      .insertOne({ _id: `${'0'.repeat(24)}/csv/000000` });
    await dropOldSnapshots(new Date(0));
    const both = await count();
    await dropOldSnapshots(new Date(Date.now() + 1_000));
    assert.equal(await count(), both / 2);
    assert.equal((await lines()).length, 2_300);
  });
});
