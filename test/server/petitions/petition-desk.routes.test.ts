import assert from 'node:assert/strict';
import { movePetition, type Petition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { type Api, useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSubmitted, aWritten, petitionNow } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';

const LIST = '/api/v1/desk/petitions';
const WHY = 'Текст містить домашню адресу іншої людини, її слід прибрати.';
const ANSWER = {
  decision: 'partially',
  reasons: 'Кошти на першу чергу передбачено бюджетом, решту включено до плану.',
  measures: 'Відремонтувати колії на ділянці до вокзалу.',
  unit: 'Департамент транспорту',
  followUps: [{ on: '2026-09-01', what: 'Оголосити закупівлю робіт' }],
};

describe('petitions at the desk, over HTTP', () => {
  const city = useCity();
  useClock();
  let operator: Api;
  let head: Api;
  before(async () => {
    [operator, head] = [await city.staff('operator'), await city.staff('head')];
  });
  const move = (api: Api, { _id, version }: Pick<Petition, '_id' | 'version'>, verb: string, more: object = {}) =>
    api.post(`${LIST}/${_id}/${verb}`, { expectedVersion: version, ...more });
  const card = async (api: Api, { _id }: Petition): Promise<DeskPetition> => (await api.get(`${LIST}/${_id}`)).body;
  /** A petition in which the council has begun its review. */
  const aReviewed = async (): Promise<Petition> => {
    const published = await aPublished();
    await PetitionModel.updateOne({ _id: published._id }, { $set: { status: 'threshold_reached' } });
    const request = { petitionId: String(published._id), verb: 'announce' as const };
    return movePetition(CLERK, { ...request, expectedVersion: published.version });
  };

  describe('lists', () => {
    beforeEach(() => PetitionModel.deleteMany({}));
    it('show what waits by its term, with how near its end is, and how many each has', async () => {
      setClock('2026-02-27T08:00:00Z'); // a Friday
      const late = await aSubmitted({ title: 'Перша за строком' });
      setClock('2026-03-02T08:00:00Z');
      const soon = await aSubmitted({ title: 'Друга за строком' });
      setClock('2026-03-04T08:00:00Z');
      const fresh = await aSubmitted({ title: 'Третя за строком' });
      const published = await aPublished();
      await aWritten();
      const { status, body } = await operator.get(LIST);
      assert.equal(status, 200);
      assert.deepEqual(
        body.items.map((row: DeskPetition) => [row.number, row.dueOn, row.age, row.isOverdue]),
        [
          [late.number, '2026-03-03', 'overdue', true],
          [soon.number, '2026-03-04', 'nearly_overdue', false],
          [fresh.number, '2026-03-06', 'new', false],
        ],
      );
      assert.deepEqual(body.counts, { moderation: 3, review: 0, collecting: 1, done: 0 });
      assert.deepEqual([body.total, body.page, body.pages], [3, 1, 1]);
      const collecting = (await head.get(`${LIST}?queue=collecting`)).body.items;
      assert.deepEqual(
        collecting.map((row: DeskPetition) => [row.id, row.count, row.threshold, row.heldCount, row.age]),
        [[String(published._id), 0, 1_000, 0, null]],
      );
      assert.deepEqual((await operator.get(`${LIST}?page=2`)).body.items, []);
    });
    it('are of those who check or review petitions alone', async () => {
      assert.equal((await city.api.get(LIST)).status, 401);
      assert.equal((await (await city.staff('executor')).get(LIST)).status, 403);
      const { status, body } = await operator.get(`${LIST}?queue=everything&page=0`);
      assert.equal(status, 422);
      assert.deepEqual(body.errors.map(({ path }: { path: string }) => path).sort(), ['page', 'queue']);
    });
  });

  describe('a card', () => {
    it('has everything, the author in the open for whoever checks petitions', async () => {
      const other = await aPublished({ title: 'Повернути трамвай на Преображенську вулицю' });
      const petition = await aSubmitted({ phone: '+380671234567', sms: true });
      const shown = await card(operator, petition);
      const author = {
        name: 'Шевченко Ірина Олегівна',
        isMasked: false,
        phone: '+380671234567',
        isPhoneProved: false,
        wantsSms: true,
      };
      assert.deepEqual({ ...shown.initiator, email: '' }, { ...author, email: '' });
      assert.match(shown.initiator.email, /^author\d+@example\.com$/);
      assert.deepEqual(shown.clocks, [
        { rule: 'petition.moderation', startedOn: '2026-03-03', dueOn: '2026-03-05', metOn: null, extendedFrom: null },
      ]);
      assert.deepEqual(shown.can, {
        suggest: true,
        revise: false,
        withdraw: false,
        publish: true,
        reject: true,
        merge: true,
      });
      assert.deepEqual(
        shown.history.map(({ kind, actor }) => [kind, actor]),
        [['petition.submitted', null]],
      );
      assert.ok(shown.similar.some(({ id, number }) => id === String(other._id) && number === other.number));
      assert.ok(!shown.similar.some(({ id }) => id === String(petition._id)));
      assert.deepEqual(shown.may, { checkSignatures: false, takeOrder: false });
    });
    it('masks the author for others, and shows a name that everybody sees', async () => {
      const petition = await aSubmitted({ phone: '+380671234567' });
      const { initiator, can } = await card(head, petition);
      assert.deepEqual([initiator.name, initiator.isMasked, initiator.phone], ['Ш. І. О.', true, '••• 67']);
      assert.match(initiator.email, /^a•••@example\.com$/);
      assert.equal(can.publish, false);
      const published = await aPublished();
      assert.equal((await card(head, published)).initiator.name, 'Шевченко Ірина Олегівна');
    });
    it('is nobody else’s: neither one that was not sent, nor one that a stranger may read on its page', async () => {
      const [written, sent, published] = [await aWritten(), await aSubmitted(), await aPublished()];
      const executor = await city.staff('executor');
      assert.equal((await operator.get(`${LIST}/${written._id}`)).status, 404);
      assert.equal((await executor.get(`${LIST}/${sent._id}`)).status, 404);
      assert.equal((await executor.get(`${LIST}/${published._id}`)).status, 403);
      assert.equal((await city.api.get(`${LIST}/${published._id}`)).status, 401);
      assert.equal((await operator.get(`${LIST}/${'f'.repeat(24)}`)).status, 404);
    });
  });

  describe('moves', () => {
    it('publish, and say who did it', async () => {
      const petition = await aSubmitted();
      const { status, body } = await move(operator, petition, 'publish');
      assert.equal(status, 200);
      assert.deepEqual([body.status, body.endsOn, body.threshold], ['collecting', '2026-06-03', 1_000]);
      const { at, ...event } = body.history.at(-1);
      assert.equal(at, body.publishedAt);
      assert.deepEqual(event, {
        kind: 'petition.published',
        actor: 'Олена Ткаченко',
        inPlaceOf: null,
        reasonCode: null,
        count: null,
      });
      assert.deepEqual(body.may, { checkSignatures: true, takeOrder: false });
    });
    it('reject with a reason of the list and an explanation, and name each wrong field at once', async () => {
      const petition = await aSubmitted();
      const wrong = await move(operator, petition, 'reject', { rejection: { reason: 'dull', explanation: 'ні' } });
      assert.deepEqual(
        wrong.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code]),
        [
          ['rejection.reason', 'field.invalid'],
          ['rejection.explanation', 'field.too-short'],
        ],
      );
      const bare = await move(operator, petition, 'reject');
      assert.deepEqual([bare.status, bare.body.errors[0].path], [422, 'rejection']);
      const rejection = { reason: 'personal-data', explanation: WHY };
      const { body } = await move(operator, petition, 'reject', { rejection });
      assert.deepEqual([body.status, body.rejection, body.dueOn], ['rejected', rejection, null]);
      assert.equal(body.history.at(-1)?.reasonCode, 'personal-data');
    });
    it('merge into a petition that there is', async () => {
      const [petition, primary] = [await aSubmitted(), await aPublished()];
      const unknown = await move(operator, petition, 'merge', { primaryNumber: 999_999 });
      assert.deepEqual([unknown.status, unknown.body.errors[0].code], [422, 'petition.unknown']);
      const { body } = await move(operator, petition, 'merge', { primaryNumber: primary.number });
      assert.deepEqual([body.status, body.mergedInto], ['merged', primary.number]);
    });
    it('announce, prolong for a hearing, conclude, answer, and keep what was promised', async () => {
      const petition = await aReviewed();
      assert.equal(petition.dueOn, '2026-03-17');
      const prolonged = await move(head, petition, 'prolong', { hearing: { on: '2026-03-12', until: '2026-03-27' } });
      assert.deepEqual([prolonged.status, prolonged.body.dueOn], [200, '2026-03-27']);
      assert.equal(prolonged.body.clocks.at(-1).extendedFrom, '2026-03-17');
      setClock('2026-03-20T08:00:00Z');
      const concluded = await move(head, await petitionNow(petition), 'conclude', { reviewedOn: '2026-03-19' });
      assert.deepEqual([concluded.body.reviewedOn, concluded.body.dueOn], ['2026-03-19', '2026-03-20']);
      assert.deepEqual(concluded.body.can, { answer: true });
      const answered = await move(head, await petitionNow(petition), 'answer', { answer: ANSWER });
      assert.deepEqual([answered.status, answered.body.status, answered.body.dueOn], [200, 'answered', null]);
      assert.equal(answered.body.answer.decision, 'partially');
      const kept = await move(head, await petitionNow(petition), 'keep', { promise: 0 });
      assert.equal(kept.body.answer.followUps[0].keptOn, '2026-03-20');
      assert.equal(kept.body.can.keep, undefined);
    });
    it('are refused with the current card where somebody was first, or the state does not allow it', async () => {
      const petition = await aSubmitted();
      await move(operator, petition, 'suggest', { suggestion: 'Уточніть, про яку вулицю йдеться у вимозі.' });
      const stale = await move(operator, petition, 'publish');
      assert.deepEqual([stale.status, stale.body.code, stale.body.current.version], [409, 'version.stale', 3]);
      assert.equal(stale.body.current.initiator.isMasked, false);
      const refused = await move(head, petition, 'answer', { answer: ANSWER });
      assert.deepEqual(
        [refused.status, refused.body.code, refused.body.reason],
        [409, 'move.refused', 'not-from-this-status'],
      );
      assert.equal(refused.body.current.initiator.isMasked, true);
    });
    it('are for whoever has the right, and none that are the author’s or of time', async () => {
      const petition = await aSubmitted();
      assert.equal((await move(head, petition, 'publish')).status, 403);
      assert.equal((await move(operator, petition, 'withdraw')).status, 404);
      assert.equal((await move(await city.staff('executor'), petition, 'publish')).status, 404);
      assert.equal((await move(city.api, petition, 'publish')).status, 401);
    });
  });
});
