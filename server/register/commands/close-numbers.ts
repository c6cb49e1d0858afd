import { recordEvent } from '#server/history/index.ts';
import { type Actor, holderOf, inPlaceBy, placeFacts, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { type NumberReservation, NumberReservationModel, ReservedNumberModel } from '../number-reservation.model.ts';

/**
 * Closes by an act all numbers of a reservation that nobody took, so that each number of the register has a case or an act. Refusals:
 * 404 where there is no such reservation, 409 `numbers.settled` where none of its numbers is left.
 */
export function closeNumbers(actor: Actor | Visitor, id: string, reason: string): Promise<NumberReservation> {
  const keeper = holderOf(actor, 'case.register');
  return transaction(async (tx) => {
    const { session, at } = tx;
    const found = await NumberReservationModel.findById(id).session(session).lean<NumberReservation>();
    if (!found) throw new Problem('not-found');
    const { modifiedCount: count } = await ReservedNumberModel.updateMany(
      { reservationId: found._id, state: 'left' },
      { $set: { state: 'closed', at, byId: keeper.id } },
      { session },
    );
    if (count === 0) throw new Problem('numbers.settled');
    const act = { at, byId: keeper.id, reason, count };
    await NumberReservationModel.updateOne({ _id: found._id }, { $set: { act } }, { session });
    await recordEvent(tx, {
      kind: 'numbers.closed',
      subject: { kind: 'number-reservation', id },
      actorId: keeper.id,
      from: null,
      to: null,
      reasonCode: null,
      docDigest: null,
      facts: { count, ...placeFacts(inPlaceBy(keeper, 'case.register')) },
    });
    return { ...found, act };
  });
}
