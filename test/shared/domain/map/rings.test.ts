import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PUBLIC_STATUSES, type PublicStatus } from '#shared/domain/appeal.ts';
import { arcsOf, clusterRadius, type StatusCounts } from '#shared/domain/map/rings.ts';

const counts = fc
  .array(fc.tuple(fc.constantFrom(...PUBLIC_STATUSES), fc.integer({ min: 1, max: 10_000 })), { minLength: 1 })
  .map((pairs): StatusCounts => Object.fromEntries(pairs));
const pointsOf = (d: string) =>
  [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=A|$)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('rings: a cluster split by state', () => {
  it('draws one arc for each state that is there, in the order of the states, and closes the ring', () =>
    fc.assert(
      fc.property(counts, (byStatus) => {
        const arcs = arcsOf(byStatus);
        assert.deepEqual(
          arcs.map(({ status }) => status),
          PUBLIC_STATUSES.filter((status) => byStatus[status]),
        );
        const first = pointsOf(arcs[0]?.d ?? '')[0];
        assert.deepEqual(
          pointsOf(arcs.at(-1)?.d ?? '')
            .at(-1)
            ?.map(Math.abs),
          first?.map(Math.abs),
        );
        for (const [i, { d }] of arcs.entries())
          if (i > 0) assert.deepEqual(pointsOf(d)[0], pointsOf(arcs[i - 1]?.d ?? '').at(-1));
      }),
    ));
  it('gives each state its share of the circle', () => {
    const half: Partial<Record<PublicStatus, number>> = { received: 2, resolved: 2 };
    assert.match(arcsOf(half)[0]?.d ?? '', /^M0\.0 -\d.*A.* 0\.0 \d/);
  });
  it('grows slowly and not for ever', () => {
    const radii = [2, 10, 100, 1_000, 1_000_000].map(clusterRadius);
    assert.deepEqual(
      radii,
      [...radii].sort((a, b) => a - b),
    );
    assert.ok((radii.at(-1) ?? 0) <= 24 && (radii[0] ?? 0) >= 12);
  });
});
