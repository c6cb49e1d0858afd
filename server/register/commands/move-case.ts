import { recordEvent } from '#server/history/index.ts';
import { type Actor, inPlaceOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { EFFECTS } from '../case.effects.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { decideMove, type MoveRequest, movedBy } from '../case.move.ts';
import { casePolicy } from '../case.policy.ts';
import { presentCase } from '../case.presenter.ts';

/** A move of one case, by its id. */
export interface MoveCase extends MoveRequest {
  caseId: string;
}

const move = (actor: Actor | Visitor, request: MoveCase): Promise<Case> =>
  transaction(async (begun) => {
    const found = await CaseModel.findById(request.caseId).session(begun.session).lean<Case>();
    if (!found || !actor) throw new Problem('not-found');
    const arrow = decideMove(actor, found, request);
    const tx = { ...begun, place: inPlaceOf(actor, casePolicy, arrow.permission, found) };

    const effect = await EFFECTS[arrow.verb](tx, actor, found, request);
    const { moved, changes, event } = movedBy(arrow, found, request, { effect, actorId: actor.id, at: tx.at });
    await CaseModel.updateOne({ _id: found._id, regime: found.regime }, { $set: changes }, { session: tx.session });
    await recordEvent(tx, event);
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
