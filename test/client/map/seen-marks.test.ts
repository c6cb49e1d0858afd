import assert from 'node:assert/strict';
import type { CityMap } from '#client/map/city-map.ts';
import { SeenMarks } from '#client/map/seen-marks.ts';
import type { SeenPixels, TileMarks } from '#client/map/tiles.ts';
import type { MapTile } from '#shared/contract/map.ts';

/** A question for a tile that waits for its answer. */
interface Asked {
  address: string;
  credentials: RequestCredentials | undefined;
  answer: (id: string) => void;
  refuse: (status: number) => void;
}
/** Lets whatever was answered be taken in. */
const rest = () => new Promise((done) => setTimeout(done, 5));
const tileWith = (id: string): MapTile => ({ clusters: [], points: [[id, 30, 46, 'received', 'trees']] });

describe('client map: the marks of what is seen', () => {
  const { fetch } = globalThis;
  let asked: Asked[] = [];
  let shown: string[][] = [];
  let around: number[] = [];
  let seen: SeenPixels;
  let marks: SeenMarks;
  const map = {
    pixels: (ahead: number) => {
      around.push(ahead);
      return seen;
    },
    show: ({ points }: TileMarks) => shown.push(points.map(({ id }) => id)),
  } as unknown as CityMap;
  /** Answers every open question for a tile whose address has these words. */
  const answer = async (words: string, id: string) => {
    for (const one of asked.filter(({ address }) => address.includes(words))) one.answer(id);
    await rest();
  };
  beforeEach(() => {
    [asked, shown, around] = [[], [], []];
    seen = { z: 12, left: 2_560, top: 5_120, right: 2_816, bottom: 5_376 };
    marks = new SeenMarks(map);
    globalThis.fetch = ((address: string, { signal, credentials }: RequestInit) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        asked.push({
          address,
          credentials,
          answer: (id) => resolve(Response.json(tileWith(id))),
          refuse: (status) => resolve(new Response(null, { status })),
        });
      })) as typeof globalThis.fetch;
  });
  after(() => {
    globalThis.fetch = fetch;
  });

  it('are asked for by tile and filters, at first without what lies beyond the edge', async () => {
    const first = marks.bring({ status: 'in_work' });
    assert.deepEqual(
      asked.map(({ address }) => address),
      ['/api/v1/map/12/10/20?status=in_work'],
    );
    await answer('', 'a');
    await first;
    await marks.bring({ status: 'in_work' });
    assert.deepEqual([asked.length, shown, around], [1, [['a'], ['a']], [0, 96]]);
  });
  it('carry a session only where they may', () => {
    void marks.bring({});
    void new SeenMarks(map, 'omit').bring({});
    assert.deepEqual(
      asked.map(({ credentials }) => credentials),
      ['same-origin', 'omit'],
    );
  });
  it('of filters that are no longer wanted are left out, and nobody is told that they did not come', async () => {
    const [left, wanted] = [marks.bring({ status: 'received' }), marks.bring({ status: 'in_work' })];
    await answer('received', 'late');
    await answer('in_work', 'right');
    await Promise.all([left, wanted]);
    assert.deepEqual(shown, [['right']]);
  });
  it('of a zoom that was left are left out, too', async () => {
    const left = marks.bring({});
    seen = { z: 13, left: 5_120, top: 10_240, right: 5_376, bottom: 10_496 };
    const wanted = marks.bring({});
    await answer('/13/', 'right');
    await answer('/12/', 'late');
    await Promise.all([left, wanted]);
    assert.deepEqual(shown, [['right']]);
  });
  it('that were asked for earlier never take the place of later ones', async () => {
    const first = marks.bring({});
    seen = { ...seen, left: 2_816, right: 3_072 };
    const second = marks.bring({});
    await answer('/12/11/20', 'second');
    await answer('/12/10/20', 'first');
    await Promise.all([first, second]);
    assert.deepEqual(shown, [['second']]);
  });
  it('fail aloud where they cannot be had, and are asked for again', async () => {
    const failed = marks.bring({});
    asked[0]?.refuse(503);
    await assert.rejects(failed, /12\/10\/20 answers 503/);
    const again = marks.bring({});
    asked[1]?.answer('a');
    await again;
    assert.deepEqual(shown, [['a']]);
  });
  it('are asked for again where they changed, and only there', async () => {
    seen = { ...seen, right: 3_072 };
    const first = marks.bring({});
    await answer('', 'old');
    await first;
    marks.forget(['16/160/320']);
    const second = marks.bring({});
    assert.deepEqual(
      asked.slice(2).map(({ address }) => address),
      ['/api/v1/map/12/10/20'],
    );
    asked[2]?.answer('new');
    await second;
    assert.deepEqual(shown.at(-1), ['old', 'new']);
    marks.forget();
    void marks.bring({});
    assert.equal(asked.length, 5);
  });
  it('that changed while they were on their way are asked for again by themselves', async () => {
    const brought = marks.bring({});
    marks.forget(['16/160/320']);
    await rest();
    assert.equal(asked.length, 2);
    asked[1]?.answer('new');
    await brought;
    assert.deepEqual(shown, [['new']]);
  });
});
