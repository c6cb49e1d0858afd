import assert from 'node:assert/strict';
import supertest from 'supertest';
import { CalendarChangeModel, CalendarDayModel, loadCalendar } from '#server/calendar/index.ts';
import { CategoryModel, catalogue, DepartmentModel } from '#server/catalogue/index.ts';
import { StreetModel } from '#server/places/index.ts';
import { followCalendar } from '#server/reference/index.ts';
import { caseById } from '#server/register/index.ts';
import type { RowFault } from '#shared/contract/reference.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';

const HASH = /^[0-9a-f]{64}$/;

describe('reference data', () => {
  const city = useCity();
  let keeper: Api;
  before(async () => {
    keeper = await city.staff('administrator');
  });
  const rowsOf = async (kind: string): Promise<Record<string, string>[]> =>
    (await keeper.get(`/api/v1/reference/${kind}`)).body.items;
  const send = async (path: string, content: string | Buffer) => {
    const { token } = await city.token('administrator');
    return supertest(city.app.listener)
      .post(`/api/v1/reference/${path}`)
      .set('authorization', `Bearer ${token}`)
      .attach('file', Buffer.from(content as string), 'file.csv');
  };

  it('changes a category with its notice, and every form has it at once', async () => {
    const [first] = await rowsOf('categories');
    const row = { ...first, noticeUk: 'Спершу зателефонуйте.', noticeEn: 'Call first.', publicity: 'delayed' };
    assert.equal((await keeper.post('/api/v1/reference/categories', { row })).status, 200);
    const held = catalogue().categories.find(({ code }) => code === first?.code);
    assert.deepEqual(held?.notice, { uk: 'Спершу зателефонуйте.', en: 'Call first.' });
    assert.equal(held?.publicity, 'delayed');
    assert.deepEqual((await rowsOf('categories'))[0], row);
  });
  it('names every wrong cell at once', async () => {
    const row = { code: 'Ні', uk: '', en: 'No', questionGroup: 'x', departmentId: 'f'.repeat(24), privacy: 'maybe' };
    const { status, body } = await keeper.post('/api/v1/reference/categories', { row });
    const paths = body.errors.map(({ path }: { path: string }) => path).sort();
    assert.equal(status, 422);
    assert.deepEqual(
      paths,
      ['code', 'departmentId', 'position', 'precision', 'privacy', 'publicity', 'questionGroup', 'uk'].map(
        (name) => `row.${name}`,
      ),
    );
  });
  it('adds a question, a department and a street, renames a district', async () => {
    const [{ code: categoryCode = '' } = {}] = await rowsOf('categories');
    const question = {
      categoryCode,
      code: 'how-long',
      type: 'choice',
      uk: 'Як довго?',
      en: 'How long?',
      options: 'day:День:A day|week:Тиждень:A week',
    };
    await keeper.post('/api/v1/reference/questions', { row: question });
    assert.ok(
      (await CategoryModel.findById(categoryCode).lean())?.questions.some(
        ({ code, options }) => code === 'how-long' && options.length === 2,
      ),
    );
    await keeper.post('/api/v1/reference/departments', { row: { uk: 'Новий відділ', en: 'A new unit' } });
    assert.ok(await DepartmentModel.findOne({ uk: 'Новий відділ' }));
    const [district] = await rowsOf('districts');
    assert.equal(
      (await keeper.post('/api/v1/reference/districts', { row: { ...district, en: 'Renamed' } })).status,
      200,
    );
    assert.equal((await rowsOf('districts'))[0]?.en, 'Renamed');
    const street = { name: 'вулиця Нова', districts: district?.code ?? '', lng: '30,71', lat: '46.47' };
    assert.equal((await keeper.post('/api/v1/reference/streets', { row: street })).status, 200);
    assert.deepEqual((await StreetModel.findOne({ name: 'вулиця Нова' }).lean())?.point, [30.71, 46.47]);
  });
  it('lets no unit stand below itself', async () => {
    const [a, b] = await rowsOf('departments');
    await keeper.post('/api/v1/reference/departments', { row: { ...a, parentId: '' } });
    await keeper.post('/api/v1/reference/departments', { row: { ...b, parentId: a?.id ?? '' } });
    const { status, body } = await keeper.post('/api/v1/reference/departments', {
      row: { ...a, parentId: b?.id ?? '' },
    });
    assert.deepEqual([status, body.errors[0].path], [422, 'row.parentId']);
  });

  it('goes out as CSV and comes in again with nothing to change', async () => {
    for (const kind of ['categories', 'questions', 'departments', 'districts', 'streets', 'days']) {
      const { token } = await city.token('administrator');
      const out = await supertest(city.app.listener)
        .get(`/api/v1/reference/${kind}.csv`)
        .set('authorization', `Bearer ${token}`);
      assert.equal(out.status, 200, kind);
      const { body } = await send(`${kind}/trial`, out.text);
      assert.deepEqual(
        [body.added, body.changed, body.faultCount],
        [0, 0, 0],
        `${kind} ${JSON.stringify(body.faults)}`,
      );
      assert.equal(body.rows, (await rowsOf(kind)).length);
    }
    const stranger = await supertest(city.app.listener).get('/api/v1/reference/days.csv');
    assert.equal(stranger.status, 401);
  });
  it('names all 50 bad rows of 10,000, and imports exactly the file that was tried', async () => {
    const { code = '' } = (await rowsOf('districts'))[0] ?? {};
    const bad = (i: number) => i % 200 === 0;
    const line = (i: number, isBad: boolean) => `вулиця Пробна ${i};${isBad ? 'nowhere' : code};30.7;46.4`;
    const file = (hasBad: boolean) =>
      `\ufeffname;districts;lng;lat\r\n${Array.from({ length: 10_000 }, (_, i) => line(i + 1, hasBad && bad(i + 1))).join('\r\n')}\r\n`;
    const { status, body } = await send('streets/trial', file(true));
    assert.deepEqual([status, body.rows, body.faultCount, body.faults.length], [200, 10_000, 50, 50]);
    const expected = Array.from({ length: 50 }, (_, i) => ({
      row: (i + 1) * 200 + 1,
      column: 'districts',
      code: 'unknown',
    }));
    assert.deepEqual(body.faults, expected);
    assert.equal((await send(`streets/import/${body.hash}`, file(true))).status, 409);
    const right = (await send('streets/trial', file(false))).body;
    assert.match(right.hash, HASH);
    assert.equal((await send(`streets/import/${right.hash}`, `${file(false)} `)).status, 409);
    assert.equal(await StreetModel.countDocuments({ name: /^вулиця Пробна/ }), 0);
    const done = await send(`streets/import/${right.hash}`, file(false));
    assert.deepEqual([done.status, done.body.added], [200, 10_000]);
    assert.equal(await StreetModel.countDocuments({ name: /^вулиця Пробна/ }), 10_000);
  }).timeout(60_000);
  const FILES: Readonly<Record<string, [content: string | Buffer, faults: RowFault[]]>> = {
    'of Windows-1251': [
      Buffer.concat([
        Buffer.from('date,kind,uk,en,source\n2027-01-04,extra_off,'),
        Buffer.from([0xc4, 0xe5, 0xed, 0xfc]),
        Buffer.from(',Day,Act\n'),
      ]),
      [{ row: 1, column: '', code: 'encoding' }],
    ],
    'with a quote that never ends': [
      'date,kind,uk,en,source\n"2027-01-04,extra_off',
      [{ row: 2, column: '', code: 'cells' }],
    ],
    'without its columns': [
      'when,kind,uk,en,source\n',
      [
        { row: 1, column: 'date', code: 'column-missing' },
        { row: 1, column: 'when', code: 'column-unknown' },
      ],
    ],
    'with a cell too few': [
      'date,kind,uk,en,source\n2027-01-04,extra_off,День\n',
      [{ row: 2, column: '', code: 'cells' }],
    ],
    'with a date twice': [
      'date,kind,uk,en,source\n2027-01-04,extra_off,День,Day,Акт\n2027-01-04,extra_off,День,Day,Акт\n',
      [{ row: 3, column: 'date', code: 'repeated' }],
    ],
  };
  for (const [what, [content, faults]] of Object.entries(FILES))
    it(`says what is wrong with a file ${what}`, async () => {
      const { status, body } = await send('days/trial', content);
      assert.deepEqual([status, body.faults], [200, faults]);
    });
  it('says it of an empty file and of one of bytes that are no text', async () => {
    for (const content of ['', Buffer.from([0, 255, 254, 0, 13])]) {
      const { status, body } = await send('departments/trial', content);
      assert.deepEqual([status, body.faultCount > 0], [200, true]);
    }
  });
});

