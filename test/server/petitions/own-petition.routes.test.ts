import assert from 'node:assert/strict';
import { EventModel } from '#server/history/event.model.ts';
import { beginSession } from '#server/identity/index.ts';
import type { Petition } from '#server/petitions/index.ts';
import { type Api, useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSubmitted, petitionNow } from '../../support/petitions.ts';

describe('petitions: a moderator’s suggestion and the author’s new words', () => {
  const city = useCity();
  useClock();
  let operator: Api;
  before(async () => {
    operator = await city.staff('operator');
  });
  const suggest = ({ _id, version }: Petition, suggestion: string) =>
    operator.post(`/api/v1/desk/petitions/${_id}/suggest`, { expectedVersion: version, suggestion });
  const author = async ({ initiator }: Petition): Promise<Api> => {
    const { token } = await beginSession({ kind: 'resident', emailHashes: [initiator.emailHash] });
    return city.api.as(token);
  };
  const own = (api: Api, { _id }: Petition, verb: string, body: object) =>
    api.post(`/api/v1/petitions/${_id}/${verb}`, body);
  const WORDS = {
    title: 'Відновити трамвай на Преображенській',
    essence: 'Після ремонту колій рух не відновили, і люди добираються двома пересадками.',
    demand: 'Відновити рух трамваїв на вулиці Преображенській до 1 вересня.',
  };
  it('go between them while the two working days run on', async () => {
    const petition = await aSubmitted();
    const suggestion = 'Уточніть, будь ласка, про яку вулицю йдеться у вимозі.';
    const { body } = await suggest(petition, suggestion);
    assert.deepEqual([body.status, body.dueOn], ['submitted', '2026-03-05']);
    const [{ at, ...suggested }] = body.suggestions;
    assert.match(at, /^2026-03-03T08:00:0/);
    assert.deepEqual(suggested, { text: suggestion, by: 'Олена Ткаченко', revisedAt: null });
    setClock('2026-03-04T08:00:00Z');
    const api = await author(petition);
    const revised = await own(api, petition, 'revise', { expectedVersion: body.version, ...WORDS });
    assert.equal(revised.status, 200);
    assert.deepEqual([revised.body.title, revised.body.dueOn], [WORDS.title, '2026-03-05']);
    assert.match(revised.body.suggestions[0].revisedAt, /^2026-03-04T08:00:0/);
    const after = await petitionNow(petition);
    assert.equal(after.demand, WORDS.demand);
    const saysThousands = ({ stems }: Petition): boolean => stems.some((stem) => stem.startsWith('тисяч'));
    assert.deepEqual([saysThousands(petition), saysThousands(after)], [true, false], 'it is found by its new words');
    const digests = await EventModel.distinct('docDigest', { 'subject.id': String(petition._id) });
    assert.equal(digests.length, 3, 'each event names the words of its moment');
    const stale = await own(api, petition, 'revise', { expectedVersion: 1, ...WORDS });
    assert.deepEqual([stale.status, stale.body.code], [409, 'version.stale']);
    assert.equal(stale.body.current.title, WORDS.title);
  });
  it('end where the author takes the petition back, or it is published', async () => {
    const petition = await aSubmitted();
    const api = await author(petition);
    const gone = await own(api, petition, 'withdraw', { expectedVersion: petition.version });
    assert.deepEqual([gone.status, gone.body.status, gone.body.dueOn], [200, 'withdrawn', null]);
    const again = await own(api, petition, 'withdraw', { expectedVersion: gone.body.version });
    assert.deepEqual([again.status, again.body.code], [409, 'move.refused']);
    assert.equal(again.body.current.status, 'withdrawn');
    const published = await aPublished();
    const late = await own(await author(published), published, 'revise', { expectedVersion: 3, ...WORDS });
    assert.deepEqual([late.status, late.body.code], [409, 'move.refused']);
  });
  it('are nobody else’s, and each wrong field is named', async () => {
    const [petition, published] = [await aSubmitted(), await aPublished()];
    const body = { expectedVersion: petition.version, ...WORDS };
    assert.equal((await own(city.api, petition, 'revise', body)).status, 404);
    assert.equal((await own(await author(published), petition, 'withdraw', { expectedVersion: 2 })).status, 404);
    assert.equal((await own(operator, petition, 'revise', body)).status, 403);
    assert.equal((await own(city.api, published, 'withdraw', { expectedVersion: 3 })).status, 404);
    assert.equal((await own(operator, published, 'withdraw', { expectedVersion: 3 })).status, 403);
    const wrong = await own(await author(petition), petition, 'revise', { expectedVersion: 2, title: 'Так' });
    assert.deepEqual(
      wrong.body.errors.map(({ path }: { path: string }) => path),
      ['title', 'essence', 'demand'],
    );
  });
});
