import assert from 'node:assert/strict';
import { endPetitionNews, ownPetitions, publicList, signPetition, withdrawSignature } from '#server/petitions/index.ts';
import { audienceOfPetition } from '#server/petitions/petition.audience.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';

describe('a signature of one’s own', () => {
  useCity();
  useClock();
  const owner = { phoneHashes: ['my-phone'], emailHashes: [] };
  const mine = { ...aSigner(1, 'sms'), firstName: 'Власник', keys: ['my-phone'] };

  it('is taken back while signatures are collected, publicly and without the name, and may be given again', async () => {
    const petition = await aPublished();
    const number = petition.number ?? 0;
    await signPetition(petition, mine);
    await signPetition(petition, aSigner(2));
    await sealAll();
    const [own] = (await ownPetitions(owner)).signed;
    assert.equal(own?.petition.number, number);
    assert.equal(own?.mayWithdraw, true);
    await assert.rejects(withdrawSignature(['another'], number), { code: 'not-found' });
    await withdrawSignature(owner.phoneHashes, number);
    await assert.rejects(withdrawSignature(owner.phoneHashes, number), { code: 'not-found' });
    await sealAll();
    assert.deepEqual((await petitionNow(petition)).tally, { eid: 1, sms: 0, removed: 1 });
    let list = '';
    for await (const part of publicList(await petitionNow(petition))) list += part;
    assert.ok(!list.includes('Власник'));
    assert.match(list, /"reason":"withdrawn"/);
    assert.ok((await signPetition(petition, mine)).isNew);
    await sealAll();
    assert.deepEqual((await petitionNow(petition)).tally, { eid: 1, sms: 1, removed: 1 });
  });
  it('cannot be taken back once collection is over', async () => {
    const petition = await aPublished();
    await signPetition(petition, mine);
    setClock('2026-06-04T08:00:00Z');
    await assert.rejects(withdrawSignature(owner.phoneHashes, petition.number ?? 0), { code: 'petition.closed' });
  });
  it('brings news to the contact that was left for it, until that is ended', async () => {
    const petition = await aPublished();
    await signPetition(petition, { ...mine, news: { kind: 'phone', contact: '+380671234567' } });
    await signPetition(petition, aSigner(2));
    const kinds = async () => (await audienceOfPetition(String(petition._id))).map(({ kind }) => kind);
    assert.deepEqual(await kinds(), ['petition-author', 'petition-signer']);
    await endPetitionNews(owner.phoneHashes, petition.number ?? 0);
    assert.deepEqual(await kinds(), ['petition-author']);
  });
});
