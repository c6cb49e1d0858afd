import assert from 'node:assert/strict';
import { EventModel } from '#server/history/event.model.ts';
import { type Petition, sealWindow, signersOf, signPetition } from '#server/petitions/index.ts';
import { RemovalModel, SignatureModel, WindowModel } from '#server/petitions/signature.model.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';

describe('signing a petition', () => {
  useCity();
  useClock();
  const countOf = async (petition: Petition) => (await petitionNow(petition)).tally;

  it('counts a signature once it is sealed, and shows who signed and when', async () => {
    const petition = await aPublished();
    const { signature, isNew } = await signPetition(petition, aSigner(1));
    assert.ok(isNew);
    assert.deepEqual(await countOf(petition), { eid: 0, sms: 0, removed: 0 });
    await sealAll();
    assert.deepEqual(await countOf(petition), { eid: 1, sms: 0, removed: 0 });
    assert.deepEqual(await signersOf(petition, 1), {
      items: [{ place: 1, name: 'Підписант Номер1', at: signature.at.toISOString(), method: 'eid' }],
      total: 1,
    });
  });
  it('takes one signature from ten connections of one person at once', async () => {
    const petition = await aPublished();
    const answers = await Promise.all(Array.from({ length: 10 }, () => signPetition(petition, aSigner(2, 'sms'))));
    assert.equal(answers.filter(({ isNew }) => isNew).length, 1);
    assert.equal(new Set(answers.map(({ signature }) => String(signature._id))).size, 1);
    await sealAll();
    assert.deepEqual(await countOf(petition), { eid: 0, sms: 1, removed: 0 });
  });
  it('knows a person by any of their keys, and lets electronic identification take the place of a code', async () => {
    const petition = await aPublished();
    await signPetition(petition, { ...aSigner(3, 'sms'), keys: ['phone'] });
    await sealAll();
    const byEid = await signPetition(petition, { ...aSigner(3), keys: ['taxpayer', 'phone'] });
    assert.ok(byEid.isNew);
    assert.equal((await signPetition(petition, { ...aSigner(3, 'sms'), keys: ['phone'] })).isNew, false);
    await sealAll();
    assert.deepEqual(await countOf(petition), { eid: 1, sms: 0, removed: 1 });
    const { items } = await signersOf(petition, 1);
    assert.deepEqual(
      items.map(({ place, method }) => [place, method]),
      [
        [1, null],
        [2, 'eid'],
      ],
    );
    const [removal] = await RemovalModel.find({ petitionId: petition._id }).lean();
    assert.equal(removal?.reason, 'replaced');
  });
  it('declares the threshold once, in the window that reaches it', async () => {
    const petition = await aPublished();
    const { threshold } = petition;
    assert.equal(threshold, 1_000);
    await Promise.all(Array.from({ length: 999 }, (_, i) => signPetition(petition, aSigner(i))));
    await sealAll();
    assert.equal((await petitionNow(petition)).status, 'collecting');
    await signPetition(petition, aSigner(5_000));
    await Promise.allSettled([sealWindow(petition._id), sealWindow(petition._id), sealWindow(petition._id)]);
    const reached = await petitionNow(petition);
    assert.equal(reached.status, 'threshold_reached');
    assert.equal(reached.tally.eid, 1_000);
    assert.equal(reached.dueOn, '2026-03-06'); // three working days for the notice
    const declared = { 'subject.id': String(petition._id), kind: 'petition.threshold' as const };
    assert.equal(await EventModel.countDocuments(declared), 1);
    await signPetition(reached, aSigner(5_001));
    await sealAll();
    assert.equal(await EventModel.countDocuments(declared), 1);
    assert.equal((await petitionNow(petition)).tally.eid, 1_001);
  });
  it('is over at midnight in Kyiv after the last day, and not before', async () => {
    const petition = await aPublished();
    assert.equal(petition.endsOn, '2026-06-03');
    setClock('2026-06-03T20:59:59Z');
    assert.ok((await signPetition(petition, aSigner(6))).isNew);
    setClock('2026-06-03T21:00:00Z');
    await assert.rejects(signPetition(petition, aSigner(7)), { code: 'petition.closed' });
  });
  it('seals many windows without a gap: each place, leaf and id in one of them', async () => {
    const petition = await aPublished();
    for (let lot = 0; lot < 5; lot += 1) {
      await Promise.all(Array.from({ length: 7 + lot }, (_, i) => signPetition(petition, aSigner(lot * 100 + i))));
      await sealAll();
    }
    const windows = await WindowModel.find({ petitionId: petition._id }).sort({ n: 1 }).lean();
    assert.deepEqual(
      windows.map(({ n, from, size }) => [n, from, size]),
      [
        [1, 0, 7],
        [2, 7, 15],
        [3, 15, 24],
        [4, 24, 34],
        [5, 34, 45],
      ],
    );
    assert.equal(await SignatureModel.countDocuments({ petitionId: petition._id, window: null }), 0);
    assert.equal((await signersOf(petition, 1)).items.length, 45);
  });
});
