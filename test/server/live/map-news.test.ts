import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { homeBuffers } from '#server/home-buffers.ts';
import { type Changes, followChanges } from '#server/live/index.ts';
import { followMap } from '#server/map/index.ts';
import { areasAround } from '#shared/domain/map/areas.ts';
import { TILE, unproject } from '#shared/domain/map/mercator.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { until } from '../../support/until.ts';

/** The middle of an area by the opera, so that rounding leaves it there. */
const OPERA = unproject([(38_364 + 0.5) * TILE, (23_187 + 0.5) * TILE], 16) as [number, number];
const AREA = '16/38364/23187';

describe('live: the map tells where cases came, changed and went', () => {
  const city = useCity();
  let changes: Changes;
  let stop: () => Promise<void>;
  let unfollow: () => void;
  const told: string[][] = [];
  before(async () => {
    changes = followChanges();
    stop = await homeBuffers().keepFresh(city.app.lane, changes);
    unfollow = followMap((where) => {
      if (where) told.push(areasAround(where).filter((area) => area.startsWith('16/')));
    });
  });
  after(async () => {
    unfollow();
    await stop();
    await changes.close();
  });

  it('once tiles answer with it, and of nothing that nobody may see', async () => {
    const operator = await city.staff('operator');
    const tile = async () => (await city.api.get(`/api/v1/map/${AREA}`)).text;
    const place = { point: { type: 'Point' as const, coordinates: OPERA } };
    const draft = aDraft({ place, consents: { sms: false, publication: true } });
    const { id } = (await city.api.post('/api/v1/appeals', draft)).body;
    const move = async (verb: string, body: object) => {
      const answer = await operator.post(`/api/v1/register/${id}/${verb}`, body);
      assert.equal(answer.status, verb === 'notes' ? 201 : 200, answer.text);
    };
    await pause(500);
    assert.deepEqual(told, []);
    await move('publish', { expectedVersion: 1, publication: { state: 'anonymised' } });
    await until(async () => told.length > 0);
    assert.deepEqual(told, [[AREA]]);
    assert.ok((await tile()).includes(id));
    await move('notes', { text: 'Гляньте' });
    await move('register', { expectedVersion: 2, questionGroup: 9 });
    await pause(700);
    assert.deepEqual(told, [[AREA]], 'what looks the same is told of to nobody');
    await move('hide', { expectedVersion: 3, reasonCode: 'safety' });
    await until(async () => told.length > 1);
    assert.deepEqual(told, [[AREA], [AREA]]);
    assert.ok(!(await tile()).includes(id));
  });
});
