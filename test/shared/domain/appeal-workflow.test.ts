import assert from 'node:assert/strict';
import { appealPlug } from '#server/appeals/appeal.plug.ts';
import { ANSWER_RESULTS, PUBLIC_STATUSES, type PublicStatus } from '#shared/domain/appeal.ts';
import { APPEAL_WORKFLOW, type AppealStatus } from '#shared/domain/appeal-workflow.ts';
import { VERBS, type Verb } from '#shared/domain/workflow.ts';

/** What residents are told, by hand: `result` stands for what the signed answer came to. */
const TOLD: Record<AppealStatus, PublicStatus | 'result'> = {
  submitted: 'received',
  registered: 'received',
  assigned: 'in_work',
  in_progress: 'in_work',
  answer_review: 'in_work',
  answered: 'result',
  closed: 'result',
  reopened: 'in_work',
};
const STATUSES = Object.keys(TOLD) as AppealStatus[];
/** Moves that lead somewhere; `publish` and `hide` change what others see and leave the case where it is. */
const ON_THE_WAY = APPEAL_WORKFLOW.filter(({ from: start, to }) => start !== to);
const leaving = (from: AppealStatus) => APPEAL_WORKFLOW.filter((move) => move.from === from);
const from = (verb: Verb) => APPEAL_WORKFLOW.filter((move) => move.verb === verb);

/** The states to which moves lead from here, this one included. */
function reachableFrom(start: AppealStatus): Set<AppealStatus> {
  const reached = new Set([start]);
  for (const status of reached) for (const { to } of leaving(status)) reached.add(to);
  return reached;
}

describe('appeal workflow', () => {
  it('lists each pair of a state and a verb once', () => {
    const pairs = APPEAL_WORKFLOW.map((move) => `${move.from} ${move.verb}`);
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
    for (const status of STATUSES) assert.ok(reachableFrom(status).has('closed'), status);
  });

  it('leads to `answered` by nothing but the signature of one who may sign, which meets the clock', () => {
    const leading = ON_THE_WAY.filter(({ to }) => to === 'answered');
    assert.deepEqual(
      leading.map(({ from: start, permission, input, clock }) => [start, permission, input, clock]),
      [['answer_review', 'case.sign', 'signature', 'met']],
    );
    assert.deepEqual(
      APPEAL_WORKFLOW.filter(({ clock }) => clock === 'met'),
      leading,
    );
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
        STATUSES.map((status) => [status, status, 'case.publish', 'none']),
      );
  });

  it('tells residents one thing of each state, and of an answered one what the answer came to', () => {
    for (const status of STATUSES)
      for (const result of ANSWER_RESULTS) {
        const told = TOLD[status] === 'result' ? result : TOLD[status];
        assert.equal(appealPlug.publicStatus({ status, result }), told, `${status} ${result}`);
      }
  });

  it('tells residents of public states alone', () => {
    const told = STATUSES.flatMap((status) =>
      ANSWER_RESULTS.map((result) => appealPlug.publicStatus({ status, result })),
    );
    assert.deepEqual([...new Set(told)].sort(), ['explained', 'in_work', 'received', 'refused', 'resolved']);
    for (const state of told) assert.ok(PUBLIC_STATUSES.includes(state));
  });
});
