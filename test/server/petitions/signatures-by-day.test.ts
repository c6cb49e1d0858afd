import assert from 'node:assert/strict';
import { signaturesByDay, signPetition } from '#server/petitions/index.ts';
import { RemovalModel } from '#server/petitions/signature.model.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';

describe('signatures of a petition by day', () => {
  useCity();
  useClock();

  it('are those of each day in Kyiv from the publication on, also where nobody signed or one was taken back', async () => {
    const petition = await aPublished();
    const byDay = async () =>
      (await signaturesByDay(await petitionNow(petition))).map(({ on, signatures, total }) => [on, signatures, total]);
    assert.deepEqual(await byDay(), [['2026-03-03', 0, 0]]);
    const { signature } = await signPetition(petition, aSigner(1));
    await signPetition(petition, aSigner(2));
    await sealAll();
    setClock('2026-03-03T21:59:00Z'); // a minute to midnight in Kyiv
    await signPetition(petition, aSigner(3));
    await sealAll();
    assert.deepEqual(await byDay(), [['2026-03-03', 3, 3]]);
    setClock('2026-03-05T22:00:00Z'); // the sixth of March there
    const { _id: signatureId, petitionId } = signature;
    const at = new Date('2026-03-05T22:00:00Z');
    await RemovalModel.create({ petitionId, signatureId, reason: 'withdrawn', at, byId: null, window: null });
    await sealAll();
    assert.deepEqual(await byDay(), [
      ['2026-03-03', 3, 3],
      ['2026-03-04', 0, 3],
      ['2026-03-05', 0, 3],
      ['2026-03-06', -1, 2],
    ]);
  });
  it('end with the last day of collection', async () => {
    const petition = await aPublished();
    await signPetition(petition, aSigner(1));
    await sealAll();
    setClock('2026-09-01T08:00:00Z');
    const days = await signaturesByDay(await petitionNow(petition));
    assert.deepEqual([days.length, days[0]?.on, days.at(-1)?.on], [93, '2026-03-03', '2026-06-03']);
  });
  it('are none before it is published', async () => {
    const petition = await aPublished();
    assert.deepEqual(await signaturesByDay({ ...petition, publishedAt: null }), []);
  });
});
