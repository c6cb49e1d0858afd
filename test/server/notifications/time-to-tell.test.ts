import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Recipient, timeToTell } from '#server/notifications/index.ts';

const willing: Recipient = {
  kind: 'person',
  id: 'p',
  hasVerifiedPhone: true,
  wantsSms: true,
  hasEmail: false,
  link: null,
};
const tell = (at: string, over: Partial<Recipient> = {}) => timeToTell({ ...willing, ...over }, 'sms', new Date(at));
const inTheMorning = (at: string) => ({ when: 'in the morning', at: new Date(at) });

const kyivClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv', timeStyle: 'medium' });
const anInstant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
/** The two nights of each year in which clocks are moved, and the days around them. */
const anInstantNearAChange = fc
  .tuple(fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'), fc.integer({ min: -36, max: 36 }))
  .map(([day, hours]) => new Date(Date.parse(`${day}T01:00:00Z`) + hours * 3_600_000 + 1_234));

describe('notifications: when somebody is told', () => {
  it('only who proved the number and wants texts', () => {
    const noon = '2026-03-03T10:00:00Z';
    assert.deepEqual(tell(noon), { when: 'now' });
    assert.deepEqual(tell(noon, { wantsSms: false }), { when: 'never', why: 'not-wanted' });
    assert.deepEqual(tell(noon, { hasVerifiedPhone: false }), { when: 'never', why: 'not-verified' });
  });
  it('not in the night, by the clock of Kyiv in winter and in summer', () => {
    assert.deepEqual(tell('2026-03-03T06:59:59.999Z'), inTheMorning('2026-03-03T07:00:00Z'));
    assert.deepEqual(tell('2026-03-03T07:00:00Z'), { when: 'now' });
    assert.deepEqual(tell('2026-07-03T06:00:00Z'), { when: 'now' });
    assert.deepEqual(tell('2026-07-03T18:00:00Z'), inTheMorning('2026-07-04T06:00:00Z'));
    assert.deepEqual(tell('2026-12-31T21:30:00Z'), inTheMorning('2027-01-01T07:00:00Z'));
  });
  it('at nine also after the night in which clocks are moved', () => {
    assert.deepEqual(tell('2026-03-28T20:00:00Z'), inTheMorning('2026-03-29T06:00:00Z'));
    assert.deepEqual(tell('2026-10-24T20:00:00Z'), inTheMorning('2026-10-25T07:00:00Z'));
  });
  it('sends a one-time code at any hour, wanted or not', () => {
    assert.deepEqual(tell('2026-03-03T01:00:00Z', { kind: 'phone-code', hasVerifiedPhone: false, wantsSms: false }), {
      when: 'now',
    });
  });
  it('waits for the next nine o’clock and no longer, at whatever instant', () => {
    fc.assert(
      fc.property(fc.oneof(anInstant, anInstantNearAChange), (at) => {
        const timing = timeToTell(willing, 'sms', at);
        const clock = kyivClock.format(at);
        assert.equal(timing.when, clock >= '09:00:00' && clock < '21:00:00' ? 'now' : 'in the morning');
        if (timing.when !== 'in the morning') return;
        assert.equal(kyivClock.format(timing.at), '09:00:00');
        assert.equal(timing.at.getTime() % 1_000, 0);
        const waitH = (timing.at.getTime() - at.getTime()) / 3_600_000;
        assert.ok(waitH > 0 && waitH <= 13, `${waitH} hours`);
        assert.deepEqual(timeToTell(willing, 'sms', timing.at), { when: 'now' });
      }),
      { numRuns: 2_000 },
    );
  });
});