describe('calendar: a change and the dates that move by it', () => {
  const city = useCity();
  let keeper: Api;
  before(async () => {
    keeper = await city.staff('administrator');
  });
  const day = (date: string) => ({
    date,
    kind: 'extra_off',
    uk: 'День міста',
    en: 'City Day',
    source: 'Розпорядження № 1',
  });

  it('shows what would move, moves exactly that, and moves it back', async () => {
    const ids: string[] = [];
    for (let i = 1; i <= 3; i += 1)
      ids.push((await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: `050 000 00 0${i}` } }))).body.id);
    const dates = async () => Promise.all(ids.map(async (id) => (await caseById(id))?.dueOn ?? ''));
    const [due = ''] = await dates();
    const change = { put: [day(due)], remove: [] };
    const { status, body } = await keeper.post('/api/v1/calendar/preview', change);
    assert.deepEqual([status, body.count], [200, 3]);
    const shown = body.items.map(({ before, after }: Record<'before' | 'after', { legal: string }>) => [
      before.legal,
      after.legal,
    ]);
    assert.ok(shown.every(([before, after]: string[]) => before === due && (after ?? '') > due));
    assert.deepEqual(await dates(), [due, due, due], 'a preview changes nothing');

    const stale = await keeper.post('/api/v1/calendar/changes', { ...change, digest: '0'.repeat(64) });
    assert.deepEqual([stale.status, stale.body.code], [409, 'version.stale']);
    const done = await keeper.post('/api/v1/calendar/changes', { ...change, digest: body.digest });
    assert.deepEqual([done.status, done.body], [200, { moved: 3 }]);
    assert.deepEqual(
      await dates(),
      shown.map(([, after]: string[]) => after),
    );
    assert.equal((await CalendarDayModel.findById(due).lean())?.kind, 'extra_off');

    await CalendarChangeModel.updateMany({}, { $set: { isDone: false } });
    assert.equal(await followCalendar(), 0, 'a second time nothing moves');

    const back = { put: [], remove: [due] };
    const preview = (await keeper.post('/api/v1/calendar/preview', back)).body;
    assert.equal(preview.count, 3);
    await keeper.post('/api/v1/calendar/changes', { ...back, digest: preview.digest });
    assert.deepEqual(await dates(), [due, due, due]);
  });
  it('is carried on where its process died', async () => {
    const { id } = (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: '050 000 00 09' } }))).body;
    const due = (await caseById(id))?.dueOn ?? '';
    const row = {
      _id: due,
      kind: 'extra_off' as const,
      name: { uk: 'День', en: 'Day' },
      validFrom: '2026-01-01',
      source: 'Акт',
      author: 'x',
    };
    await CalendarDayModel.create(row);
    await CalendarChangeModel.create({
      at: new Date(),
      byId: 'x',
      dates: [due],
      before: [],
      after: [row],
      isDone: false,
    });
    assert.ok((await followCalendar()) > 0);
    assert.ok(((await caseById(id))?.dueOn ?? '') > due);
    await CalendarDayModel.deleteOne({ _id: due });
    await loadCalendar();
  });
  it('says which cell is wrong, and leaves dates that are none', async () => {
    const { status, body } = await keeper.post('/api/v1/calendar/preview', {
      put: [{ ...day('2026-02-30'), uk: '' }],
      remove: [],
    });
    assert.deepEqual(
      [status, body.errors.map(({ path }: { path: string }) => path)],
      [422, ['put.0.date', 'put.0.uk']],
    );
    const far = await keeper.post('/api/v1/calendar/preview', {
      put: [],
      remove: [addCalendarDays('2026-01-01', 1), 'tomorrow'],
    });
    assert.equal(far.status, 422);
  });
});
