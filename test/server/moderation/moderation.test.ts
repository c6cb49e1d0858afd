import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { fileReport } from '#server/moderation/index.ts';
import { ReportModel } from '#server/moderation/report.model.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { type Api, useCity } from '../../support/api.ts';

const MINUTE_MS = 60_000;

describe('moderation: the switches of districts', () => {
  const city = useCity();
  let controller: Api;
  before(async () => {
    controller = await city.staff('controller');
  });
  const turn = (districtCode: string, isHidden: boolean, reason: string) =>
    controller.post('/api/v1/publicity', { districtCode, isHidden, reason });

  it('say to all of the staff what is hidden, and who turned which one and why, newest first', async () => {
    await turn('prymorskyi', true, 'Наслідки обстрілу');
    await turn('*', true, 'Прохання обласної адміністрації');
    await turn('*', false, 'Небезпека минула');
    const { status, body } = await (await city.staff('executor')).get('/api/v1/publicity');
    assert.deepEqual([status, body.hidden], [200, ['prymorskyi']]);
    assert.deepEqual(
      body.turns.map(({ districtCode, isHidden, by }: Record<string, unknown>) => [districtCode, isHidden, by]),
      [
        ['*', false, 'Наталія Гончар'],
        ['*', true, 'Наталія Гончар'],
        ['prymorskyi', true, 'Наталія Гончар'],
      ],
    );
    assert.equal(body.turns[2].reason, 'Наслідки обстрілу');
    assert.deepEqual((await turn('prymorskyi', false, 'Небезпека минула')).body, { hidden: [] });
  });
  it('are not turned without a reason', async () => {
    const { status, body } = await turn('kyivskyi', true, '  ');
    assert.deepEqual([status, body.errors[0].path], [422, 'reason']);
  });
});

describe('moderation: reports on what is shown', () => {
  const city = useCity();
  afterEach(() => shiftClock(0));
  const list = async (who: Api) => (await who.get('/api/v1/reports')).body.items;

  it('wait for who publishes, oldest first, until somebody has looked into them', async () => {
    const operator = await city.staff('operator');
    const caseId = String(new Types.ObjectId());
    await fileReport(caseId, { kind: 'my-data', text: 'На фото моя машина.', contact: 'ivan@city.example' });
    shiftClock(MINUTE_MS);
    await fileReport(caseId, { kind: 'other', text: 'Адреса не та, що на фото.' });
    const [first, second] = await list(operator);
    assert.deepEqual(
      [first.text, first.contact, first.caseId, second.contact],
      ['На фото моя машина.', 'ivan@city.example', caseId, null],
    );
    const settle = async () => (await operator.post(`/api/v1/reports/${first.id}/settle`)).body;
    assert.deepEqual([await settle(), await settle()], [{ settled: true }, { settled: false }]);
    assert.deepEqual(
      (await list(operator)).map(({ id }: { id: string }) => id),
      [second.id],
    );
  });
  it('lie in the database as nobody can read them', async () => {
    const kept = JSON.stringify(await ReportModel.find().lean());
    for (const secret of ['машина', 'ivan@']) assert.ok(!kept.includes(secret));
  });
});
