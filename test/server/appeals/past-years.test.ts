import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import mongoose from 'mongoose';
import { checkPast, importPast, readMapping } from '#server/appeals/index.ts';
import { verifyHistory } from '#server/history/index.ts';
import { database } from '#server/platform/database.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { auditCases, casesWithoutHistory } from '#server/register/index.ts';
import type { LikeCase } from '#shared/contract/register.ts';
import { type Api, KEYS, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { mongodbUri, redisUrl } from '../../support/database.ts';
import { aFolder } from '../../support/throw-away.ts';

const TASK = ['--import', 'tsx', 'server/tasks/import.ts', 'past'];
const MAPPING = {
  source: 'journal-2024',
  delimiter: ';',
  dates: 'DD.MM.YYYY',
  fields: {
    index: 'Індекс',
    receivedOn: 'Надійшло',
    answeredOn: 'Відповідь',
    text: 'Зміст',
    kind: { column: 'Вид', values: { Заява: 'application', СКАРГА: 'complaint' } },
    channel: { fixed: 'post' },
    category: { column: 'Питання', values: { освітлення: 'street-light' }, otherwise: 'road-surface' },
    result: {
      column: 'Стан',
      values: { 'вирішено позитивно': 'resolved', "роз'яснено": 'explained', 'в роботі': null },
    },
    applicant: 'Заявник',
    residence: 'Адреса',
    phone: 'Телефон',
  },
};
const HEADING = ['Індекс', 'Надійшло', 'Відповідь', 'Заявник', 'Адреса', 'Телефон', 'Вид', 'Питання', 'Зміст', 'Стан'];
const ROW = {
  Індекс: 'К-17',
  Надійшло: '05.02.2024 10:15',
  Відповідь: '01.03.2024',
  Заявник: 'КОВАЛЬ І. П.',
  Адреса: '65014, м. Одеса, вулиця Софіївська, буд. 8',
  Телефон: '',
  Вид: 'заява',
  Питання: 'Освітлення',
  Зміст: 'Біля під’їзду "другий" місяць не горить ліхтар; темно.',
  Стан: 'Вирішено  позитивно',
};
const csvOf = (rows: readonly Partial<typeof ROW>[]): string =>
  [
    HEADING,
    ...rows.map((row) =>
      HEADING.map((name) => `"${({ ...ROW, ...row } as Record<string, string>)[name]?.replaceAll('"', '""')}"`),
    ),
  ]
    .map((cells) => cells.join(';'))
    .join('\r\n');
const opened = (text: string) => () => Readable.from([Buffer.from(text)]);
const indexed = (n: number): Partial<typeof ROW> => ({ Індекс: `К-${n}`, Заявник: `Мельник Олег ${n}` });

describe('appeals: past years from another register', function past() {
  this.timeout(120_000);
  const city = useCity();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  afterEach(async () => {
    for (const name of ['cases', 'people', 'case_participants', 'events', 'outbox'])
      await mongoose.connection.collection(name).deleteMany({});
  });
  const mapping = () => readMapping(JSON.stringify(MAPPING));
  const everythingHolds = async (): Promise<void> => {
    const { broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray, await casesWithoutHistory()], [[], [], []]);
  };

  it('names exactly the bad rows of ten thousand, by line and column and without a word of theirs', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => indexed(n));
    const wrong: [Partial<typeof ROW>, RegExp][] = [
      [{ Надійшло: '31.02.2024' }, /^column «Надійшло» \(receivedOn\) is not a date as DD\.MM\.YYYY$/],
      [{ Надійшло: '05.02.2099' }, /\(receivedOn\) lies in the future$/],
      [{ Відповідь: '04.02.2024' }, /\(answeredOn\) is before the day of receipt$/],
      [{ Індекс: '' }, /\(index\) is empty$/],
      [{ Зміст: '' }, /\(text\) is empty$/],
      [{ Вид: 'Ковалиха' }, /^column «Вид» \(kind\) has a value that the table of the mapping does not name$/],
      [{ Стан: '' }, /\(result\) is empty$/],
      [{ Телефон: '12-Ковалиха' }, /\(phone\) is not a phone number$/],
      [{ Заявник: '' }, /\(applicant\) is empty beside a residence or a contact$/],
      [{ Індекс: 'К-1' }, /^repeats the key of an earlier row$/],
    ];
    const expected = new Map<number, RegExp>();
    for (let n = 0; n < 50; n += 1) {
      const [over, said] = wrong[n % wrong.length] ?? assert.fail();
      const at = 150 + n * 190;
      rows[at] = { ...rows[at], ...over };
      expected.set(at + 2, said);
    }
    const faults: [number, string][] = [];
    const onFault = (line: number, fault: string) => void faults.push([line, fault]);
    const tally = await checkPast(opened(csvOf(rows)), mapping(), { onFault });
    assert.deepEqual(tally, { rows: 10_000, bad: 50, leftOut: 0, added: 0, known: 0 });
    assert.deepEqual(
      faults.map(([line]) => line),
      [...expected.keys()],
    );
    for (const [line, fault] of faults) {
      assert.match(fault, expected.get(line) ?? /never/);
      assert.doesNotMatch(fault, /Ковал|Мельник|ліхтар/);
    }
    assert.equal(await CaseModel.countDocuments(), 0);
  });

  it('counts lines as an editor does, and refuses what is no such file', async () => {
    const text = csvOf([{ Зміст: 'Перший\r\nдругий рядок' }, { Індекс: '' }]).replace('\r\n', '\r\n\r\n');
    const lines: number[] = [];
    await checkPast(opened(text), mapping(), { onFault: (line) => void lines.push(line) });
    assert.deepEqual(lines, [5]);
    for (const [content, said] of [
      ['', /^the file is empty$/],
      ['Індекс;Надійшло', /no column «Відповідь»\n.*«Зміст»/s],
      [`${csvOf([{}])}\r\n"не закрито`, /^line 3: the row never ends; a quotation mark is not closed$/],
    ] as const)
      await assert.rejects(checkPast(opened(content), mapping()), (error: Error) => said.test(error.message));
    const bytes = () => Readable.from([Buffer.from([0xc0, 0xe1, 0xff, 0x0a])]);
    await assert.rejects(checkPast(bytes, mapping()), /not written in utf-8/);
    for (const [change, said] of [
      [{ source: 'Журнал' }, /mapping: source must be/],
      [
        { fields: { ...MAPPING.fields, kind: { fixed: 'скарга' } } },
        /fields\.kind leads to «скарга», which is not known/,
      ],
      [{ fields: { ...MAPPING.fields, result: undefined } }, /mapping: fields\.result/],
    ] as const)
      assert.throws(() => readMapping(JSON.stringify({ ...MAPPING, ...change })), said);
  });

  it('comes in closed, on no clock, for nobody to be told of and nobody to see but staff, with its own index', async () => {
    const rows = [{ Телефон: '067 123 45 67, 048 700-00-00' }, { Індекс: 'К-18', Стан: 'в роботі' }];
    const tally = await importPast(opened(csvOf(rows)), mapping());
    assert.deepEqual(tally, { rows: 2, bad: 0, leftOut: 1, added: 1, known: 0 });
    const found = await CaseModel.findOne().orFail().lean<Case>();
    assert.deepEqual(
      [found.status, found.result, found.dueOn, found.clocks, found.publication.state, found.registrationIndex],
      ['closed', 'resolved', null, [], 'none', null],
    );
    assert.equal(found.receivedAt.toISOString(), '2024-02-05T08:15:00.000Z');
    assert.match(found.number, /^24\d{8}$/);
    assert.deepEqual(await OutboxModel.distinct('pending'), []);
    assert.equal(await database().collection('deliveries').countDocuments(), 0);
    const card = (await operator.get(`/api/v1/register/${found._id}`)).body;
    assert.deepEqual(
      [card.registrationIndex, card.answeredOn ?? found.answeredOn, card.applicants[0].name, card.applicants[0].phone],
      ['К-17', '2024-03-01', 'Коваль І. П.', '+380671234567'],
    );
    assert.ok(!card.applicants[0].isPhoneVerified && !JSON.stringify(card.can).includes('reopen'));
    assert.equal((await city.api.get(`/api/v1/appeals/${found._id}`)).status, 404);
    const reopen = { expectedVersion: 1, reasonCode: 'new-facts' };
    const controller = await city.staff('controller');
    assert.equal((await controller.post(`/api/v1/register/${found._id}/reopen`, reopen)).status, 409);
    const list = await operator.get(`/api/v1/register?view=answered&q=${encodeURIComponent('К-17')}`);
    assert.deepEqual([list.body.total, list.body.items[0]?.registrationIndex], [1, 'К-17']);
    const search = await operator.post('/api/v1/people/search', { by: 'phone', said: '0671234567' });
    assert.equal(search.body.items[0].found.id, String(found._id));
    await everythingHolds();
  });

  it('is found as what a new appeal of the same author repeats: by the phone, or by the name and the home', async () => {
    await importPast(
      opened(csvOf([{ Телефон: '067 123 45 67', Адреса: '' }, { Індекс: 'К-20' }, indexed(30)])),
      mapping(),
    );
    const idOf = async (index: string) => String((await CaseModel.findOne({ 'past.index': index }).orFail())._id);
    const AGAIN = 'Біля під’їзду третій місяць не горить ліхтар, темно.';
    const repeatsOf = async (draft: Parameters<typeof aDraft>[0]) => {
      const { body } = await city.api.post('/api/v1/appeals', aDraft({ text: AGAIN, ...draft }));
      const alike: LikeCase[] = (await operator.get(`/api/v1/register/${body.id}/alike`)).body.items;
      return alike.filter(({ isSamePeople }) => isSamePeople).map(({ found }) => [found.id, found.registrationIndex]);
    };
    const stranger = { lastName: 'Ткач', firstName: 'Юрій', residence: 'м. Одеса, вул. Базарна, 1' };
    assert.deepEqual(await repeatsOf({ applicant: stranger }), [[await idOf('К-17'), 'К-17']]);
    await CaseModel.deleteMany({ past: null });
    const home = { lastName: 'Коваль', firstName: 'Іван', residence: 'Одеса, Софіївська вул., 8' };
    const email = { contact: { email: 'koval@example.com' }, consents: {} };
    assert.deepEqual(await repeatsOf({ applicant: home, ...email }), [[await idOf('К-20'), 'К-20']]);
    await CaseModel.deleteMany({ past: null });
    assert.deepEqual(
      await repeatsOf({ applicant: { ...home, residence: 'Одеса, Софіївська вул., 18' }, ...email }),
      [],
    );
  });

  it('finds the rows and the homes by indexes', async () => {
    await importPast(opened(csvOf([{}])), mapping());
    for (const [collection, filter, index] of [
      ['cases', { 'past.source': 'journal-2024', 'past.key': { $in: ['К-17/2024', 'К-18/2024'] } }, 'past'],
      ['people', { $or: [{ homeHash: { $in: ['a', 'b'] } }, { phoneHash: { $in: [] } }] }, 'home'],
    ] as const)
      assert.match(
        JSON.stringify(
          await database()
            .collection(collection)
            .find(filter as never)
            .explain(),
        ),
        new RegExp(`"indexName":"${index}"`),
      );
  });

  describe('by the command', () => {
    const file = (name: string, content: string): string => {
      const path = join(aFolder('past'), name);
      writeFileSync(path, content);
      return path;
    };
    const env = (): Record<string, string> => ({
      // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
      PATH: process.env.PATH ?? '',
      ...KEYS,
      PUBLIC_URL: 'https://vidhuk.example',
      MONGODB_URI: mongodbUri(mongoose.connection.name),
      REDIS_URL: redisUrl(),
    });
    const importing = async (...args: string[]): Promise<{ stdout: string; stderr: string; code: number }> => {
      try {
        return { ...(await promisify(execFile)(process.execPath, [...TASK, ...args], { env: env() })), code: 0 };
      } catch (error) {
        return error as { stdout: string; stderr: string; code: number };
      }
    };

    it('looks first, holds good rows back for bad ones unless told otherwise, and adds nothing twice', async () => {
      const rows = file('rows.csv', csvOf([{}, { Індекс: 'К-18', Надійшло: 'учора' }, indexed(19)]));
      const by = ['--mapping', file('mapping.json', JSON.stringify(MAPPING))];
      const dry = await importing(rows, ...by, '--dry-run');
      assert.equal(dry.code, 1);
      assert.match(
        dry.stdout,
        /^line 3: column «Надійшло» \(receivedOn\) is not a date.*\nPast years .* 3 rows, 1 bad, .*Nothing was changed\.\n$/,
      );
      assert.match((await importing(rows, ...by)).stderr, /1 bad.*Nothing was changed: mend the bad rows/);
      assert.equal(await CaseModel.countDocuments(), 0);
      assert.match(
        (await importing(rows, ...by, '--leave-out-bad')).stdout,
        /1 bad, .* 0 in the register already, 2 added/,
      );
      assert.match((await importing(rows, ...by, '--leave-out-bad')).stdout, /2 in the register already, 0 a second/);
      assert.equal(await CaseModel.countDocuments(), 2);
    });

    it('completes what was killed in the middle, and everything holds', async () => {
      const COUNT = 3_000;
      const rows = file('many.csv', csvOf(Array.from({ length: COUNT }, (_, n) => indexed(n))));
      const by = file('mapping.json', JSON.stringify(MAPPING));
      const child = spawn(process.execPath, [...TASK, rows, '--mapping', by], { env: env(), stdio: 'ignore' });
      const gone = once(child, 'exit');
      while ((await CaseModel.countDocuments()) === 0) await pause(5);
      child.kill('SIGKILL');
      await gone;
      const half = await CaseModel.countDocuments();
      assert.ok(half > 0 && half < COUNT, `${half} were in when it was killed`);
      await everythingHolds();
      assert.match((await importing(rows, '--mapping', by)).stdout, new RegExp(`${COUNT - half} added`));
      assert.equal(await CaseModel.countDocuments(), COUNT);
      assert.equal((await CaseModel.distinct('past.key')).length, COUNT);
      assert.equal(await mongoose.connection.collection('people').countDocuments(), COUNT);
      await everythingHolds();
    });
  });
});
