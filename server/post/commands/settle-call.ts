import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { recordAside } from '#server/register/index.ts';
import type { CallOutcome } from '#shared/domain/postal.ts';
import { CallModel, type CallRow } from '../call.model.ts';
import { deliveryBy } from '../post.policy.ts';

/** How long after a call that nobody took it is tried again, where the caller names no other time: two hours. */
const PAUSE_MS = 2 * 3_600_000;
/** Furthest ahead that a next call can be put. */
const FURTHEST_MS = 30 * 24 * 3_600_000;
/** What the history of the case says of each. */
const EVENTS: Readonly<Record<CallOutcome, string>> = {
  told: 'told',
  no_answer: 'call-unanswered',
  refused: 'call-refused',
  wrong_number: 'wrong-number',
};

/** Keeps how a call ended; one that nobody took stays on the list for its next time. 409 `call.over` for one that is off it. */
export function settleCall(
  actor: Actor | Visitor,
  id: string,
  { outcome, nextAt }: { outcome: CallOutcome; nextAt?: string | undefined },
): Promise<CallRow> {
  const { byId, place } = deliveryBy(actor);
  return transaction(async (tx) => {
    const at = tx.at.getTime();
    const next = nextAt === undefined ? at + PAUSE_MS : Date.parse(nextAt);
    if (outcome === 'no_answer' && (next <= at || next > at + FURTHEST_MS))
      throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'nextAt', code: 'date.invalid' }] });
    const change = outcome === 'no_answer' ? { nextAt: new Date(next) } : { state: outcome };
    const row = await CallModel.findOneAndUpdate(
      { _id: id, state: 'open' },
      { $set: change, $push: { tries: { at: tx.at, byId, outcome } } },
      { session: tx.session, returnDocument: 'after' },
    ).lean<CallRow>();
    if (!row) throw new Problem((await CallModel.exists({ _id: id }).session(tx.session)) ? 'call.over' : 'not-found');
    await recordAside({ ...tx, place }, { caseId: row.caseId, actorId: byId }, EVENTS[outcome]);
    return row;
  });
}
