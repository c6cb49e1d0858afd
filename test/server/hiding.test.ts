import assert from 'node:assert/strict';
import type { PublicCase } from '#shared/contract/public-case.ts';
import type { GuardedCase } from '../support/guarded-city.ts';
import { type Asked, ask, leaksAt, useGuardedSite } from '../support/guarded-site.ts';
import { addressesOf, type Known } from '../support/public-addresses.ts';
import { moveAlong } from '../support/site.ts';
import { watchOver } from '../support/stranger-watch.ts';
import { until } from '../support/until.ts';
import { useWatchers } from '../support/watchers.ts';

const DISTRICTS = ['kyivskyi', 'prymorskyi', 'khadzhybeiskyi', 'peresypskyi', '*'] as const;
const FEW = 10;

describe('hiding a district', function hiding() {
  this.timeout(180_000);
  const site = useGuardedSite(500);
  const watchers = useWatchers(() => site.origin);
  const isOf = (district: string) => (one: GuardedCase) => district === '*' || one.districtCode === district;
  const shownIn = (district: string): GuardedCase[] => site.cases.filter((one) => one.isVisible && isOf(district)(one));
  /** Turns the switch by the other web process. */
  const turn = async (districtCode: string, isHidden: boolean): Promise<void> => {
    const { status } = await ask(site.otherOrigin, {
      address: '/api/v1/publicity',
      headers: { authorization: `Bearer ${await site.staffToken('controller')}` },
      json: { districtCode, isHidden, reason: 'Щоб не зашкодити.' },
    });
    assert.equal(status, 200);
  };
  const readable = (cases: readonly GuardedCase[]): Asked[] => {
    const known: Known = {
      numbers: cases.map(({ number }) => number),
      few: cases.filter((_, i) => i % FEW === 0).map(({ number }) => number),
      ids: cases.map(({ id }) => id),
      files: cases.flatMap(({ files }) => files.map(({ id }) => id)),
      places: cases
        .filter((_, i) => i % FEW === 0)
        .map(({ exact: [lng, lat] }) => [lng + 0.0009, lat + 0.0006] as const),
    };
    const gets = site.routes.filter(({ method }) => method === 'GET');
    return gets.flatMap((route) => addressesOf(route, known)).map((address) => ({ address }));
  };
  const firstPage = async (district: string): Promise<PublicCase[]> => {
    const filter = district === '*' ? '' : `&district=${district}`;
    const { text } = await ask(site.origin, { address: `/api/v1/appeals?limit=100${filter}` });
    return (JSON.parse(text) as { items: PublicCase[] }).items;
  };
  /** What somebody has kept who was here before: an address with the mark of its content. */
  async function kept(address: string): Promise<Asked> {
    const { body } = await ask(site.origin, { address });
    const [, etag = ''] = /^etag: (.*)$/m.exec(String(body)) ?? [];
    return { address, headers: { 'if-none-match': etag } };
  }

  for (const district of DISTRICTS)
    it(`takes ${district === '*' ? 'the whole city' : district} from every path at once, and gives it back`, async function switched() {
      const shown = shownIn(district);
      assert.ok(shown.length > 10 && (await firstPage(district)).length > 10);
      const [one] = shown as [GuardedCase];
      const photo = shown.flatMap(({ files }) => files).find(({ isOpen }) => isOpen);
      const keepsakes = await Promise.all(
        [
          '/',
          '/en',
          '/api/v1/map/10/599/362',
          ...(photo ? [`/files/${photo.id}`, `/files/${photo.id}/thumb`] : []),
        ].map(kept),
      );
      const watcher = watchers.come();
      assert.equal(await watcher.watches(one.id), true);

      const startedAt = performance.now();
      await turn(district, true);
      await until(async () => (await firstPage(district)).length === 0);
      const tookMs = Math.round(performance.now() - startedAt);
      const watch = watchOver(site.cases, (found) => found.isVisible && !isOf(district)(found));
      await until(async () => (await leaksAt(site.origin, [{ address: '/' }, { address: '/en' }], watch)).length === 0);
      const homeMs = Math.round(performance.now() - startedAt);
      if (this.test) this.test.title += ` (lists after ${tookMs} ms, the prepared home page after ${homeMs} ms)`;

      assert.deepEqual(await leaksAt(site.origin, readable(shown), watch), []);
      for (const keepsake of keepsakes)
        assert.notEqual((await ask(site.origin, keepsake)).status, 304, keepsake.address);
      assert.equal(await watchers.come().watches(one.id), false);
      await moveAlong(one.number, 'publish', { publication: { state: 'anonymised' } });
      const [open] = site.cases.filter((found) => found.isVisible && !isOf(district)(found));
      if (open && (await watcher.watches(open.id))) {
        await moveAlong(open.number, 'publish', { publication: { state: 'anonymised' } });
        await watcher.hears(open.id);
      }
      assert.ok(!watcher.heard().includes(one.id));

      await turn(district, false);
      await until(async () => (await firstPage(district)).length > 10);
      for (const { number, id } of shown)
        for (const address of [`/appeals/${number}`, `/api/v1/appeals/${id}`])
          assert.equal((await ask(site.origin, { address })).status, 200, address);
      for (const { address } of keepsakes) assert.equal((await ask(site.origin, { address })).status, 200, address);
    });
});
