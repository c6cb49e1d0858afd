import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { loadCalendar } from '#server/calendar/index.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { installRegimes } from '#server/regimes.ts';
import { decideMove, type MoveRequest } from '#server/register/case.move.ts';
import { ROLES } from '#server/seeds/staff.ts';
import { APPEAL_STATUSES, type AppealStatus } from '#shared/domain/appeal-workflow.ts';
import { VERBS, type Verb } from '#shared/domain/workflow.ts';
import { useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { aPublishedCase } from '../../support/published.ts';

const DEPARTMENT = new Types.ObjectId();
const OPEN: AppealStatus[] = ['registered', 'assigned', 'in_progress', 'on_site_check', 'answer_review', 'reopened'];
const ENDED: AppealStatus[] = [
  'answered',
  'closed',
  'forwarded',
  'returned_formal',
  'returned_insufficient',
  'not_considered_anonymous',
  'not_considered_repeat',
  'not_considered_late',
  'not_considered_incapacity',
];
/** From where each verb leads, by hand, and who of a new city's staff may use it. */
const TABLE: Readonly<Record<Verb, [from: readonly AppealStatus[], who: readonly string[]]>> = {
  register: [['submitted'], ['operator']],
  assign: [
    ['registered', 'assigned', 'reopened'],
    ['operator', 'head'],
  ],
  accept: [['assigned'], ['executor']],
  decline: [['assigned'], ['executor']],
  inspect: [['in_progress'], ['executor']],
  report: [['on_site_check'], ['executor']],
  extend: [['in_progress'], ['head']],
  ask: [['in_progress'], ['executor']],
  reply: [OPEN, ['operator', 'applicant']],
  interim: [['in_progress'], ['executor']],
  draft: [['in_progress'], ['executor']],
  rework: [['answer_review'], ['controller', 'head']],
  answer: [['answer_review'], ['head']],
  keep: [['answered'], ['controller', 'head']],
  postpone: [['answered'], ['controller', 'head']],
  close: [['answered'], ['controller', 'head']],
  reopen: [ENDED, ['controller', 'head']],
  forward: [['registered'], ['operator', 'head']],
  return: [['registered'], ['operator', 'head']],
  terminate: [['registered'], ['head']],
  withdraw: [
    ['submitted', ...OPEN],
    ['operator', 'applicant'],
  ],
  merge: [OPEN, ['operator', 'controller']],
  unmerge: [['merged'], ['operator', 'controller']],
  split: [
    ['registered', 'assigned', 'in_progress'],
    ['operator', 'head'],
  ],
  reclassify: [OPEN, ['operator']],
  transfer: [['registered', 'assigned', 'in_progress'], ['operator']],
  control: [OPEN, ['controller', 'head']],
  publish: [APPEAL_STATUSES, ['operator', 'controller']],
  hide: [APPEAL_STATUSES, ['operator', 'controller']],
};
const WHY = 'Підстава, викладена словами.';
const INPUTS: Readonly<Partial<Record<Verb, Partial<MoveRequest>>>> = {
  register: { questionGroup: 9 },
  assign: { departmentId: String(DEPARTMENT) },
  decline: { reasonCode: 'not-ours' },
  report: { inspection: { on: '2026-03-03', notes: WHY } },
  extend: { extension: { until: '2026-04-10', reason: WHY } },
  ask: { inquiry: WHY },
  reply: { reply: WHY },
  interim: { interim: WHY },
  draft: { answer: { text: WHY, result: 'explained' } },
  rework: { reasonCode: 'incomplete' },
  answer: { signature: { fileId: '5'.padStart(24, '0') } },
  postpone: { promise: { until: '2026-06-01', reason: WHY } },
  reopen: { reasonCode: 'new-facts' },
  forward: { forwarding: { to: 'Одеська ОДА' } },
  return: { returning: { ground: 'formal', explanation: WHY } },
  terminate: { termination: { ground: 'repeat', decision: { number: '1-р', on: '2026-03-03' }, explanation: WHY } },
  withdraw: { explanation: WHY },
  merge: { primaryNumber: '2600000004' },
  split: { part: { text: WHY, categoryCode: 'street-light', questionGroup: 9 } },
  reclassify: { reclassification: { questionGroup: 9 } },
  transfer: { explanation: WHY },
  control: { control: { kind: 'special' } },
  publish: { publication: { state: 'anonymised' } },
  hide: { reasonCode: 'safety' },
};
const NOBODY = { caseIds: new Set<string>(), knownCaseIds: new Set<string>(), joinedCaseIds: new Set<string>() };

/** A case in a state, received on 2 March 2026 and due a month later. */
const inState = (status: AppealStatus) => {
  const clock = {
    rule: 'appeal.month',
    startedOn: '2026-03-02',
    dueRaw: '2026-04-02',
    dueLegal: '2026-04-02',
    dueInternal: '2026-04-02',
    metOn: null,
    extendedFrom: null,
    ofCaseId: null,
  } as const;
  const awaitingApplicantSince = new Date('2026-03-03T08:00:00Z');
  const verbs = { kind: 'application', contested: null, version: 3, awaitingApplicantSince };
  const promise = status === 'answered' ? { on: '2026-05-01', keptOn: null, moved: [] } : null;
  const executors = [{ departmentId: DEPARTMENT, role: 'main' as const, dueOn: null }];
  return { ...aPublishedCase(), ...verbs, status, clocks: [clock], dueOn: '2026-04-02', promise, executors };
};
type Held = ReturnType<typeof inState>;
const actorOf = (role: string, held: Held): Actor => {
  if (role === 'applicant')
    return { ...NOBODY, kind: 'caseHolder', id: 'h', permissions: new Set(), caseIds: new Set([String(held._id)]) };
  const permissions = new Set(ROLES.find(({ _id }) => _id === role)?.permissions);
  const isExecutor = role === 'executor';
  return { ...NOBODY, kind: 'staff', id: 's', permissions, ...(isExecutor && { departmentId: String(DEPARTMENT) }) };
};
/** What a request comes to: the code of its refusal, or `ok`. */
function verdict(role: string, held: Held, verb: Verb): string {
  // A promise that is pending keeps a case from being closed; that is its own test.
  const found = verb === 'close' ? { ...held, promise: null } : held;
  try {
    decideMove(actorOf(role, held), found, { verb, expectedVersion: 3, ...INPUTS[verb] });
    return 'ok';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('register: states, verbs and roles', () => {
  useDatabase();
  useClock('2026-03-05T10:00:00Z');
  before(async () => {
    installRegimes();
    await loadCalendar();
    await loadCatalogue();
  });
  const roles = [...ROLES.map(({ _id }) => _id), 'applicant'];

  for (const role of roles)
    it(`a ${role} moves along the table's arrows, and along no other`, () => {
      const reads = role === 'applicant' || role === 'executor' || !['auditor', 'administrator'].includes(role);
      for (const status of APPEAL_STATUSES)
        for (const verb of VERBS) {
          const [from, who] = TABLE[verb];
          const expected = !reads
            ? 'not-found'
            : !who.includes(role)
              ? 'not-allowed'
              : from.includes(status)
                ? 'ok'
                : 'move.refused';
          assert.equal(verdict(role, inState(status), verb), expected, `${role}: ${verb} from ${status}`);
        }
    });

  it('only the first head decides what arts. 14-16 leave to them in person; a deputy is told why not', () => {
    const decided = [
      ['answer', 'answer_review'],
      ['extend', 'in_progress'],
      ['terminate', 'registered'],
    ] as const;
    for (const [verb, status] of decided) {
      const held = { ...inState(status), priority: 'first_head' as const };
      const head = actorOf('head', held);
      const deputy = { ...head, permissions: new Set([...head.permissions].filter((p) => p !== 'case.firstHead')) };
      const request = { verb, expectedVersion: 3, ...INPUTS[verb] };
      assert.equal(decideMove(head, held, request).verb, verb);
      assert.throws(
        () => decideMove(deputy, held, request),
        (error) => error instanceof Problem && error.details.reason === 'first-head-only',
      );
      assert.equal(decideMove(deputy, { ...held, priority: 'benefit' }, request).verb, verb);
    }
  });

  it('a stranger is told nothing of any of it', () => {
    for (const verb of VERBS)
      assert.throws(
        () => decideMove(null, inState('registered'), { verb, expectedVersion: 3 }),
        (error) => error instanceof Problem && error.code === 'not-found',
      );
  });
  it('names the version before the input, and the input where the version is right', () => {
    const clerk = actorOf('operator', inState('registered'));
    const code = (expectedVersion: number) => {
      try {
        return decideMove(clerk, inState('registered'), { verb: 'assign', expectedVersion });
      } catch (error) {
        return error instanceof Problem ? error.code : error;
      }
    };
    assert.deepEqual([code(2), code(3)], ['version.stale', 'fields.invalid']);
  });
});
