import { Types } from 'mongoose';
import { departmentOf } from '#server/catalogue/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { today } from '#server/platform/clock.ts';
import { type Actor, holderOf, inPlaceBy, placeFacts, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { Parsed } from '#shared/contract/endpoint.ts';
import type { reserveNumbers as contract } from '#shared/contract/number-reservations.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { RESERVED_AHEAD_DAYS } from '#shared/domain/number-reservation.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { takeCaseNumbers } from '../case-codes.ts';
import {
  type NumberReservation,
  NumberReservationModel,
  type ReservedNumber,
  ReservedNumberModel,
} from '../number-reservation.model.ts';

type Asked = Parsed<typeof contract, 'body'>;
function faultsOf({ departmentId, on }: Asked): FieldError[] {
  const errors: FieldError[] = [];
  if (!departmentOf(departmentId)) errors.push({ in: 'body', path: 'departmentId', code: 'department.unknown' });
  if (on < today()) errors.push({ in: 'body', path: 'on', code: 'date.past' });
  if (on > addCalendarDays(today(), RESERVED_AHEAD_DAYS)) errors.push({ in: 'body', path: 'on', code: 'date.too-far' });
  return errors;
}

/**
 * Keeps register numbers for a journal on paper (CMU 348: registration on the day of receipt, by a journal where nothing else is at
 * hand). They are never given out otherwise. Refusals: 422 with every wrong field.
 */
export async function reserveNumbers(actor: Actor | Visitor, asked: Asked): Promise<NumberReservation> {
  const keeper = holderOf(actor, 'case.register');
  const errors = faultsOf(asked);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  const { departmentId, on, count, reason } = asked;
  const numbers = await takeCaseNumbers(Number(on.slice(0, 4)), count);
  return transaction(async (tx) => {
    const { session } = tx;
    const made: NumberReservation = {
      _id: new Types.ObjectId(),
      departmentId: new Types.ObjectId(departmentId),
      on,
      reason,
      madeById: keeper.id,
      madeAt: tx.at,
      act: null,
    };
    await NumberReservationModel.create([made], { session, ordered: true });
    const rows = numbers.map(
      (number): ReservedNumber => ({
        _id: number,
        reservationId: made._id,
        on,
        state: 'left',
        caseId: null,
        at: null,
        byId: null,
      }),
    );
    await ReservedNumberModel.insertMany(rows, { session, lean: true });
    await recordEvent(tx, {
      kind: 'numbers.reserved',
      subject: { kind: 'number-reservation', id: String(made._id) },
      actorId: keeper.id,
      from: null,
      to: null,
      reasonCode: null,
      docDigest: null,
      facts: {
        ...{ departmentId, on, count, first: numbers[0] ?? '', last: numbers.at(-1) ?? '' },
        ...placeFacts(inPlaceBy(keeper, 'case.register')),
      },
    });
    return made;
  });
}
