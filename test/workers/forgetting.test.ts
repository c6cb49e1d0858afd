import assert from 'node:assert/strict';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { planDeliveries } from '#server/notifications/index.ts';
import { forgetTexts } from '#workers/forgetting/index.ts';
import { useClock } from '../support/clock.ts';
import { useDatabase } from '../support/database.ts';
import { anEvent, aRecipient, useTestAudience } from '../support/texts.ts';

describe('forgetting: texts of which nothing more is to be heard', () => {
  useDatabase();
  useClock();
  before(useTestAudience);
  /** So many texts that were delivered and still lie at the provider. */
  async function delivered(count: number): Promise<void> {
    const { rowId } = await anEvent(Array.from({ length: count }, () => aRecipient()));
    await planDeliveries(rowId);
    const rows = await DeliveryModel.find({ eventId: rowId }).select('_id').lean();
    for (const { _id } of rows)
      await DeliveryModel.updateOne({ _id }, { $set: { state: 'delivered', isKept: true, providerId: `SM${_id}` } });
  }
  const kept = () => DeliveryModel.countDocuments({ isKept: true });

  it('are deleted at the provider once each, however many there are', async () => {
    await delivered(25);
    const gone: string[] = [];
    const forget = async (id: string) => gone.push(id) > 0;
    assert.equal(await forgetTexts({ forget }), 25);
    assert.deepEqual([new Set(gone).size, gone.length, await kept()], [25, 25, 0]);
    assert.equal(await forgetTexts({ forget }), 0);
  });
  it('are left for the next round where the provider does not listen', async () => {
    await delivered(25);
    let asked = 0;
    const forget = async () => {
      asked += 1;
      return asked <= 3;
    };
    assert.equal(await forgetTexts({ forget }), 3);
    assert.deepEqual([asked, await kept()], [10, 22]);
  });
});
