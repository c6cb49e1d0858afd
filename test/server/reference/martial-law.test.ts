import assert from 'node:assert/strict';
import { CalendarChangeModel, LegalSettingsModel, loadCalendar } from '#server/calendar/index.ts';
import { eventsOf } from '#server/history/index.ts';
import { followCalendar } from '#server/reference/index.ts';
import { caseById } from '#server/register/index.ts';
import type { MartialLawChange } from '#shared/contract/martial-law.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { useClock } from '../../support/clock.ts';

const LAW = '/api/v1/calendar/martial-law';
/** Labour Day is a working day while martial law lasts (Law 2136-IX, art. 6), and a day off again after it. */
const [RECEIVED, LABOUR_DAY, MONDAY] = ['2026-04-01', '2026-05-01', '2026-05-04'];
const BEGAN = '2022-02-24';
const ends = (to: string | null): MartialLawChange => ({ intervals: [{ from: BEGAN, to }], source: 'Указ № 1/2026' });

describe('calendar: the end of martial law and the dates that move by it', () => {
  useClock(`${RECEIVED}T08:00:00Z`);
  const city = useCity();
  let keeper: Api;
  before(async () => {
    keeper = await city.staff('administrator');
  });
  afterEach(async () => {
    await LegalSettingsModel.deleteMany({ _id: { $gt: 1 } });
    await CalendarChangeModel.deleteMany({});
    await loadCalendar();
  });
  const filed = async (n: number): Promise<string> =>
    (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: `050 000 01 0${n}` } }))).body.id;
  const dueOf = async (id: string) => (await caseById(id))?.dueOn;
  const preview = (change: MartialLawChange) => keeper.post(`${LAW}/preview`, change);
  const enter = async (change: MartialLawChange, digest?: string) =>
    keeper.post(`${LAW}/changes`, { ...change, digest: digest ?? (await preview(change)).body.digest });

  it('is shown first, moves exactly what was shown, and is kept as an edition of its own', async () => {
    const ids = [await filed(1), await filed(2)];
    assert.deepEqual((await keeper.get(LAW)).body.intervals, [{ from: BEGAN, to: null }]);
    assert.deepEqual(await Promise.all(ids.map(dueOf)), [LABOUR_DAY, LABOUR_DAY]);
    const { status, body } = await preview(ends('2026-04-20'));
    assert.deepEqual(
      [status, body.count, body.items.map(({ after }: { after: { legal: string } }) => after.legal)],
      [200, 2, [MONDAY, MONDAY]],
    );
    assert.deepEqual(await Promise.all(ids.map(dueOf)), [LABOUR_DAY, LABOUR_DAY], 'a preview changes nothing');
    assert.equal((await preview(ends('2026-05-01'))).body.count, 0, 'it still holds on the last day');
    const done = await enter(ends('2026-04-20'), body.digest);
    assert.deepEqual([done.status, done.body], [200, { moved: 2 }]);
    assert.deepEqual(await Promise.all(ids.map(dueOf)), [MONDAY, MONDAY]);
    const known = (await keeper.get(LAW)).body;
    assert.deepEqual(
      [known.intervals, known.source, known.validFrom],
      [ends('2026-04-20').intervals, 'Указ № 1/2026', RECEIVED],
    );
    const [edition] = await LegalSettingsModel.find({ _id: 2 }).lean();
    const [first] = await LegalSettingsModel.find({ _id: 1 }).lean();
    assert.deepEqual({ ...edition?.values, calendar: null }, { ...first?.values, calendar: null });
    const [event] = await eventsOf({ kind: 'reference', id: 'martial-law' });
    assert.equal(event?.facts.edition, 2);
    await CalendarChangeModel.updateMany({}, { $set: { isDone: false } });
    assert.equal(await followCalendar(), 0, 'a second time nothing moves');
    assert.equal((await enter(ends(null))).body.moved, 2, 'and back, where it was entered by mistake');
    assert.deepEqual(await Promise.all(ids.map(dueOf)), [LABOUR_DAY, LABOUR_DAY]);
  });

  it('is carried on where its process died before the dates moved', async () => {
    const id = await filed(3);
    const martialLaw = { before: ends(null).intervals, after: ends('2026-04-20').intervals };
    const [{ values, ...first } = assert.fail()] = await LegalSettingsModel.find({ _id: 1 }).lean();
    const calendar = { ...values.calendar, martialLaw: martialLaw.after };
    await LegalSettingsModel.create({ ...first, _id: 2, validFrom: RECEIVED, values: { ...values, calendar } });
    const row = { at: new Date(), byId: 'x', dates: [], before: [], after: [], isDone: false };
    await CalendarChangeModel.create({ ...row, martialLaw });
    assert.ok((await followCalendar()) > 0);
    assert.equal(await dueOf(id), MONDAY);
  });

  it('is entered by one of two, and only as it was shown', async () => {
    await filed(4);
    const [one, other] = [ends('2026-04-20'), ends('2026-04-25')];
    const [a, b] = [(await preview(one)).body.digest, (await preview(other)).body.digest];
    const both = await Promise.all([enter(one, a), enter(other, b)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    const late = await enter(other, b);
    assert.deepEqual([late.status, late.body.code], [409, 'version.stale']);
    assert.equal((await enter(one, '0'.repeat(64))).status, 409);
  });

  it('names each date that cannot be', async () => {
    const wrong = {
      intervals: [
        { from: BEGAN, to: '2021-01-01' },
        { from: '2020-01-01', to: null },
        { from: '2027-02-30', to: null },
      ],
      source: '',
    };
    const { status, body } = await preview(wrong);
    assert.equal(status, 422);
    const paths = body.errors.map(({ path }: { path: string }) => path);
    assert.ok(paths.includes('source') && paths.includes('intervals.2.from'), String(paths));
    const crossed = await preview({ ...wrong, intervals: wrong.intervals.slice(0, 2), source: 'Указ' });
    assert.deepEqual(crossed.body.errors.map(({ path }: { path: string }) => path).sort(), [
      'intervals.0.to',
      'intervals.1.from',
    ]);
  });
});
