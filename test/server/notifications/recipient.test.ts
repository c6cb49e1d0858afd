import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byLetter, type Recipient, timeToTell } from '#server/notifications/index.ts';
import { byText, channelsFor } from '#server/notifications/recipient.ts';

const aPerson: Recipient = {
  kind: 'person',
  id: 'p',
  hasVerifiedPhone: true,
  wantsSms: true,
  hasEmail: true,
  link: null,
};
const ways = (over: Partial<Recipient>) => channelsFor({ ...aPerson, ...over });
const anybody = fc.record({
  kind: fc.constant('person'),
  id: fc.constant('p'),
  hasVerifiedPhone: fc.boolean(),
  wantsSms: fc.boolean(),
  hasEmail: fc.boolean(),
  link: fc.constant(null),
});

describe('notifications: by what way somebody is told', () => {
  it('by e-mail first where an address is given, by text where that is the only way left', () => {
    assert.deepEqual(ways({}), ['email', 'sms']);
    assert.deepEqual(ways({ hasVerifiedPhone: false }), ['email']);
    assert.deepEqual(ways({ wantsSms: false }), ['email']);
  });
  it('by text where there is no address', () => {
    assert.deepEqual(ways({ hasEmail: false }), ['sms']);
  });
  it('a code to what it is to prove', () => {
    assert.deepEqual(
      [
        channelsFor(byText('phone-code', 'c')),
        channelsFor(byLetter('email-code', 'c')),
        channelsFor(byLetter('reader', 'r')),
      ],
      [['sms'], ['email'], ['email']],
    );
  });
  it('is a way that reaches them, where any does', () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const noon = new Date('2026-03-03T10:00:00Z');
        const isReached = channelsFor(person).some((way) => timeToTell(person, way, noon).when === 'now');
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
