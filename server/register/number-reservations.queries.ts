import { Types } from 'mongoose';
import { departmentOf } from '#server/catalogue/index.ts';
import { staffNames } from '#server/identity/index.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { NumberReservation as Presented } from '#shared/contract/number-reservations.ts';
import type { NumberState } from '#shared/domain/number-reservation.ts';
import {
  type NumberReservation,
  NumberReservationModel,
  type ReservedNumber,
  ReservedNumberModel,
} from './number-reservation.model.ts';

type Tally = { _id: Types.ObjectId; first: string; last: string } & Record<NumberState, number>;
const countOf = (state: NumberState) => ({ $sum: { $cond: [{ $eq: ['$state', state] }, 1, 0] } });

/** Reservations with the counts of their numbers and the names of who made and closed them. */
export async function presentReservations(rows: readonly NumberReservation[]): Promise<Presented[]> {
  const [tallies, names] = await Promise.all([
    ReservedNumberModel.aggregate<Tally>([
      { $match: { reservationId: { $in: rows.map(({ _id }) => _id) } } },
      {
        $group: {
          _id: '$reservationId',
          first: { $min: '$_id' },
          last: { $max: '$_id' },
          left: countOf('left'),
          used: countOf('used'),
          closed: countOf('closed'),
        },
      },
    ]),
    staffNames(rows.flatMap(({ madeById, act }) => [madeById, act?.byId ?? madeById])),
  ]);
  const byId = new Map(tallies.map((tally) => [String(tally._id), tally]));
  return rows.map(({ _id, departmentId, on, reason, madeById, madeAt, act }) => {
    const { first = '', last = '', left = 0, used = 0, closed = 0 } = byId.get(String(_id)) ?? {};
    return {
      id: String(_id),
      department: { id: String(departmentId), name: departmentOf(String(departmentId))?.uk ?? '' },
      on,
      reason,
      first,
      last,
      count: left + used + closed,
      counts: { left, used, closed },
      madeBy: names.get(madeById) ?? null,
      madeAt: madeAt.toISOString(),
      act: act && {
        at: act.at.toISOString(),
        by: names.get(act.byId) ?? null,
        reason: act.reason,
        count: act.count,
      },
    };
  });
}
/** One page of the reservations, newest first. */
export async function reservationsPage(
  viewer: Actor | Visitor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Presented[]; next: string | null; total: number }> {
  holderOf(viewer, 'case.register');
  const listing = 'number-reservations';
  const after = cursor === undefined ? null : new Types.ObjectId(readCursor(cursor, listing).id);
  const [rows, total] = await Promise.all([
    NumberReservationModel.find(after ? { _id: { $lt: after } } : {})
      .sort({ _id: -1 })
      .limit(limit + 1)
      .lean<NumberReservation[]>(),
    NumberReservationModel.countDocuments(),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writeCursor({ key: null, id: String(last._id) }, listing) : null;
  return { items: await presentReservations(shown), next, total };
}
/** One reservation with its numbers in their order; 404 where there is none. */
export async function reservationOf(
  viewer: Actor | Visitor,
  id: string,
): Promise<{ reservation: Presented; numbers: ReservedNumber[] }> {
  holderOf(viewer, 'case.register');
  const row = await NumberReservationModel.findById(id).lean<NumberReservation>();
  const [reservation] = row ? await presentReservations([row]) : [];
  if (!reservation) throw new Problem('not-found');
  const numbers = await ReservedNumberModel.find({ reservationId: id }).sort({ _id: 1 }).lean<ReservedNumber[]>();
  return { reservation, numbers };
}
