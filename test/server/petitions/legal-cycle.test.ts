import assert from 'node:assert/strict';
import { eventsOf } from '#server/history/index.ts';
import { movePetition, type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { PetitionVerb } from '#shared/domain/petition-workflow.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { setCalendar } from '../../support/legal-calendars.ts';
import { aPublished, aSigner, aSubmitted, petitionNow, sealAll } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';

/** The dates of one walk through art. 23-1 of Law 393/96-ВР, reckoned by hand from calendars on paper. */
const WALKS = {
  // No holidays and no days moved (Law 2136-IX, art. 6).
  martial: { moderation: '2026-03-09', notice: '2026-04-24', review: '2026-05-08', answer: '2026-05-08' },
  // 8 March is a Sunday, so 9 March is off; 1 and 8 May are holidays on Fridays.
  peacetime: { moderation: '2026-03-10', notice: '2026-04-24', review: '2026-05-12', answer: '2026-05-11' },
} as const;

const move = async (petition: Petition, verb: PetitionVerb, more: object = {}): Promise<Petition> => {
  const { _id, version } = await petitionNow(petition);
  return movePetition(CLERK, { petitionId: String(_id), verb, expectedVersion: version, ...more });
};
const ANSWER = {
  decision: 'supported' as const,
  reasons: 'Рада підтримала петицію, бо рух трамвая потрібен району щодня.',
  measures: 'Відновити рух двома чергами.',
  unit: 'Департамент транспорту',
  followUps: [{ on: '2026-09-01', what: 'Запустити першу чергу' }],
};

describe('each step that the law sets for a petition, with its date', () => {
  useCity();
  useClock('2026-03-05T08:00:00Z'); // a Thursday
  after(() => setCalendar());

  for (const [calendar, due] of Object.entries(WALKS)) {
    it(`keeps to the ${calendar} calendar from sending to the answer`, async () => {
      setCalendar(calendar === 'martial' ? {} : { martialLaw: [] });
      const submitted = await aSubmitted();
      assert.equal(submitted.status, 'submitted');
      assert.equal(submitted.dueOn, due.moderation); // two working days
      setClock('2026-03-06T08:00:00Z');
      const published = await move(submitted, 'publish');
      assert.equal(published.status, 'collecting');
      assert.equal(published.endsOn, '2026-06-06'); // three months, to the end of a Saturday
      assert.equal(published.dueOn, '2026-06-06');

      await PetitionModel.updateOne({ _id: published._id }, { $set: { threshold: 3 } });
      setClock('2026-04-21T08:00:00Z');
      for (let n = 0; n < 3; n += 1) await signPetition(published, aSigner(n));
      await sealAll();
      const reached = await petitionNow(published);
      assert.equal(reached.status, 'threshold_reached');
      assert.equal(reached.dueOn, due.notice); // three working days
      setClock('2026-04-24T08:00:00Z');
      const announced = await move(reached, 'announce');
      assert.equal(announced.dueOn, due.review); // ten working days
      setClock('2026-05-07T08:00:00Z');
      const concluded = await move(announced, 'conclude', { reviewedOn: '2026-05-07' });
      assert.equal(concluded.status, 'under_review');
      assert.equal(concluded.dueOn, due.answer); // the next working day
      setClock('2026-05-08T08:00:00Z');
      const answered = await move(concluded, 'answer', { answer: ANSWER });
      assert.equal(answered.status, 'answered');
      assert.equal(answered.dueOn, null);
      assert.equal(answered.answer?.followUps[0]?.keptOn, null);
      setClock('2026-09-02T08:00:00Z');
      assert.equal((await move(answered, 'keep', { promise: 0 })).answer?.followUps[0]?.keptOn, '2026-09-02');
      const kinds = (await eventsOf({ kind: 'petition', id: String(published._id) })).map(({ kind }) => kind);
      assert.deepEqual(kinds, [
        'petition.submitted',
        'petition.published',
        'petition.threshold',
        'petition.announced',
        'petition.reviewed',
        'petition.answered',
        'petition.promise-kept',
      ]);
    });
  }
  it('prolongs the review by the hearing that the author asked for, and by no date that is past', async () => {
    setCalendar();
    const published = await aPublished();
    await PetitionModel.updateOne({ _id: published._id }, { $set: { threshold: 1 } });
    await signPetition(published, aSigner(1));
    await sealAll();
    const announced = await move(published, 'announce');
    const hearing = { on: '2026-03-25', until: '2026-04-03' };
    const prolonged = await move(announced, 'prolong', { hearing });
    assert.equal(prolonged.dueOn, '2026-04-03');
    assert.equal(prolonged.clocks.at(-1)?.extendedFrom, announced.dueOn);
    await assert.rejects(move(prolonged, 'prolong', { hearing: { on: '2026-03-25', until: '2026-04-01' } }), {
      code: 'fields.invalid',
    });
    await move(prolonged, 'conclude', { reviewedOn: '2026-03-05' });
    await assert.rejects(move(prolonged, 'conclude', { reviewedOn: '2026-03-05' }), { code: 'move.refused' });
  });
  it('tells the council at four fifths and at all of the threshold, each once', async () => {
    setCalendar();
    const published = await aPublished();
    await PetitionModel.updateOne({ _id: published._id }, { $set: { threshold: 10 } });
    const told = async (): Promise<string[]> =>
      (await OutboxModel.find({ 'subject.kind': 'petition-council', 'subject.id': String(published._id) }).lean()).map(
        ({ kind }) => kind,
      );
    for (let n = 0; n < 7; n += 1) await signPetition(published, aSigner(n));
    await sealAll();
    assert.deepEqual(await told(), []);
    for (let n = 7; n < 9; n += 1) {
      await signPetition(published, aSigner(n));
      await sealAll();
    }
    assert.deepEqual(await told(), ['petition.council-near']);
    for (let n = 9; n < 12; n += 1) {
      await signPetition(published, aSigner(n));
      await sealAll();
    }
    assert.deepEqual(await told(), ['petition.council-near', 'petition.council-all']);
  });
  it('refuses whatever the table does not list, naming what is allowed', async () => {
    const submitted = await aSubmitted();
    await assert.rejects(move(submitted, 'answer', { answer: ANSWER }), { code: 'move.refused' });
    await assert.rejects(move(submitted, 'reject'), { code: 'fields.invalid' });
    await assert.rejects(move(submitted, 'declare'), { code: 'not-allowed' });
    await assert.rejects(
      movePetition(CLERK, { petitionId: String(submitted._id), verb: 'publish', expectedVersion: 99 }),
      { code: 'version.stale' },
    );
    const rejected = await move(submitted, 'reject', {
      rejection: { reason: 'no-essence', explanation: 'З тексту не зрозуміло, чого саме ви просите від ради.' },
    });
    assert.equal(rejected.status, 'rejected');
    assert.equal(rejected.dueOn, null);
  });
});
