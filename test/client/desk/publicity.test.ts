import assert from 'node:assert/strict';
import { standings, WHOLE_CITY } from '#client/desk/publicity/standing.ts';
import type { SwitchTurn } from '#shared/contract/moderation.ts';

const DISTRICTS = [
  { code: 'kyivskyi', uk: 'Київський район', en: 'Kyivskyi' },
  { code: 'prymorskyi', uk: 'Приморський район', en: 'Prymorskyi' },
];
const WORDS = { lang: 'uk', wholeCity: 'Усе місто' } as const;
const turn = (districtCode: string, isHidden: boolean): SwitchTurn => ({
  ...{ districtCode, isHidden, reason: 'Наслідки обстрілу', by: 'Наталія Гончар' },
  at: '2026-03-03T08:00:00.000Z',
});
const states = (hidden: string[]) =>
  standings({ hidden, turns: [] }, DISTRICTS, WORDS).map(({ name, state }) => [name, state]);

describe('desk: how districts stand', () => {
  it('lists the whole city first, then each district', () => {
    assert.deepEqual(states(['prymorskyi']), [
      ['Усе місто', 'shown'],
      ['Київський район', 'shown'],
      ['Приморський район', 'hidden'],
    ]);
  });
  it('tells a district that is gone with the city from one that is hidden by itself', () => {
    assert.deepEqual(states([WHOLE_CITY, 'prymorskyi']), [
      ['Усе місто', 'hidden'],
      ['Київський район', 'withCity'],
      ['Приморський район', 'hidden'],
    ]);
  });
  it('keeps a hidden district in the list that the gazetteer no longer has', () => {
    assert.deepEqual(states(['malynovskyi']).at(-1), ['malynovskyi', 'hidden']);
  });
  it('tells the last turn of each switch', () => {
    const turns = [turn('prymorskyi', false), turn('prymorskyi', true), turn(WHOLE_CITY, false)];
    const all = standings({ hidden: [], turns }, DISTRICTS, WORDS);
    assert.deepEqual(
      all.map(({ last }) => last),
      [turns[2], null, turns[0]],
    );
  });
});
