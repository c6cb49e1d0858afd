import assert from 'node:assert/strict';
import type { TextClaim, TextDeliveries } from '#server/notifications/index.ts';
import { type Fate, NoList, type Sent } from '#workers/sms/sms.gateway.ts';
import { smsProcessor } from '#workers/sms/sms.processor.ts';

const ID = 'a'.repeat(24);
const fresh: TextClaim = { to: '+380501234567', text: 'Текст', silentSince: null };
const silent: TextClaim = { ...fresh, silentSince: new Date('2026-03-03T08:00:00Z') };

/** One run against a ledger and a provider that answer as they are told; `done` is what the run did to them, in order. */
const run = async (
  claim: Awaited<ReturnType<TextDeliveries['claim']>>,
  {
    sent,
    listed = [],
    theirs = [],
    asked = 0,
    hasNoList = false,
    isAway = false,
    fate = null,
  }: {
    sent?: Sent;
    listed?: string[];
    theirs?: string[];
    asked?: number;
    hasNoList?: boolean;
    isAway?: boolean;
    fate?: Fate | null;
  } = {},
) => {
  const done: string[] = [];
  /** Notes what was done and answers what the part would. */
  const note = <T>(what: string, answer: T): T => {
    done.push(what);
    return answer;
  };
  const process = smsProcessor(
    {
      claim: async () => claim,
      accepted: async (_, providerId) => note(`accepted ${providerId}`, undefined),
      found: async (_, providerId) => !theirs.includes(providerId) && note(`found ${providerId}`, true),
      notTaken: async (_, how, cause) => note(`not taken ${how} ${cause}`, undefined),
      silent: async (_, cause) => note(`silent ${cause}`, undefined),
      cannotBeAsked: async () => note('cannot be asked', undefined),
      reported: async (_, providerId, { state }) => note(`reported ${providerId} ${state}`, undefined),
      notListed: async () => note('not listed', asked > 0 ? 'unknown' : 'ask again'),
    },
    {
      send: async (id, to, text) =>
        note(`sent ${id} ${to} ${text}`, sent ?? { outcome: 'accepted', providerId: 'SM1' }),
      stateOf: async (providerId) => note(`state of ${providerId}`, fate),
      async *takenSince() {
        yield* note('asked', listed);
        if (hasNoList) throw new NoList();
      },
    },
    { turn: async () => () => (isAway ? Promise.reject(new Error('redis is away')) : Promise.resolve()) },
  );
  return [await process(ID), ...done];
};
const SENT = `sent ${ID} +380501234567 Текст`;

describe('sms: one run of a job', () => {
  it('sends what it was given and tells the ledger', async () => {
    assert.deepEqual(await run(fresh), ['accepted', SENT, 'accepted SM1']);
  });
  it('does nothing with what another attempt has or is over', async () => {
    assert.deepEqual([await run('held'), await run('over')], [['held'], ['over']]);
  });
  it('tells the ledger why nothing was taken', async () => {
    assert.deepEqual(await run(fresh, { sent: { outcome: 'refused', cause: 'twilio-21614' } }), [
      'refused',
      SENT,
      'not taken refused twilio-21614',
    ]);
    assert.deepEqual(await run(fresh, { sent: { outcome: 'busy', cause: 'twilio-20429' } }), [
      'busy',
      SENT,
      'not taken busy twilio-20429',
    ]);
  });
  it('says that it does not know, rather than that it failed', async () => {
    assert.deepEqual(await run(fresh, { sent: { outcome: 'unknown', cause: 'no-answer' } }), [
      'silent',
      SENT,
      'silent no-answer',
    ]);
  });
  it('puts back what it has and sends nothing while nobody can say whose turn it is', async () => {
    assert.deepEqual(await run(fresh, { isAway: true }), ['busy', 'not taken busy no-turn']);
  });
  it('asks after a silence and never sends', async () => {
    assert.deepEqual(await run(silent, { listed: ['SM2', 'SM1'], theirs: ['SM2'] }), ['found', 'asked', 'found SM1']);
    assert.deepEqual(await run(silent, { listed: ['SM2'], theirs: ['SM2'] }), ['not listed', 'asked', 'not listed']);
    assert.deepEqual(await run(silent, { asked: 1 }), ['unknown', 'asked', 'not listed']);
  });
  it('asks how far a text has come of which no receipt came, and sends nothing', async () => {
    const unreceipted = { unreceipted: 'SM7' };
    const fate: Fate = { state: 'delivered', errorCode: null };
    assert.deepEqual(await run(unreceipted, { fate }), ['reported', 'state of SM7', 'reported SM7 delivered']);
    assert.deepEqual(await run(unreceipted), ['no report', 'state of SM7']);
  });
  it('does not wait for an answer that nobody can give', async () => {
    assert.deepEqual(await run(silent, { hasNoList: true }), ['unknown', 'asked', 'cannot be asked']);
    assert.deepEqual(await run(silent, { hasNoList: true, listed: ['SM1'] }), ['found', 'asked', 'found SM1']);
  });
});
