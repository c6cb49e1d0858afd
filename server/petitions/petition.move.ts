import { currentSettings } from '#server/calendar/index.ts';
import { governingDate, startClock, turnClocks } from '#server/deadlines/index.ts';
import type { HistoryEvent } from '#server/history/index.ts';
import { legalDateOf, today } from '#server/platform/clock.ts';
import { type Actor, authorize, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { moveAlong, verdictsFrom } from '#server/platform/workflow.ts';
import type { PetitionMoveBody } from '#shared/contract/petition-desk.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Objection } from '#shared/domain/objections.ts';
import {
  PETITION_WORKFLOW,
  type PetitionMove,
  type PetitionPermission,
  type PetitionVerb,
} from '#shared/domain/petition-workflow.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { checkForwarded } from './forwarded.check.ts';
import { petitionEvent } from './petition.history.ts';
import type { Petition } from './petition.model.ts';
import { petitionPolicy } from './petition.policy.ts';

/** A verb with what it brings along; the product's own moves know no version. */
export interface PetitionMoveRequest extends Omit<PetitionMoveBody, 'expectedVersion'> {
  verb: PetitionVerb;
  expectedVersion?: number | undefined;
  /** The words as their author puts them now. */
  revision?: Pick<Petition, 'title' | 'essence' | 'demand'>;
}
const wrong = (path: string, code: FieldError['code']): FieldError => ({ in: 'body', path, code });

/** Why a move that the workflow lists is refused all the same, as far as the petition and the day show it. */
function objectionTo({ verb }: PetitionMove, found: Petition, request: PetitionMoveRequest): Objection | null {
  if (found.reviewedOn && (verb === 'conclude' || verb === 'prolong')) return 'review-over';
  if (verb === 'convert' && found.endsOn && found.endsOn >= today()) return 'collection-runs';
  if (verb === 'correct' && !found.collectedBy) return 'collected-here';
  return verb === 'merge' && request.primaryNumber === found.number ? 'same-petition' : null;
}
/** What the actor may do next: verbs that have nothing to act on in this petition are not among them. */
export const petitionVerdicts = (found: Petition, viewer: Actor | Visitor): Partial<Record<PetitionVerb, boolean>> =>
  verdictsFrom(
    PETITION_WORKFLOW.filter(
      (move) =>
        !objectionTo(move, found, { verb: move.verb }) &&
        (move.verb !== 'keep' || found.answer?.followUps.some(({ keptOn }) => keptOn === null)),
    ),
    found.status,
    (permission) => petitionPolicy[permission](viewer, found),
  );
/** What is wrong with a verb's own input as far as the petition itself shows it. */
function faultsIn({ verb, input }: PetitionMove, found: Petition, request: PetitionMoveRequest): FieldError[] {
  if (input !== 'nothing' && request[input] === undefined) return [wrong(input, 'field.required')];
  const { hearing, reviewedOn, answer, promise, correction } = request;
  const now = today();
  if (verb === 'prolong' && hearing && hearing.until <= (found.dueOn ?? now))
    return [wrong('hearing.until', 'date.not-ahead')];
  if (verb === 'conclude' && reviewedOn && reviewedOn > now) return [wrong('reviewedOn', 'date.in-future')];
  if (verb === 'correct')
    return checkForwarded(correction).map((error) => ({ ...error, path: `correction.${error.path}` }));
  if (verb === 'answer')
    return (answer?.followUps ?? []).flatMap(({ on }, i) =>
      on > now ? [] : [wrong(`answer.followUps.${i}.on`, 'date.not-ahead')],
    );
  if (verb === 'keep' && promise !== undefined && !found.answer?.followUps[promise])
    return [wrong('promise', 'field.invalid')];
  return [];
}

/** Which arrow a request takes, or its refusal, in the order of the register: 404, 403, 409 `move.refused`, 409 `version.stale`, 422. */
export function decidePetitionMove(
  actor: Actor | Visitor,
  found: Petition,
  request: PetitionMoveRequest,
): PetitionMove {
  const { verb, expectedVersion } = request;
  authorize(actor, petitionPolicy, PETITION_WORKFLOW.find((m) => m.verb === verb)?.permission ?? 'read', found);
  const may = (permission: PetitionPermission) => petitionPolicy[permission](actor, found);
  const objection = (arrow: PetitionMove) => objectionTo(arrow, found, request);
  const move = moveAlong(PETITION_WORKFLOW, { from: found.status, verb, objection }, may);
  if (expectedVersion !== undefined && found.version !== expectedVersion) throw new Problem('version.stale');
  const errors = faultsIn(move, found, request);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  return move;
}

/** The terms of law after an arrow; `on` is the day on which the new one begins. */
function clocksBy(
  { clock, starts }: PetitionMove,
  found: Petition,
  { on, until }: { on: LegalDate; until?: LegalDate | undefined },
) {
  if (clock === 'none') return found.clocks;
  if (clock === 'prolonged' && until)
    return found.clocks.map((one) =>
      one.metOn
        ? one
        : {
            ...one,
            dueRaw: until,
            dueLegal: until,
            dueInternal: until,
            extendedFrom: one.extendedFrom ?? one.dueLegal,
          },
    );
  return [...turnClocks(found.clocks, 'met', { today: on }), ...(starts ? [startClock(starts, on)] : [])];
}
/** What a petition becomes by an arrow, and what its history says. `change` is what the verb's own input does. Pure but for the calendar. */
export function petitionMovedBy(
  arrow: PetitionMove,
  found: Petition,
  {
    request,
    change,
    actorId,
    at,
  }: { request: PetitionMoveRequest; change: Partial<Petition>; actorId: string | null; at: Date },
): { moved: Petition; changes: Partial<Petition>; event: HistoryEvent } {
  const on = arrow.verb === 'conclude' && request.reviewedOn ? request.reviewedOn : legalDateOf(at);
  const clocks = clocksBy(arrow, found, { on, until: request.hearing?.until });
  const changes = {
    status: arrow.to,
    clocks,
    dueOn: governingDate(clocks),
    settingsVersion: arrow.starts ? currentSettings().version : found.settingsVersion,
    version: found.version + 1,
    ...change,
  };
  const moved: Petition = { ...found, ...changes };
  return {
    moved,
    changes,
    event: petitionEvent(moved, arrow, { actorId, reasonCode: request.rejection?.reason ?? null }),
  };
}
