import assert from 'node:assert/strict';
import { loadCalendar } from '#server/calendar/index.ts';
import { collectorOf } from '#server/petitions/forwarded.parts.ts';
import { loadCharters, type Petition } from '#server/petitions/index.ts';
import type { Collector } from '#server/petitions/petition.model.ts';
import { decidePetitionMove, type PetitionMoveRequest, petitionVerdicts } from '#server/petitions/petition.move.ts';
import { SYSTEM } from '#server/petitions/system-actor.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { ROLES } from '#server/seeds/staff.ts';
import { DESK_PETITION_VERBS } from '#shared/contract/petition-desk.ts';
import {
  PETITION_STATUSES,
  PETITION_VERBS,
  PETITION_WORKFLOW,
  type PetitionStatus,
  type PetitionVerb,
} from '#shared/domain/petition-workflow.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { useDatabase } from '../../support/database.ts';
import { aForwardedDraft } from '../../support/forwarded-petitions.ts';
import { KEYS } from '../../support/keys.ts';
import { aWritten } from '../../support/petitions.ts';

/** From where each verb leads, where to, and who may use it, by hand. */
const TABLE: Readonly<Record<PetitionVerb, [who: string, arrows: Readonly<Partial<Record<PetitionStatus, string>>>]>> =
  {
    confirm: ['author', { unconfirmed: 'submitted' }],
    suggest: ['operator', { submitted: 'submitted' }],
    revise: ['author', { submitted: 'submitted' }],
    withdraw: ['author', { submitted: 'withdrawn' }],
    publish: ['operator', { submitted: 'collecting' }],
    reject: ['operator', { submitted: 'rejected' }],
    merge: ['operator', { submitted: 'merged' }],
    declare: ['system', { collecting: 'threshold_reached' }],
    convert: ['system', { collecting: 'failed_to_appeal' }],
    correct: ['operator', { threshold_reached: 'threshold_reached' }],
    announce: ['head', { threshold_reached: 'under_review' }],
    prolong: ['head', { under_review: 'under_review' }],
    conclude: ['head', { under_review: 'under_review' }],
    answer: ['head', { under_review: 'answered' }],
    keep: ['head', { answered: 'answered' }],
    archive: ['system', { answered: 'archived', failed_to_appeal: 'archived' }],
  };
const EVERYBODY_SEES: readonly PetitionStatus[] = [
  'collecting',
  'threshold_reached',
  'under_review',
  'answered',
  'failed_to_appeal',
  'archived',
];
const WHY = 'Пояснення, викладене словами.';
const INPUT: Omit<PetitionMoveRequest, 'verb'> = {
  suggestion: WHY,
  revision: { title: 'Інша назва', essence: WHY, demand: WHY },
  rejection: { reason: 'charter', explanation: WHY },
  primaryNumber: 7,
  hearing: { on: '2026-03-10', until: '2026-04-01' },
  reviewedOn: '2026-03-03',
  answer: { decision: 'supported', reasons: WHY, followUps: [{ on: '2026-06-01', what: 'Полагодити' }] },
  promise: 0,
};
const nobody = { caseIds: new Set<string>(), knownCaseIds: new Set<string>(), joinedCaseIds: new Set<string>() };
const staff = (role: string): Actor => ({
  ...nobody,
  kind: 'staff',
  id: role,
  permissions: new Set(ROLES.find(({ _id }) => _id === role)?.permissions),
});
const resident = (emailHash: string): Actor => ({
  ...nobody,
  kind: 'resident',
  id: 'somebody',
  permissions: new Set(),
  emailHashes: [emailHash],
});

