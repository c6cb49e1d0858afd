import assert from 'node:assert/strict';
import { stemsIn } from '#server/register/index.ts';
import { type RoutableCase, type RoutingRule, readyRules, routeBy } from '#shared/domain/routing.ts';

const LIGHTS = 'a'.repeat(24);
const ROADS = 'b'.repeat(24);
const aRule = (over: Partial<RoutingRule>): RoutingRule => ({
  id: '1',
  name: 'Правило',
  categoryCode: null,
  districtCode: null,
  channel: null,
  words: [],
  departmentId: LIGHTS,
  isOn: true,
  ...over,
});
const aCase = (text: string, over: Partial<RoutableCase> = {}): RoutableCase => ({
  categoryPath: ['street-light', 'streets'],
  districtCode: 'prymorskyi',
  channel: 'web',
  stems: new Set(stemsIn(text)),
  ...over,
});
const free = (): null => null;
const route = (rules: RoutingRule[], found: RoutableCase, objection: (id: string) => string | null = free) =>
  routeBy(readyRules(rules, stemsIn), found, objection);

describe('routing: which rule takes a case', () => {
  const found = aCase('Не горять ліхтарі біля школи.');

  it('is the first that fits, in their order', () => {
    const rules = [aRule({ id: '1', channel: 'post' }), aRule({ id: '2' }), aRule({ id: '3', channel: 'web' })];
    assert.equal(route(rules, found).match?.rule.id, '2');
    assert.equal(route([...rules].reverse(), found).match?.rule.id, '3');
    assert.equal(route([], found).match, null);
  });
  it('needs each of its conditions, a topic with everything below it', () => {
    const takes = (over: Partial<RoutingRule>): boolean => route([aRule(over)], found).match !== null;
    assert.ok(takes({ categoryCode: 'streets' }));
    assert.ok(takes({ categoryCode: 'street-light', districtCode: 'prymorskyi', channel: 'web' }));
    for (const wrong of [{ categoryCode: 'road-surface' }, { districtCode: 'kyivskyi' }, { channel: 'post' as const }])
      assert.equal(takes({ categoryCode: 'streets', ...wrong }), false, JSON.stringify(wrong));
    assert.equal(route([aRule({ districtCode: 'kyivskyi' })], aCase('', { districtCode: null })).match, null);
  });
  it('knows words in any form, one of them being enough, and all words of a phrase', () => {
    const words = (...typed: string[]) => route([aRule({ words: typed })], found).match?.words;
    assert.deepEqual(words('ЛІХТАРЯ', 'світлофор'), ['ЛІХТАРЯ']);
    assert.deepEqual(words('ліхтар біля школою'), ['ліхтар біля школою']);
    assert.equal(words('ліхтар у дворі'), undefined);
    assert.equal(words('світлофор'), undefined);
    assert.equal(words('—!'), undefined, 'words that say nothing are no condition that everything meets');
  });
  it('skips a rule whose department must not have the case, says so, and goes on', () => {
    const rules = [aRule({ id: '1' }), aRule({ id: '2', channel: 'post' }), aRule({ id: '3', departmentId: ROADS })];
    const { match, skipped } = route(rules, found, (id) => (id === LIGHTS ? 'contested-department' : null));
    assert.equal(match?.rule.id, '3');
    assert.deepEqual(
      skipped.map(({ rule, reason }) => [rule.id, reason]),
      [['1', 'contested-department']],
    );
  });
});
