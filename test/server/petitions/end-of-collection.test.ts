import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { endCollection, endedCollections, sealWindow, signPetition } from '#server/petitions/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { audienceOfCase, caseByNumber, moveCase } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';

describe('a petition that did not gather enough signatures', () => {
  useCity();
  useClock();

  it('becomes a collective appeal with its signers as signatories, received at the end of its last day, once', async () => {
    const petition = await aPublished();
    for (let n = 0; n < 30; n += 1) {
      const news =
        n === 0
          ? { kind: 'phone' as const, contact: '+380671234567' }
          : n === 1
            ? { kind: 'email' as const, contact: 'signer@example.com' }
            : undefined;
      await signPetition(petition, { ...aSigner(n, 'sms'), news });
    }
    setClock('2026-06-03T21:00:30Z'); // half a minute after the last day
    assert.deepEqual(await endedCollections(), [petition._id]);
    assert.equal(await endCollection(petition._id), false); // signatures of the last second may still be on their way
    setClock('2026-06-03T21:02:00Z');
    assert.equal(await endCollection(petition._id), false); // and these are not sealed yet
    await sealAll();
    const ends = await Promise.allSettled([endCollection(petition._id), endCollection(petition._id)]);
    assert.ok(ends.some((end) => end.status === 'fulfilled' && end.value));
    assert.equal(await endCollection(petition._id), false);

    const failed = await petitionNow(petition);
    assert.equal(failed.status, 'failed_to_appeal');
    assert.equal(failed.dueOn, null);
    assert.equal(await CaseModel.countDocuments(), 1);
    const appeal = await caseByNumber(failed.appealNumber ?? '');
    assert.ok(appeal);
    assert.equal(appeal.receivedAt.toISOString(), '2026-06-03T20:59:59.999Z');
    assert.equal(appeal.dueOn, '2026-07-03'); // a month, art. 20
    assert.equal(appeal.applicants, 31);
    const roles = await ParticipantModel.aggregate([
      { $match: { caseId: appeal._id } },
      { $group: { _id: '$role', count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
    assert.deepEqual(roles, [
      { _id: 'applicant', count: 1 },
      { _id: 'signatory', count: 30 },
    ]);
    const told = (await audienceOfCase(String(appeal._id))).filter(
      ({ hasEmail, hasVerifiedPhone, wantsSms }) => hasEmail || (hasVerifiedPhone && wantsSms),
    );
    assert.equal(told.length, 3); // the initiator by letter, and the two who left a contact
    const registered = await moveCase(CLERK, {
      caseId: String(appeal._id),
      verb: 'register',
      expectedVersion: 1,
      questionGroup: 22,
    });
    assert.equal(registered.registrationIndex?.series, 'КО');
    assert.equal(registered.classification?.subject, '5.2');
  });
  it('is none of the ones that gathered enough or still collect, nor of strangers', async () => {
    const petition = await aPublished();
    assert.equal(await endCollection(petition._id), false);
    assert.equal(await endCollection(new Types.ObjectId()), false);
    assert.equal(await sealWindow(petition._id), false);
  });
});