describe('petitions: who may do what, in every state', () => {
  useDatabase();
  useClock();
  let written: Petition;
  let collectedBy: Collector;
  const actors = {} as Record<string, Actor | Visitor>;
  before(async () => {
    useKeys(KEYS);
    await Promise.all([loadCalendar(), loadCharters()]);
    written = await aWritten();
    collectedBy = { id: 'an-association', ...collectorOf(aForwardedDraft(), String(written._id)) };
    actors.visitor = null;
    actors.stranger = resident('of somebody else');
    actors.author = resident(written.initiator.emailHash);
    actors.system = SYSTEM;
    for (const { _id } of ROLES) actors[_id] = staff(_id);
  });
  const inState = (status: PetitionStatus): Petition => ({
    ...written,
    status,
    number: 12,
    dueOn: '2026-03-05',
    endsOn: '2026-03-02',
    collectedBy,
    answer: {
      decision: 'supported',
      reasons: WHY,
      measures: null,
      unit: null,
      followUps: [{ on: '2026-06-01', what: 'Полагодити', keptOn: null }],
      at: new Date(),
    },
  });
  const verdictOf = (who: string, found: Petition, verb: PetitionVerb): string => {
    try {
      return decidePetitionMove(actors[who] ?? null, found, {
        ...INPUT,
        correction: aForwardedDraft(),
        verb,
        expectedVersion: found.version,
      }).to;
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  };
  const sees = (who: string, status: PetitionStatus): boolean =>
    EVERYBODY_SEES.includes(status) ||
    ['author', 'system'].includes(who) ||
    (['operator', 'head'].includes(who) && status !== 'unconfirmed');

  for (const status of PETITION_STATUSES)
    it(`is as the table has it: ${status}`, () => {
      const found = inState(status);
      for (const who of Object.keys(actors))
        for (const verb of PETITION_VERBS) {
          const [holder, arrows] = TABLE[verb];
          const expected = !sees(who, status)
            ? 'not-found'
            : who !== holder
              ? who === 'visitor'
                ? 'sign-in.required'
                : 'not-allowed'
              : (arrows[status] ?? 'move.refused');
          assert.equal(verdictOf(who, found, verb), expected, `${who} ${verb}`);
        }
    });
  it('is told to the desk as verdicts of the verbs that leave the state', () => {
    assert.deepEqual(petitionVerdicts(inState('submitted'), actors.operator ?? null), {
      suggest: true,
      revise: false,
      withdraw: false,
      publish: true,
      reject: true,
      merge: true,
    });
    assert.deepEqual(petitionVerdicts(inState('under_review'), actors.head ?? null), {
      prolong: true,
      conclude: true,
      answer: true,
    });
    const over = { ...inState('under_review'), reviewedOn: '2026-03-02' };
    assert.deepEqual(petitionVerdicts(over, actors.head ?? null), { answer: true });
    const kept = inState('answered');
    assert.deepEqual(petitionVerdicts(kept, actors.head ?? null), { keep: true, archive: false });
    for (const promise of kept.answer?.followUps ?? []) promise.keptOn = '2026-03-03';
    assert.deepEqual(petitionVerdicts(kept, actors.head ?? null), { archive: false });
  });
  it('gives the desk the verbs of staff and no others', () => {
    const ofStaff = PETITION_WORKFLOW.flatMap(({ verb, permission }) =>
      permission === 'petition.moderate' || permission === 'petition.review' ? [verb] : [],
    );
    assert.deepEqual([...DESK_PETITION_VERBS].sort(), [...new Set(ofStaff)].sort());
  });
  it('refuses for the day what the day does not allow, before it looks at the version', () => {
    setClock('2026-03-02T08:00:00Z');
    const refusal = (verb: PetitionVerb, found: Petition, who: string, more: object = {}) => {
      try {
        decidePetitionMove(actors[who] ?? null, found, { ...INPUT, verb, expectedVersion: 99, ...more });
        return null;
      } catch (error) {
        return error instanceof Problem ? error.details.reason : error;
      }
    };
    assert.equal(refusal('convert', inState('collecting'), 'system'), 'collection-runs');
    assert.equal(refusal('merge', inState('submitted'), 'operator', { primaryNumber: 12 }), 'same-petition');
    const over = { ...inState('under_review'), reviewedOn: '2026-03-02' };
    assert.equal(refusal('conclude', over, 'head'), 'review-over');
    assert.equal(refusal('prolong', over, 'head'), 'review-over');
  });
});
