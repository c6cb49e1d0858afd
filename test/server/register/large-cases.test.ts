import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { eventsAround, recordEvent } from '#server/history/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { transaction } from '#server/platform/transaction.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { joining } from '#server/register/commands/join-case.ts';
import { audienceOfCase } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { useClock } from '../../support/clock.ts';

const wishes = {
  applicant: { lastName: 'Коваль', firstName: 'Іван', residence: 'м. Одеса, вул. Софіївська, 8' },
  replyBy: 'page' as const,
  consents: { sms: true },
};

describe('register: a case that very many have joined', () => {
  useClock();
  const city = useCity();
  const file = async (): Promise<Types.ObjectId> => {
    const { status, body } = await city.api.post('/api/v1/appeals', aDraft({ coApplicants: [wishes.applicant] }));
    assert.equal(status, 201);
    return new Types.ObjectId(String(body.id));
  };
  const join = async (caseId: Types.ObjectId, n: number): Promise<void> => {
    const at = new Date();
    const joined = Array.from({ length: n }, () =>
      joining(caseId, { ...wishes, contact: { phone: '+380671234567' } }, { at }),
    );
    await PersonModel.insertMany(joined.map(({ person }) => person));
    await ParticipantModel.insertMany(joined.map(({ part }) => part));
    await CaseModel.updateOne({ _id: caseId }, { $inc: { applicants: n } });
  };

  it('is told to each of them, some at a time in the order of their ids', async () => {
    const id = await file();
    await join(id, 30);
    const all = await audienceOfCase(String(id));
    const told: string[] = [];
    for (let after: string | null = null; ; after = told.at(-1) ?? null) {
      const some = await audienceOfCase(String(id), { after, most: 7 });
      told.push(...some.map((one) => one.id));
      if (some.length < 7) break;
    }
    assert.equal(all.length, 32);
    assert.deepEqual(
      told,
      all.map((one) => one.id),
    );
  });
  it('has a card of those who filed it, the first who joined, and how many there are', async () => {
    const id = await file();
    await join(id, 30);
    const { body } = await (await city.staff('operator')).get(`/api/v1/register/${id}`);
    assert.deepEqual(
      [body.applicants.filter((one: { joined: boolean }) => !one.joined).length, body.applicants.length],
      [2, 22],
    );
    assert.equal(body.applicantsInAll, 32);
  });
  it('shows its first and its last events and says how many lie between', async () => {
    const id = await file();
    const subject = { kind: 'case', id: String(id) };
    const joined = { kind: 'appeal.joined' as const, subject, actorId: null, facts: {} };
    const { events: few } = await eventsAround(subject, 200);
    await transaction(async (tx) => {
      for (let n = 0; n < 7; n += 1)
        await recordEvent(tx, { ...joined, reasonCode: null, docDigest: null, from: null, to: null });
    });
    const { events, leftOut } = await eventsAround(subject, 3);
    assert.deepEqual([events.length, leftOut], [6, few.length + 1]);
    assert.deepEqual(
      events.map(({ seq }) => seq),
      [1, 2, 3, few.length + 5, few.length + 6, few.length + 7],
    );
    const { body } = await (await city.staff('operator')).get(`/api/v1/register/${id}`);
    assert.deepEqual([body.history.length, body.historyLeftOut], [few.length + 7, 0]);
  });
});
