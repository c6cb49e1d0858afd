import assert from 'node:assert/strict';
import { appealPlug } from '#server/appeals/appeal.plug.ts';
import { ANSWER_RESULTS, PUBLIC_STATUSES, type PublicStatus } from '#shared/domain/appeal.ts';
import { APPEAL_STATUSES, APPEAL_WORKFLOW, type AppealStatus } from '#shared/domain/appeal-workflow.ts';
import { VERBS, type Verb } from '#shared/domain/workflow.ts';

/** What residents are told, by hand: `result` stands for what the signed answer came to. */
const TOLD: Record<AppealStatus, PublicStatus | 'result'> = {
  submitted: 'received',
  registered: 'received',
  assigned: 'in_work',
  in_progress: 'in_work',
  on_site_check: 'in_work',
  answer_review: 'in_work',
  answered: 'result',
  closed: 'result',
  reopened: 'in_work',
  forwarded: 'forwarded',
  returned_formal: 'not_considered',
  returned_insufficient: 'not_considered',
  not_considered_anonymous: 'not_considered',
  not_considered_repeat: 'not_considered',
  not_considered_late: 'not_considered',
  not_considered_incapacity: 'not_considered',
  withdrawn: 'not_considered',
  merged: 'result',
};
const STATUSES = Object.keys(TOLD) as AppealStatus[];
/** Moves that lead somewhere; `publish` and `hide` change what others see and leave the case where it is. */
const ON_THE_WAY = APPEAL_WORKFLOW.filter(({ from: start, to }) => start !== to);
const leaving = (from: AppealStatus) => APPEAL_WORKFLOW.filter((move) => move.from === from);
const from = (verb: Verb) => APPEAL_WORKFLOW.filter((move) => move.verb === verb);

/** Where a merged case may come back to. */
const mergedFrom = APPEAL_WORKFLOW.flatMap(({ from: start, verb }) => (verb === 'merge' ? [start] : []));

/** The states to which moves lead from here, this one included. */
function reachableFrom(start: AppealStatus): Set<AppealStatus> {
  const reached = new Set([start]);
  for (const status of reached)
    for (const { to } of leaving(status)) for (const next of to === 'before' ? mergedFrom : [to]) reached.add(next);
  return reached;
}

describe('appeal workflow', () => {
  it('lists each pair of a state and a verb once, or once for each ground', () => {
    const pairs = APPEAL_WORKFLOW.map((move) => `${move.from} ${move.verb} ${move.ground ?? ''}`);
    for (const { from: start, verb, ground } of APPEAL_WORKFLOW)
      if (ground === undefined)
        assert.equal(APPEAL_WORKFLOW.filter((m) => m.from === start && m.verb === verb).length, 1, `${start} ${verb}`);
    assert.equal(new Set(pairs).size, pairs.length);
  });

  it('asks one permission and one input of a verb, wherever it stands', () => {
    for (const verb of VERBS) {
      assert.equal(new Set(from(verb).map(({ permission }) => permission)).size, 1, verb);
      assert.equal(new Set(from(verb).map(({ input }) => input)).size, 1, verb);
    }
  });

  it('reaches every state from the first, and the end from every state', () => {
    assert.deepEqual([...reachableFrom('submitted')].sort(), [...STATUSES].sort());
    for (const status of STATUSES.filter((each) => each !== 'withdrawn'))
      assert.ok(reachableFrom(status).has('closed'), status);
    assert.deepEqual(
      ON_THE_WAY.filter(({ from: start }) => start === 'withdrawn'),
      [],
      'what was taken back is over',
    );
  });

  it('leads to `answered` by nothing but the signature of one who may sign, which meets the clock (art. 15(3))', () => {
    const leading = ON_THE_WAY.filter(({ to }) => to === 'answered');
    assert.deepEqual(
      leading.map(({ from: start, permission, input, clock }) => [start, permission, input, clock]),
      [['answer_review', 'case.sign', 'signature', 'met']],
    );
  });

  it('meets the clock by an answer, or by what ends the consideration without one', () => {
    const meeting = new Set(APPEAL_WORKFLOW.filter(({ clock }) => clock === 'met').map(({ verb }) => verb));
    assert.deepEqual([...meeting].sort(), ['answer', 'forward', 'return', 'terminate', 'withdraw']);
  });

  it('starts a new term whenever a case is opened again, and at no other move', () => {
    for (const { verb, clock } of APPEAL_WORKFLOW) assert.equal(clock === 'anew', verb === 'reopen', verb);
  });

  it('lets nothing come back to the first state', () => {
    assert.deepEqual(
      ON_THE_WAY.filter(({ to }) => to === 'submitted'),
      [],
    );
  });

  it('lets what others see be changed in every state, by one right, and moves nothing by it', () => {
    for (const verb of ['publish', 'hide'] as const)
      assert.deepEqual(
        from(verb).map((move) => [move.from, move.to, move.permission, move.clock]),
        APPEAL_STATUSES.map((status) => [status, status, 'case.publish', 'none']),
      );
  });

  it('tells residents one thing of each state, and of an answered one what the answer came to (design)', () => {
    for (const status of STATUSES)
      for (const result of ANSWER_RESULTS) {
        const told = TOLD[status] === 'result' ? result : TOLD[status];
        assert.equal(appealPlug.publicStatus({ status, result, promise: null }), told, `${status} ${result}`);
      }
  });

  it('tells of a promise until it is kept, and only where the matter was explained', () => {
    const promise = { on: '2026-05-01', keptOn: null, moved: [] };
    const told = (result: 'explained' | 'resolved', keptOn: string | null) =>
      appealPlug.publicStatus({ status: 'answered', result, promise: { ...promise, keptOn } });
    assert.deepEqual(
      [told('explained', null), told('explained', '2026-04-30'), told('resolved', null)],
      ['planned', 'explained', 'resolved'],
    );
  });

  it('tells residents of public states alone', () => {
    const told = STATUSES.flatMap((status) =>
      ANSWER_RESULTS.map((result) => appealPlug.publicStatus({ status, result, promise: null })),
    );
    assert.deepEqual([...new Set(told)].sort(), [
      'explained',
      'forwarded',
      'in_work',
      'not_considered',
      'received',
      'refused',
      'resolved',
    ]);
    for (const state of told) assert.ok(PUBLIC_STATUSES.includes(state));
  });
});
