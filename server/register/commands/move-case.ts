import { recordEvent } from '#server/history/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { EFFECTS } from '../case.effects.ts';
import { factsOf } from '../case.facts.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { changeBy, decideMove, type MoveRequest } from '../case.move.ts';
import { casePolicy } from '../case.policy.ts';
import { presentCase } from '../case.presenter.ts';
import { publicStatusOf } from '../regime.ts';

/** A move of one case, by its id. */
export interface MoveCase extends MoveRequest {
  caseId: string;
}

const stepsOf = (found: Case, at: Date): Case['steps'] => {
  const status = publicStatusOf(found);
  return found.steps.at(-1)?.status === status ? found.steps : [...found.steps, { status, at }];
};

const move = (actor: Actor | Visitor, request: MoveCase): Promise<Case> =>
  transaction(async (tx) => {
    const found = await CaseModel.findById(request.caseId).session(tx.session).lean<Case>();
    if (!found || !actor) throw new Problem('not-found');
    const arrow = decideMove(actor, found, request);

    const { change, docDigest } = await EFFECTS[arrow.input](tx, actor, found, request);
    const changes = { ...changeBy(arrow, found, request, legalDateOf(tx.at)), ...change };
    const moved: Case = { ...found, ...changes };
    moved.steps = stepsOf(moved, tx.at);
    await CaseModel.updateOne(
      { _id: found._id },
      { $set: { ...changes, steps: moved.steps } },
      { session: tx.session },
    );

    await recordEvent(tx, {
      kind: arrow.event,
      subject: { kind: 'case', id: request.caseId },
      actorId: actor.id,
      from: arrow.from,
      to: arrow.to,
      reasonCode: (arrow.input === 'reasonCode' && request.reasonCode) || null,
      docDigest,
      facts: factsOf(moved),
    });
    return moved;
  });

/**
 * Moves a case of any regime along its workflow: the only writer of `status`. Refuses in the order that `decideMove` keeps;
 * both 409s carry the current card. Two at once cannot both win: MongoDB runs the second again, which then finds the case
 * moved or its version stale.
 */
export async function moveCase(actor: Actor | Visitor, request: MoveCase): Promise<Case> {
  try {
    return await move(actor, request);
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.status !== 409) throw cause;
    const current = await CaseModel.findById(request.caseId).lean<Case>();
    const isReadable = current && casePolicy.read(actor, current);
    throw new Problem(cause.code, {
      ...cause.details,
      ...(isReadable && { current: await presentCase(current, actor) }),
    });
  }
}
