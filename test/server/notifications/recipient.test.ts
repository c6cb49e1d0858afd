import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byLetter, type Recipient, timeToTell } from '#server/notifications/index.ts';
import { byText, channelFor } from '#server/notifications/recipient.ts';

const aPerson: Recipient = {
  kind: 'person',
  id: 'p',
  hasVerifiedPhone: true,
  wantsSms: true,
  hasEmail: true,
  prefersEmail: true,
  link: null,
};
const way = (over: Partial<Recipient>) => channelFor({ ...aPerson, ...over });
const anybody = fc.record({
  kind: fc.constant('person'),
  id: fc.constant('p'),
  hasVerifiedPhone: fc.boolean(),
  wantsSms: fc.boolean(),
  hasEmail: fc.boolean(),
  prefersEmail: fc.boolean(),
  link: fc.constant(null),
});

describe('notifications: by what way somebody is told', () => {
  it('by e-mail where they asked for it, also with a phone for texts', () => {
    assert.equal(way({}), 'email');
  });
  it('by text where texts are wanted and e-mail was not asked for', () => {
    assert.equal(way({ prefersEmail: false }), 'sms');
  });
  it('by e-mail where no text would reach them', () => {
    assert.equal(way({ prefersEmail: false, hasVerifiedPhone: false }), 'email');
    assert.equal(way({ prefersEmail: false, wantsSms: false }), 'email');
  });
  it('never by e-mail where there is no address', () => {
    assert.equal(way({ hasEmail: false }), 'sms');
  });
  it('a code to what it is to prove', () => {
    assert.deepEqual(
      [
        channelFor(byText('phone-code', 'c')),
        channelFor(byLetter('email-code', 'c')),
        channelFor(byLetter('reader', 'r')),
      ],
      ['sms', 'email', 'email'],
    );
  });
  it('is a way that reaches them, where any does', () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const noon = new Date('2026-03-03T10:00:00Z');
        const isReached = timeToTell(person, channelFor(person), noon).when === 'now';
        assert.equal(isReached, person.hasEmail || (person.hasVerifiedPhone && person.wantsSms));
      }),
    );
  });
  it('by letter at any hour of the night', () => {
    assert.deepEqual(timeToTell(aPerson, 'email', new Date('2026-03-03T01:00:00Z')), { when: 'now' });
    assert.deepEqual(timeToTell({ ...aPerson, hasEmail: false }, 'email', new Date()), {
      when: 'never',
      why: 'no-address',
    });
  });
});
