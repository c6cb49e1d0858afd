import assert from 'node:assert/strict';
import { EventModel } from '#server/history/event.model.ts';
import { endCollection, type Petition, signersOf, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { RemovalModel, SignatureModel } from '#server/petitions/signature.model.ts';
import { holdSuspicious } from '#server/petitions/suspicion.ts';
import { lookupHash } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import { HASH_SIGNS, type HeldGroup } from '#shared/contract/petition-signatures.ts';
import { type Api, useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';

const WHY = 'Номери йдуть поспіль, підписи надходили щосекунди вночі.';
const range = (name: string): string => lookupHash(`range ${name}`);
const mark = (hash: string | undefined): string => hash?.slice(0, HASH_SIGNS) ?? '';

describe('signatures that come in bursts', () => {
  const city = useCity();
  useClock();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  const at = ({ _id }: Petition, what: string): string => `/api/v1/desk/petitions/${_id}/${what}`;
  /** So many different people sign by SMS from numbers that lie side by side, each from a network of their own. */
  const manySign = (petition: Petition, name: string, count: number, from = 0) =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        signPetition(petition, {
          ...aSigner(from + i, 'sms'),
          keys: [`${name}-${from + i}`],
          range: range(name),
          cameFrom: `${name} ${from + i}`,
        }),
      ),
    );
  const heldIn = ({ _id: petitionId }: Petition) => SignatureModel.countDocuments({ petitionId, window: 0 });
  const countOf = async (petition: Petition) => (await petitionNow(petition)).tally;
  const groups = async (petition: Petition): Promise<HeldGroup[]> =>
    (await operator.get(at(petition, 'signatures/held'))).body.items;
  const remove = (petition: Petition, filter: object, more: object = {}) =>
    operator.post(at(petition, 'signatures/remove'), {
      filter,
      reason: 'fraud',
      explanation: WHY,
      isTrial: false,
      ...more,
    });

  it('are sealed up to the limit, and the further ones wait for a moderator', async () => {
    const petition = await aPublished();
    await manySign(petition, 'a', 60);
    await sealAll();
    assert.deepEqual([await heldIn(petition), await countOf(petition)], [0, { eid: 0, sms: 60, removed: 0 }]);
    await manySign(petition, 'a', 10, 60);
    await signPetition(petition, { ...aSigner(500), range: range('a'), cameFrom: 'a 1' });
    await signPetition(petition, { ...aSigner(501, 'sms'), range: range('b'), cameFrom: 'elsewhere' });
    await sealAll();
    assert.equal(await heldIn(petition), 10);
    assert.deepEqual(await countOf(petition), { eid: 1, sms: 61, removed: 0 });
    assert.equal((await signersOf(petition, 1)).total, 62);
    const again = await manySign(petition, 'a', 1, 60);
    assert.equal(again[0]?.isNew, false, 'who waits has signed');
    const list = (await operator.get('/api/v1/desk/petitions?queue=collecting')).body.items;
    assert.equal(list.find(({ id }: { id: string }) => id === String(petition._id)).heldCount, 10);
  });
  it('are told to the moderator by marks and a few names, and count once they are let go', async () => {
    const petition = await aPublished();
    await manySign(petition, 'c', 75);
    await sealAll();
    const [group = assert.fail()] = await groups(petition);
    assert.deepEqual([group.kind, group.hash, group.count, group.names.length], ['range', mark(range('c')), 15, 5]);
    assert.equal(JSON.stringify(group).includes(range('c')), false);
    const released = await operator.post(at(petition, 'signatures/release'), {
      group: { kind: 'range', hash: group.hash },
    });
    assert.deepEqual([released.status, released.body], [200, { released: 15 }]);
    await sealAll();
    assert.equal(await heldIn(petition), 0, 'they wait no second time');
    assert.equal((await countOf(petition)).sms, 75);
    assert.deepEqual(await groups(petition), []);
    const [event] = await EventModel.find({ kind: 'petition.signatures-released' }).lean();
    assert.deepEqual([event?.reasonCode, event?.facts.count], ['range', 15]);
    const none = await operator.post(at(petition, 'signatures/release'), {
      group: { kind: 'network', hash: group.hash },
    });
    assert.deepEqual(none.body, { released: 0 });
  });
  it('are watched for a day after: then a tenth is too many, also for a process that begins anew', async () => {
    const petition = await aPublished();
    await manySign(petition, 'd', 61);
    await sealAll();
    assert.equal(await heldIn(petition), 1);
    setClock('2026-03-03T10:00:00Z');
    await manySign(petition, 'd', 8, 100);
    const { _id: petitionId } = petition;
    const waiting = await SignatureModel.find({ petitionId, window: null }).sort({ _id: 1 }).lean();
    const passed = await transaction(async ({ session }) => {
      // Nobody here has ever seen so many windows: what came before is read from the database.
      const looked = await holdSuspicious({ _id: petitionId, windows: 99 }, waiting, session);
      await session.abortTransaction();
      session.startTransaction();
      return looked.passed;
    });
    assert.equal(passed.length, 6);
    await sealAll();
    assert.equal(await heldIn(petition), 3, 'two hours later six pass and two wait');
    setClock('2026-03-04T08:05:00Z');
    await manySign(petition, 'd', 30, 200);
    await sealAll();
    assert.equal(await heldIn(petition), 3, 'and all of the limit passes after a day');
  });
  it('are counted of one network too, whatever the numbers', async () => {
    const petition = await aPublished();
    await Promise.all(
      Array.from({ length: 305 }, (_, i) =>
        signPetition(petition, { ...aSigner(i, 'sms'), range: range(String(i)), cameFrom: '203.0.113.0/24' }),
      ),
    );
    await sealAll();
    const [group] = await groups(petition);
    assert.deepEqual([group?.kind, group?.count], ['network', 5]);
    const network = lookupHash('network 203.0.113.0/24');
    const { body } = await operator.get(at(petition, 'anomalies'));
    assert.equal(body.hours.length, 72);
    assert.deepEqual(body.hours.at(-1), { at: '2026-03-03T08:00:00.000Z', eid: 0, sms: 305, held: 5 });
    assert.deepEqual(body.networks, [{ hash: mark(network), count: 305, held: 5, removed: 0 }]);
    assert.equal(body.ranges.length, 10);
    assert.equal(JSON.stringify(body).includes(network), false);
  });
  it('are struck after a trial that strikes none, waiting ones too, with their places kept and the reason said', async () => {
    const petition = await aPublished();
    await signPetition(petition, aSigner(900));
    await manySign(petition, 'e', 70);
    await sealAll();
    assert.equal(await heldIn(petition), 10);
    const filter = { kind: 'range', hash: mark(range('e')) };
    const trial = await remove(petition, filter, { isTrial: true });
    assert.deepEqual([trial.status, trial.body], [200, { count: 70, isTrial: true }]);
    assert.equal(await RemovalModel.countDocuments({ petitionId: petition._id }), 0);
    const some = await remove(petition, { ...filter, to: '2026-03-03T07:59:59Z' }, { isTrial: true });
    assert.equal(some.body.count, 0);
    const done = await remove(petition, filter);
    assert.deepEqual(done.body, { count: 70, isTrial: false });
    await sealAll();
    assert.equal(await heldIn(petition), 0);
    assert.deepEqual(await countOf(petition), { eid: 1, sms: 0, removed: 70 });
    const { items, total } = await signersOf(petition, 1);
    assert.deepEqual([total, items.filter(({ name }) => name !== null).length], [141, 1]);
    assert.equal((await remove(petition, filter)).body.count, 0, 'none is struck twice');
    const shown = (await operator.get(at(petition, '').replace(/\/$/, ''))).body;
    assert.deepEqual(
      shown.removals.map(({ by, count, explanation }: { by: string; count: number; explanation: string }) => [
        by,
        count,
        explanation,
      ]),
      [['Олена Ткаченко', 70, WHY]],
    );
    const [event] = await EventModel.find({ kind: 'petition.signatures-removed' }).lean();
    assert.deepEqual([event?.reasonCode, event?.facts.count], ['fraud', 70]);
    assert.equal(JSON.stringify(event).includes('Номери'), false);
    const again = await manySign(petition, 'e', 1);
    assert.equal(again[0]?.isNew, true, 'whose number was misused may sign');
  });
  it('are struck a thousand to a transaction, and one by one where they are named', async () => {
    const petition = await aPublished();
    const { signature } = await signPetition(petition, aSigner(1));
    for (let lot = 0; lot < 3; lot += 1) await manySign(petition, 'f', 700, lot * 700);
    await sealAll();
    const { body } = await remove(petition, { kind: 'range', hash: mark(range('f')) });
    assert.equal(body.count, 2_100);
    const events = await EventModel.find({
      kind: 'petition.signatures-removed',
      'subject.id': String(petition._id),
    }).lean();
    assert.deepEqual(events.map(({ facts }) => facts.count).sort(), [1_000, 1_000, 100].sort());
    const { removals } = await petitionNow(petition);
    assert.deepEqual(
      removals.map(({ count }) => count),
      [2_100],
    );
    const one = await remove(petition, { ids: [String(signature._id)] });
    assert.equal(one.body.count, 1);
    await sealAll();
    assert.deepEqual(await countOf(petition), { eid: 0, sms: 0, removed: 2_101 });
  });
  it('undo no threshold that was declared', async () => {
    const petition = await aPublished();
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { threshold: 5 } });
    await manySign(petition, 'g', 5);
    await sealAll();
    assert.equal((await petitionNow(petition)).status, 'threshold_reached');
    await remove(petition, { kind: 'range', hash: mark(range('g')) });
    await sealAll();
    const after = await petitionNow(petition);
    assert.deepEqual([after.status, after.tally], ['threshold_reached', { eid: 0, sms: 0, removed: 5 }]);
    assert.equal(after.dueOn, '2026-03-06');
  });
  it('keep a petition from failing while they would make up its number', async () => {
    const petition = await aPublished();
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { threshold: 65 } });
    await manySign(petition, 'h', 70);
    await sealAll();
    setClock('2026-06-03T21:02:00Z');
    assert.equal(await endCollection(petition._id), false);
    await operator.post(at(petition, 'signatures/release'), { group: { kind: 'range', hash: mark(range('h')) } });
    await sealAll();
    assert.equal((await petitionNow(petition)).status, 'threshold_reached');
  });
  it('give way to electronic identification while they wait', async () => {
    const petition = await aPublished();
    await manySign(petition, 'i', 61);
    await sealAll();
    assert.equal(await heldIn(petition), 1);
    const [held] = await SignatureModel.find({ petitionId: petition._id, window: 0 }).lean();
    const [key = ''] = held?.keys ?? [];
    const { isNew } = await signPetition(petition, { ...aSigner(5_000), keys: ['taxpayer', key] });
    assert.ok(isNew);
    await sealAll();
    assert.deepEqual([await heldIn(petition), await countOf(petition)], [0, { eid: 1, sms: 60, removed: 1 }]);
    assert.equal(await RemovalModel.countDocuments({ petitionId: petition._id, window: null }), 0);
  });
  it('are nobody’s business who does not check petitions', async () => {
    const petition = await aPublished();
    const head = await city.staff('head');
    const hash = mark(range('a'));
    const body = { filter: { kind: 'range', hash }, reason: 'fraud', explanation: WHY, isTrial: true };
    for (const api of [head, await city.staff('executor')]) {
      assert.equal((await api.get(at(petition, 'anomalies'))).status, 403);
      assert.equal((await api.get(at(petition, 'signatures/held'))).status, 403);
      assert.equal(
        (await api.post(at(petition, 'signatures/release'), { group: { kind: 'range', hash } })).status,
        403,
      );
      assert.equal((await api.post(at(petition, 'signatures/remove'), body)).status, 403);
    }
    assert.equal((await city.api.get(at(petition, 'anomalies'))).status, 401);
    const gone = { ...petition, _id: 'f'.repeat(24) } as unknown as Petition;
    assert.equal((await operator.get(at(gone, 'anomalies'))).status, 404);
    const wrong = await remove(petition, { kind: 'range', hash: 'no mark' }, { explanation: 'ні' });
    assert.deepEqual(
      wrong.body.errors.map(({ path }: { path: string }) => path),
      ['filter.hash', 'explanation'],
    );
  });
});
