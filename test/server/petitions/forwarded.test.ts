import assert from 'node:assert/strict';
import { eventsOf } from '#server/history/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { plannedDeliveries } from '#server/notifications/delivery.plan.ts';
import { enteredOf } from '#server/petitions/forwarded.parts.ts';
import {
  archivePetitions,
  audienceOfPetition,
  COUNCIL,
  charterSeed,
  councilLetters,
  endedCollections,
  enterForwarded,
  isOpenOn,
  loadCharters,
  makePetitionRoots,
  movePetition,
  type Petition,
  petitionLetters,
  petitionPhoneOf,
  signaturesByDay,
  signPetition,
  unsealedPetitions,
  useCharters,
} from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { PetitionVerb } from '#shared/domain/petition-workflow.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aForwarded, aForwardedDraft } from '../../support/forwarded-petitions.ts';
import { setCalendar } from '../../support/legal-calendars.ts';
import { aPublished, aSigner, petitionNow } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';

const SITE = 'https://vidhuk.example';
/** The dates of one walk through art. 23-1 from the receipt on, reckoned by hand: 28 June 2026 is a Sunday, so in peace 29 June is off. */
const WALKS = {
  martial: { notice: '2026-06-29', review: '2026-07-10' },
  peacetime: { notice: '2026-06-30', review: '2026-07-13' },
} as const;
const ANSWER = {
  decision: 'partially' as const,
  reasons: 'Половина схилів належить місту, тож парк можна закласти лише на них.',
  measures: 'Замовити проєкт парку на міській частині схилів.',
  unit: 'Департамент екології',
  followUps: [{ on: '2026-12-01', what: 'Оголосити конкурс проєктів' }],
};
const DATES = { startedOn: '2026-05-20', endsOn: '2026-08-20', sentOn: '2026-06-24', receivedOn: '2026-06-25' };
const move = async (petition: Petition, verb: PetitionVerb, more: object = {}): Promise<Petition> => {
  const { _id, version } = await petitionNow(petition);
  return movePetition(CLERK, { petitionId: String(_id), verb, expectedVersion: version, ...more });
};

