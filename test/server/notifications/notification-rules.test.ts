import assert from 'node:assert/strict';
import { addRules, isTold } from '#server/notifications/index.ts';
import { templatesFor } from '#server/notifications/notification-rules.ts';

const shown = {
  sms: 'appeal.registered',
  email: 'appeal.registered',
  when: ({ channel }: Record<string, unknown>) => channel !== 'web',
} as const;

describe('notifications: one rule for each event', () => {
  before(() => addRules({ 'test.shown': shown, 'test.silent': 'none' }));

  it('tells what a rule says, where the facts call for it', () => {
    const { sms, email } = templatesFor('test.shown', { channel: 'phone' }) ?? {};
    assert.deepEqual([sms, email], ['appeal.registered', 'appeal.registered']);
    assert.equal(templatesFor('test.shown', { channel: 'web' }), null);
    assert.equal(templatesFor('test.silent', {}), null);
  });
  it('lets the outbox pass by events of which nobody is told', () => {
    assert.deepEqual((['test.shown', 'test.silent', 'test.unheard'] as const).map(isTold), [true, false, false]);
  });
  it('takes the same rule again and refuses another for the same event', () => {
    addRules({ 'test.shown': shown });
    assert.throws(() => addRules({ 'test.shown': 'none' }), /two rules for test\.shown/);
  });
});
