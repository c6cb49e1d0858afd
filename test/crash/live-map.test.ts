import assert from 'node:assert/strict';
import { io, type Socket } from 'socket.io-client';
import { fileAppeal } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { moveCase } from '#server/register/index.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { freePort } from '#server/standalone/ports.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';
import { areasAround } from '#shared/domain/map/areas.ts';
import { TILE, unproject } from '#shared/domain/map/mercator.ts';
import { KEYS } from '../support/api.ts';
import { aDraft } from '../support/appeals.ts';
import { useOwnDatabases } from '../support/databases.ts';
import { PATIENT, type Running, startProcess } from '../support/processes.ts';
import { CLERK } from '../support/site.ts';
import { until } from '../support/until.ts';

/** The middle of an area by the opera, so that rounding leaves it there. */
const OPERA = unproject([(38_364 + 0.5) * TILE, (23_187 + 0.5) * TILE], 16) as [number, number];
const areaAt = (zoom: number): string => areasAround([OPERA]).find((area) => area.startsWith(`${zoom}/`)) ?? '';

describe('crash: Redis is killed while maps are open at two web processes', () => {
  const databases = useOwnDatabases();
  const running: Running[] = [];
  const maps: Socket<LiveEvents, LiveRequests>[] = [];
  after(async () => {
    for (const map of maps) map.close();
    await Promise.all(running.map((web) => web.kill9()));
  });
  /** A map at a process of its own: what it heard, and the ids on its tile. */
  async function aMap() {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const settings = { ...KEYS, ...PATIENT, ...databases.addresses(), RATE_LIMIT_SCALE: '1000' };
    running.push(await startProcess('server/main.ts', { ...settings, PORT: String(port), PUBLIC_URL: base }));
    const map: (typeof maps)[number] = io(base, { path: '/live', transports: ['websocket'], forceNew: true });
    maps.push(map);
    let heard: readonly string[] = [];
    map.on('map.changed', ({ areas }) => {
      heard = areas;
    });
    assert.ok(await new Promise<boolean>((done) => map.emit('map.watch', [areaAt(14)], done)));
    return {
      heard: () => heard,
      async tile() {
        heard = [];
        return (await fetch(`${base}/api/v1/map/${areaAt(16)}`)).text();
      },
    };
  }

  it('shows the same at both, and what is published or hidden meanwhile', async function killed() {
    this.timeout(180_000);
    useKeys(KEYS);
    installRegimes();
    await seedReference();
    await Promise.all([loadCalendar(), loadCatalogue()]);
    const both = await Promise.all([aMap(), aMap()]);
    const place = { point: { type: 'Point' as const, coordinates: OPERA } };
    const consents = { sms: false, publication: true };
    const file = async (): Promise<string> => {
      const draft = NewAppeal.parse(aDraft({ place, consents }));
      return String((await fileAppeal(null, draft, { channel: 'api' }))._id);
    };
    const publish = (caseId: string) =>
      moveCase(CLERK, { caseId, verb: 'publish', expectedVersion: 1, publication: { state: 'anonymised' } });
    const hide = (caseId: string) =>
      moveCase(CLERK, { caseId, verb: 'hide', expectedVersion: 2, reasonCode: 'safety' });
    /** Both maps hear of it, and their tiles have it the moment that they ask. */
    const isTold = async (caseId: string, isShown: boolean): Promise<void> => {
      for (const { heard, tile } of both) {
        await until(async () => heard().length > 0);
        assert.deepEqual(heard(), [areaAt(16)]);
        assert.equal((await tile()).includes(caseId), isShown);
      }
    };

    const first = await file();
    await publish(first);
    await isTold(first, true);
    await databases.redis().kill9();
    await hide(first);
    await isTold(first, false);
    const second = await file();
    assert.deepEqual(
      both.map(({ heard }) => heard()),
      [[], []],
      'what is not public is told of to nobody',
    );
    await publish(second);
    await isTold(second, true);
  });
});
