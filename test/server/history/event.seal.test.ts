import assert from 'node:assert/strict';

import { type HistoryEvent, isWhole, type SealedEvent, seal } from '#server/history/event.seal.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { KEYS } from '../../support/api.ts';

useKeys(KEYS);
const event: HistoryEvent = {
  kind: 'appeal.filed',
  subject: { kind: 'case', id: 'a'.repeat(24) },
  actorId: null,
  from: null,
  to: 'submitted',
  reasonCode: null,
  docDigest: null,
  facts: { number: '2600000016', dueOn: '2026-04-03' },
};
const at = new Date('2026-03-03T10:00:00Z');
const first = seal(event, at, null);
const second = seal({ ...event, kind: 'appeal.registered', from: 'submitted', to: 'registered' }, at, first);

describe('history: the seal', () => {
  it('holds over events as they were written, whatever the order of their facts', () => {
    const { number, dueOn } = first.facts;
    assert.ok(isWhole([{ ...first, facts: { dueOn: dueOn ?? '', number: number ?? '' } }, second]));
  });
  it('breaks when one is changed, missing or moved', () => {
    const forged: SealedEvent = { ...first, facts: { ...first.facts, dueOn: '2026-05-03' } };
    for (const events of [[forged, second], [second], [second, first]]) assert.ok(!isWhole(events));
  });
  it('breaks for what is no event at all, and stops nobody who looks at the next', () => {
    for (const odd of [{ keyId: 'nobody’s' }, { at: 'yesterday' }, { facts: null }, { mac: null }])
      assert.ok(!isWhole([{ ...first, ...odd } as SealedEvent]), JSON.stringify(odd));
  });
});
