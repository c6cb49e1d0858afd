import assert from 'node:assert/strict';
import { LegalSettingsModel, loadCalendar, settingsOn } from '#server/calendar/index.ts';
import { eventsOf } from '#server/history/index.ts';
import { CharterModel } from '#server/petitions/charter.model.ts';
import { charterNow, loadCharters } from '#server/petitions/index.ts';
import type { NewCharterEdition } from '#shared/contract/petition-charter.ts';
import { PETITION_PRESETS } from '#shared/domain/petition-presets.ts';
import { type Api, useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, petitionNow } from '../../support/petitions.ts';

const CHARTER = '/api/v1/desk/petition-charter';
const LAW = '/api/v1/calendar/martial-law';
const EDITION: NewCharterEdition = {
  expectedVersion: 1,
  validFrom: '2026-03-03',
  source: 'Статут громади від 19.11.2025',
  threshold: 500,
  collect: { days: 60 },
  signerAuth: ['eid'],
  signerScope: 'resident',
  closeOnThreshold: true,
  allowWithdrawSignature: false,
};

describe('what the charter sets for petitions, and its editions', () => {
  useClock();
  const city = useCity();
  let keeper: Api;
  before(async () => {
    keeper = await city.staff('administrator');
    await loadCharters();
  });
  afterEach(async () => {
    await LegalSettingsModel.deleteMany({ _id: { $gt: 1 } });
    await CharterModel.deleteMany({ _id: { $gt: 1 } });
    await Promise.all([loadCalendar(), loadCharters()]);
  });
  const enter = (more: Partial<NewCharterEdition> = {}) => keeper.post(CHARTER, { ...EDITION, ...more });

  it('begin with those of the city’s own decision', async () => {
    const { body } = await keeper.get(CHARTER);
    assert.equal(body.current, 1);
    assert.deepEqual(
      body.items.map(({ threshold, collect, by }: { threshold: number; collect: object; by: string | null }) => [
        threshold,
        collect,
        by,
      ]),
      [[1_000, { months: 3 }, null]],
    );
  });
  it('hold from their day on, with the term of collection, and leave what is published alone', async () => {
    const before = await aPublished();
    const { status, body } = await enter();
    assert.equal(status, 201);
    assert.deepEqual([body.current, body.items[0].collect, body.items[0].by], [2, { days: 60 }, 'Дмитро Савчук']);
    const after = await aPublished();
    assert.deepEqual([after.threshold, after.endsOn, after.charterVersion], [500, '2026-05-02', 2]);
    const kept = await petitionNow(before);
    assert.deepEqual([kept.threshold, kept.endsOn, kept.charterVersion], [1_000, '2026-06-03', 1]);
    const event = (await eventsOf({ kind: 'reference', id: 'petition-charter' })).at(-1);
    assert.deepEqual([event?.facts.edition, event?.facts.threshold], [2, 500]);
  });
  it('wait for a day that is still to come', async () => {
    await enter({ validFrom: '2026-04-01' });
    assert.equal(charterNow().threshold, 1_000);
    assert.equal((await aPublished()).endsOn, '2026-06-03');
    setClock('2026-04-01T08:00:00Z');
    assert.equal(charterNow().threshold, 500);
    assert.equal((await aPublished()).endsOn, '2026-05-31');
  });
  it('stand beside the dates of martial law: neither change undoes the other', async () => {
    await enter({ validFrom: '2026-04-01' });
    const change = { intervals: [{ from: '2022-02-24', to: '2026-03-20' }], source: 'Указ № 1/2026' };
    const { digest } = (await keeper.post(`${LAW}/preview`, change)).body;
    assert.equal((await keeper.post(`${LAW}/changes`, { ...change, digest })).status, 200);
    assert.deepEqual(settingsOn('2026-03-03').values.petition.collect, { months: 3 });
    for (const day of ['2026-03-03', '2026-04-01'])
      assert.deepEqual(settingsOn(day).values.calendar.martialLaw, change.intervals, day);
    assert.deepEqual(settingsOn('2026-04-01').values.petition.collect, { days: 60 });
    const again = await enter({ expectedVersion: 2, validFrom: '2026-03-10', collect: { days: 30 } });
    assert.equal(again.status, 201);
    assert.deepEqual(settingsOn('2026-03-10').values.petition.collect, { days: 30 });
    assert.deepEqual(settingsOn('2026-03-10').values.calendar.martialLaw, change.intervals);
    assert.deepEqual(settingsOn('2026-04-01').values.petition.collect, { days: 60 });
  });
  it('are entered by one of two', async () => {
    const both = await Promise.all([enter(), enter({ threshold: 700 })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
    const late = await enter({ threshold: 800 });
    assert.deepEqual([late.status, late.body.code], [409, 'version.stale']);
  });
  it('are refused with each wrong field, for a day that has passed, and beyond the calendar', async () => {
    const wrong = await keeper.post(CHARTER, {
      ...EDITION,
      source: '',
      threshold: 0,
      collect: { days: 0 },
      signerAuth: [],
    });
    assert.deepEqual(
      wrong.body.errors.map(({ path }: { path: string }) => path),
      ['source', 'threshold', 'collect.days', 'signerAuth'],
    );
    const past = await enter({ validFrom: '2026-03-02' });
    assert.deepEqual(
      [past.status, past.body.errors[0].path, past.body.errors[0].code],
      [422, 'validFrom', 'date.past'],
    );
    const far = await enter({ validFrom: '2100-01-01' });
    assert.deepEqual([far.status, far.body.code], [422, 'date.outside-calendar']);
  });
  it('are kept by whoever keeps the reference data', async () => {
    assert.equal((await city.api.get(CHARTER)).status, 401);
    const operator = await city.staff('operator');
    assert.deepEqual(
      [(await operator.get(CHARTER)).status, (await operator.post(CHARTER, EDITION)).status],
      [403, 403],
    );
  });
  it('can begin with numbers of other cities, each of which the form takes', async () => {
    for (const [i, { threshold, collect }] of PETITION_PRESETS.entries())
      assert.equal((await enter({ expectedVersion: i + 1, threshold, ...(collect && { collect }) })).status, 201);
    assert.equal(charterNow().threshold, 450);
  });
});
