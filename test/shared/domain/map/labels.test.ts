import assert from 'node:assert/strict';
import { baseMap, drawBase } from '#server/map/base/base-map.ts';
import { DISTRICT_DRAWINGS } from '#server/seeds/places/districts.ts';
import { LABELS, type PlacedLabel, placeLabels } from '#shared/domain/map/labels.ts';

const zooms = [10, 11, 12, 13, 14, 15, 16, 17, 18];
/** The middle third of a label, which no other may cover whatever it leans. */
const core = ({ at: [x, y], text, kind }: PlacedLabel) => {
  const half = (text.length * LABELS[kind].size * 0.6) / 6;
  return { left: x - half, right: x + half, top: y - 4, bottom: y + 4 };
};

describe('labels: the names on the base map', () => {
  before(() => drawBase(DISTRICT_DRAWINGS));

  for (const lang of ['uk', 'en'] as const)
    for (const zoom of zooms)
      it(`puts none over another and none upside down: ${lang}, zoom ${zoom}`, () => {
        const labels = placeLabels(baseMap(), lang, zoom);
        assert.ok(labels.length > 0);
        for (const [i, label] of labels.entries()) {
          assert.ok(label.text !== '' && label.turn >= -90 && label.turn <= 90, JSON.stringify(label));
          const a = core(label);
          for (const other of labels.slice(i + 1)) {
            const b = core(other);
            const isOver = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            assert.ok(!isOver, `${label.text} and ${other.text}`);
          }
        }
      });
  it('names districts while the city is seen whole, and streets when they can be told apart', () => {
    const named = (zoom: number) => new Set(placeLabels(baseMap(), 'uk', zoom).map(({ kind }) => kind));
    assert.ok(named(11).has('district') && !named(11).has('street'));
    assert.ok(named(15).has('street') && !named(15).has('district'));
    const streets = (zoom: number) =>
      new Set(placeLabels(baseMap(), 'uk', zoom).flatMap(({ kind, text }) => (kind === 'street' ? [text] : [])));
    assert.ok(streets(13).has('Люстдорфська дорога') && !streets(13).has('Дерибасівська'));
    assert.ok(streets(15).has('Дерибасівська'));
  });
});
