import assert from 'node:assert/strict';
import { type SeenPixels, Tiles, tilesOver } from '#client/map/tiles.ts';
import type { MapTile } from '#shared/contract/map.ts';

const seen: SeenPixels = { z: 12, left: 256 * 10 + 5, top: 256 * 20, right: 256 * 12, bottom: 256 * 21 + 1 };
const tileWith = (id: string): MapTile => ({
  clusters: [],
  points: [[id, 30, 46, 'received', 'trees']],
});

describe('client map: tiles', () => {
  it('are those that cover what is seen, and none beyond the world', () => {
    assert.deepEqual(tilesOver(seen), ['12/10/20', '12/11/20', '12/10/21', '12/11/21']);
    assert.deepEqual(tilesOver({ z: 0, left: -500, top: -500, right: 900, bottom: 900 }), ['0/0/0']);
  });
  it('are fetched once, narrowed by the same filters, and show the newest first', async () => {
    const asked: string[] = [];
    const tiles = new Tiles(async (address) => {
      asked.push(address);
      return tileWith(String(asked.length));
    });
    const { points } = await tiles.over(seen, 'status=received');
    assert.deepEqual(
      points.map(({ id }) => id),
      ['4', '3', '2', '1'],
    );
    assert.equal(asked[0], '/api/v1/map/12/10/20?status=received');
    await tiles.over(seen, 'status=received');
    assert.equal(asked.length, 4);
    await tiles.over(seen, '');
    assert.deepEqual([asked.length, asked[4]], [8, '/api/v1/map/12/10/20']);
    tiles.forget();
    await tiles.over(seen, '');
    assert.equal(asked.length, 12);
  });
  it('remember nothing of a tile that could not be had', async () => {
    let isAway = true;
    const tiles = new Tiles(async () => {
      if (isAway) throw new Error('no connection');
      return tileWith('1');
    });
    await assert.rejects(tiles.over(seen, ''));
    isAway = false;
    assert.equal((await tiles.over(seen, '')).points.length, 4);
  });
});