describe('a petition whose signatures a civic association collected', () => {
  useCity();
  useClock('2026-06-25T08:00:00Z'); // a Thursday
  after(() => setCalendar());
  afterEach(() => loadCharters());

  for (const [calendar, due] of Object.entries(WALKS))
    it(`goes from its receipt to the archive by the ${calendar} calendar`, async () => {
      setCalendar(calendar === 'martial' ? {} : { martialLaw: [] });
      const entered = await aForwarded(DATES);
      assert.deepEqual(
        [entered.status, entered.dueOn, entered.endsOn, entered.threshold, entered.charterVersion],
        ['threshold_reached', due.notice, '2026-08-20', 1_000, 1], // two working days
      );
      assert.deepEqual(
        entered.clocks.map(({ rule, startedOn }) => [rule, startedOn]),
        [['petition.reviewNoticeFromNgo', '2026-06-25']],
      );
      setClock('2026-06-26T08:00:00Z');
      assert.equal((await move(entered, 'announce')).dueOn, due.review); // ten working days
      const hearing = { on: '2026-07-08', until: '2026-07-17' };
      assert.equal((await move(entered, 'prolong', { hearing })).dueOn, '2026-07-17');
      setClock('2026-07-10T08:00:00Z');
      assert.equal((await move(entered, 'conclude', { reviewedOn: '2026-07-09' })).dueOn, '2026-07-10');
      assert.equal((await move(entered, 'answer', { answer: ANSWER })).dueOn, null);
      assert.equal((await move(entered, 'keep', { promise: 0 })).answer?.followUps[0]?.keptOn, '2026-07-10');
      setClock('2029-06-25T09:00:00Z');
      assert.equal(await archivePetitions(), 1);
      const kinds = (await eventsOf({ kind: 'petition', id: String(entered._id) })).map(({ kind }) => kind);
      assert.deepEqual(kinds, [
        'petition.forwarded',
        'petition.announced',
        'petition.prolonged',
        'petition.reviewed',
        'petition.answered',
        'petition.promise-kept',
        'petition.archived',
      ]);
    });
  it('counts its two days from the receipt, not from the entry, and is late where it was entered late', async () => {
    setCalendar();
    setClock('2026-07-01T08:00:00Z');
    assert.equal((await aForwarded(DATES)).dueOn, '2026-06-29');
  });
  it('takes its number from the series of all petitions', async () => {
    setCalendar();
    const [own, entered, next] = [await aPublished(), await aForwarded(DATES), await aPublished()];
    assert.deepEqual([entered.number, next.number], [(own.number ?? 0) + 1, (own.number ?? 0) + 2]);
  });
  it('is held to the threshold of the day on which its collection began', async () => {
    setCalendar();
    const [first] = charterSeed();
    if (!first) throw new Error('no charter');
    useCharters([first, { ...first, _id: 2, validFrom: '2026-06-01', value: { ...first.value, threshold: 500 } }]);
    const few = { ...DATES, signatures: 999 };
    await assert.rejects(enterForwarded(CLERK, aForwardedDraft(few)), {
      code: 'fields.invalid',
      details: { errors: [{ in: 'body', path: 'signatures', code: 'petition.below-threshold', said: '1000' }] },
    });
    const later = await enterForwarded(CLERK, aForwardedDraft({ ...few, startedOn: '2026-06-02', signatures: 500 }));
    assert.deepEqual([later.threshold, later.charterVersion], [500, 2]);
  });
  it('is entered once, however often the same request comes', async () => {
    setCalendar();
    const draft = aForwardedDraft(DATES);
    const key = 'the-same-request-again';
    const [one, two] = await Promise.all([enterForwarded(CLERK, draft, key), enterForwarded(CLERK, draft, key)]);
    assert.equal(String(one._id), String(two._id));
    assert.equal((await enterForwarded(CLERK, draft, key)).number, one.number);
    await assert.rejects(enterForwarded(CLERK, { ...draft, signatures: 2_000 }, key), { code: 'idempotency.reused' });
  });
  it('is corrected before its review is announced: what it says, who wrote and who collected, and its terms from the right dates', async () => {
    setCalendar();
    const entered = await aForwarded({ ...DATES, receivedOn: '2026-06-24' });
    assert.equal(entered.dueOn, '2026-06-26');
    const correction = aForwardedDraft({
      ...DATES,
      title: 'Створити сквер біля моря',
      email: 'p.koval@example.com',
      signatures: 1_240,
    });
    const corrected = await move(entered, 'correct', { correction });
    const kept = await petitionNow(entered);
    assert.deepEqual(
      [kept.status, kept.number, kept.title, kept.dueOn, kept.clocks.length, kept.version],
      ['threshold_reached', entered.number, 'Створити сквер біля моря', '2026-06-29', 1, entered.version + 1],
    );
    assert.deepEqual(enteredOf(kept), correction);
    assert.equal(kept.collectedBy?.id, entered.collectedBy?.id);
    assert.deepEqual(enteredOf(corrected), correction);
    const events = await eventsOf({ kind: 'petition', id: String(entered._id) });
    assert.deepEqual(
      events.map(({ kind, actorId }) => [kind, actorId]),
      [
        ['petition.forwarded', CLERK.id],
        ['petition.corrected', CLERK.id],
      ],
    );
    assert.notEqual(events[0]?.docDigest, events[1]?.docDigest);
    // The council's own dates follow from the receipt; where they stay, it hears nothing anew.
    const told = () => OutboxModel.countDocuments({ kind: 'petition.council-all', 'subject.id': String(entered._id) });
    assert.equal(await told(), 2);
    await move(entered, 'correct', { correction: { ...correction, signatures: 1_241 } });
    assert.equal(await told(), 2);
    const row = await OutboxModel.findOne({ kind: 'petition.corrected', 'subject.id': String(entered._id) })
      .orFail()
      .lean();
    const audience = await audienceOfPetition(String(entered._id));
    assert.deepEqual(
      plannedDeliveries(row, audience, row.at).map(({ recipient, template }) => [recipient.kind, template]),
      [
        ['petition-author', 'petition.forwarded'],
        ['petition-association', 'petition.forwarded'],
      ],
    );
  });
  it('is no longer corrected once its review is announced, nor is what was written here', async () => {
    setCalendar();
    const correction = aForwardedDraft(DATES);
    const entered = await aForwarded(DATES);
    await move(entered, 'announce');
    await assert.rejects(move(entered, 'correct', { correction }), { code: 'move.refused' });
    const own = await aPublished();
    await PetitionModel.updateOne({ _id: own._id }, { $set: { status: 'threshold_reached' } });
    await assert.rejects(move(own, 'correct', { correction }), {
      code: 'move.refused',
      details: { from: 'threshold_reached', verb: 'correct', reason: 'collected-here', allowed: ['announce'] },
    });
  });
  it('is signed nowhere here: nothing is open, sealed, rooted, drawn by day or ended', async () => {
    setCalendar();
    const entered = await aForwarded(DATES);
    assert.equal(isOpenOn(entered, '2026-06-25'), false);
    setClock('2026-09-01T08:00:00Z');
    assert.deepEqual(await signaturesByDay(entered), []);
    assert.ok(!(await unsealedPetitions()).some((id) => id.equals(entered._id)));
    assert.ok(!(await endedCollections()).some((id) => id.equals(entered._id)));
    assert.equal(await makePetitionRoots(), 0);
  });

  describe('tells', () => {
    const letterTo = (petition: Petition, kind: string, id: string, template: string) =>
      petitionLetters(SITE)({
        recipient: { kind, id },
        subject: { kind: 'petition', id: String(petition._id) },
        template,
        values: { number: null, due: null, result: null, link: null },
      } as never);
    beforeEach(() => setCalendar());

    it('its author and the association by letter, each at their own address, the whole answer among it', async () => {
      const entered = await aForwarded(DATES);
      const id = String(entered._id);
      const audience = await audienceOfPetition(id);
      const association = entered.collectedBy?.id ?? '';
      assert.deepEqual(
        audience.map((one) => [one.kind, one.id]),
        [
          ['petition-author', id],
          ['petition-association', association],
        ],
      );
      assert.ok(id < association, 'ascending');
      assert.deepEqual(
        (await audienceOfPetition(id, { after: id })).map(({ kind }) => kind),
        ['petition-association'],
      );
      assert.deepEqual(
        (await audienceOfPetition(id, { recipientIds: [association] })).map(({ kind }) => kind),
        ['petition-association'],
      );
      assert.equal(await petitionPhoneOf(association, 'petition-association'), null);
      await move(entered, 'announce');
      await move(entered, 'answer', { answer: ANSWER });
      const answered = await petitionNow(entered);
      for (const [kind, recipient, address] of [
        ['petition-author', id, 'petro@example.com'],
        ['petition-association', association, 'office@bereh.example'],
      ] as const) {
        for (const template of ['forwarded', 'announced', 'answered']) {
          const words = await letterTo(answered, kind, recipient, `petition.${template}`);
          assert.equal(words?.to, address);
          assert.doesNotMatch([words?.subject, ...(words?.paragraphs ?? [])].join('\n'), /[{}]|undefined|null/);
        }
        const { paragraphs = [] } = (await letterTo(answered, kind, recipient, 'petition.answered')) ?? {};
        for (const part of [ANSWER.reasons, ANSWER.measures, ANSWER.unit, 'Оголосити конкурс проєктів'])
          assert.ok(paragraphs.join('\n').includes(part), part);
      }
      assert.equal(await letterTo(answered, 'petition-association', 'f'.repeat(24), 'petition.answered'), null);
      const row = await OutboxModel.findOne({ kind: 'petition.answered', 'subject.id': id }).orFail().lean();
      assert.deepEqual(
        plannedDeliveries(row, audience, row.at).map(({ recipient, channel, template, state }) => [
          recipient.kind,
          channel,
          template,
          state,
        ]),
        [
          ['petition-author', 'email', 'petition.answered', 'planned'],
          ['petition-association', 'email', 'petition.answered', 'planned'],
        ],
      );
    });
    it('the author of a petition of our own the whole answer too, and who signed it that there is one', async () => {
      const own = await aPublished();
      const news = { kind: 'email' as const, contact: 'signer@example.com' };
      const { signature } = await signPetition(own, { ...aSigner(1), news });
      await PetitionModel.updateOne({ _id: own._id }, { $set: { status: 'under_review' } });
      await move(own, 'answer', { answer: ANSWER });
      const answered = await petitionNow(own);
      const said = async (kind: string, id: unknown): Promise<string> =>
        ((await letterTo(answered, kind, String(id), 'petition.answered'))?.paragraphs ?? []).join('\n');
      assert.ok((await said('petition-author', own._id)).includes(ANSWER.reasons));
      const toSigner = await said('petition-signer', signature._id);
      assert.match(toSigner, /є відповідь: підтримано частково/);
      assert.ok(!toSigner.includes(ANSWER.reasons));
    });
    it('who answers petitions the last lawful dates, counted from the receipt', async () => {
      const entered = await aForwarded(DATES);
      const about = { 'subject.kind': COUNCIL, 'subject.id': String(entered._id) };
      assert.deepEqual(await OutboxModel.distinct('kind', about), ['petition.council-all']);
      await StaffModel.updateOne({ login: 'head' }, { $set: { email: 'head@example.com' } });
      const head = await StaffModel.findOne({ login: 'head' }).orFail().lean();
      const words = await councilLetters(SITE)({
        recipient: { kind: COUNCIL, id: String(head._id) },
        subject: { kind: COUNCIL, id: String(entered._id) },
      } as never);
      const text = [words?.subject, ...(words?.paragraphs ?? [])].join('\n');
      assert.match(text, /1204 із 1000 підписів.*«Зелений берег»/s);
      for (const date of ['2026-06-25', '2026-06-29', '2026-07-13'])
        assert.ok(text.includes(dateInFull('uk', date)), date);
    });
  });
});
