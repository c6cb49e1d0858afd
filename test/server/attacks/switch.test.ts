import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { DistrictSwitchModel } from '#server/moderation/district-switch.model.ts';
import { hiddenDistricts, loadHiddenDistricts } from '#server/moderation/index.ts';
import { useCity } from '../../support/api.ts';

describe('attacks: the switch that hides a district', () => {
  const city = useCity();
  afterEach(async () => {
    await DistrictSwitchModel.deleteMany();
    await loadHiddenDistricts();
  });
  const turned = (isHidden: boolean, at: string, _id = new Types.ObjectId()) =>
    DistrictSwitchModel.create({
      ...{ _id, isHidden, districtCode: 'prymorskyi', reason: 'обстріл', byId: 'f'.repeat(24) },
      at: new Date(at),
    });

  it('is not shown again by a reading that began before it was turned and ends after', async () => {
    const read = DistrictSwitchModel.aggregate;
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    DistrictSwitchModel.aggregate = ((...asked: Parameters<typeof read>) => {
      const rows = read.apply(DistrictSwitchModel, asked).exec();
      return held.then(() => rows);
    }) as unknown as typeof read;
    const late = loadHiddenDistricts();
    DistrictSwitchModel.aggregate = read;
    await turned(true, '2026-03-03T08:00:00Z');
    await loadHiddenDistricts();
    assert.deepEqual(hiddenDistricts(), ['prymorskyi']);
    letGo();
    await late;
    assert.deepEqual(hiddenDistricts(), ['prymorskyi']);
  });
  it('stands as it was turned last, whichever process made the larger id', async () => {
    await turned(false, '2026-03-03T08:00:00.100Z', new Types.ObjectId('f'.repeat(24)));
    await turned(true, '2026-03-03T08:00:00.200Z', new Types.ObjectId('0'.repeat(24)));
    await loadHiddenDistricts();
    assert.deepEqual(hiddenDistricts(), ['prymorskyi']);
  });
  it('does not pretend to hide a district that the city does not know', async () => {
    const controller = await city.staff('controller');
    const turn = (districtCode: string, isHidden: boolean) =>
      controller.post('/api/v1/publicity', { districtCode, isHidden, reason: 'Наслідки обстрілу' });
    const { status, body } = await turn('primorskiy', true);
    assert.deepEqual([status, body.errors[0].path, body.errors[0].code], [422, 'districtCode', 'place.unknown']);
    assert.equal((await turn('of-the-last-import', false)).status, 200);
  });
});
