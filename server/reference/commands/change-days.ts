import { Types } from 'mongoose';
import {
  CalendarChangeModel,
  CalendarDayModel,
  type CalendarDayRow,
  type DaysTurn,
  loadCalendar,
} from '#server/calendar/index.ts';
import type { CalendarTurn } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { today } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { DatesMove, DaysChange } from '#shared/contract/reference.ts';
import type { ReferenceRow } from '#shared/domain/reference.ts';
import { followCalendar, turnOfDays } from '../calendar-turns.ts';
import { movesOf } from '../moved-dates.ts';
import { admitKeeper, REFERENCE_CHANGED, rightRows } from './put-rows.ts';

const asDay = ({ date = '', kind, uk = '', en = '', source = '' }: ReferenceRow, author: string): CalendarDayRow => ({
  _id: date,
  kind: kind as CalendarDayRow['kind'],
  name: { uk, en },
  validFrom: today(),
  source,
  author,
});
const datesOf = ({ put, remove }: DaysTurn): string[] => [...new Set([...put.map(({ _id }) => _id), ...remove])].sort();

async function turnBy(change: DaysTurn): Promise<CalendarTurn | null> {
  const dates = datesOf(change);
  const before = await CalendarDayModel.find({ _id: { $in: dates } }).lean<CalendarDayRow[]>();
  return turnOfDays(dates, before, change.put);
}
/** The days as rows of the calendar; of a date that is put and removed, the row that is put holds. */
async function checked(actor: Actor, { put, remove }: DaysChange): Promise<DaysTurn> {
  const rows = await rightRows('days', put, (at) => `put.${at}`);
  return { put: rows.map((row) => asDay(row, actor.id)), remove };
}
/** Which due dates would move by these days. */
const movesBy = async (change: DaysTurn): Promise<DatesMove> =>
  movesOf(await turnBy(change), [
    change.put.map(({ _id, kind, name, source }) => [_id, kind, name.uk, name.en, source]),
    change.remove,
  ]);
/** What a change of the calendar would do to due dates. Refusals: 422 with every wrong cell, `date.outside-calendar`. */
export async function datesMovedBy(actor: Actor | Visitor, change: DaysChange): Promise<DatesMove> {
  admitKeeper(actor);
  return movesBy(await checked(actor, change));
}

const record = (actor: Actor, { put, remove }: DaysTurn, hash: string | null): Promise<Types.ObjectId> =>
  transaction(async (tx) => {
    const { session } = tx;
    const dates = datesOf({ put, remove });
    const before = await CalendarDayModel.find({ _id: { $in: dates } })
      .session(session)
      .lean<CalendarDayRow[]>();
    const _id = new Types.ObjectId();
    await CalendarDayModel.deleteMany({ _id: { $in: dates } }, { session });
    await CalendarDayModel.insertMany(put, { session, lean: true });
    await CalendarChangeModel.insertMany(
      [{ _id, at: tx.at, byId: actor.id, dates, before, after: put, martialLaw: null, isDone: false }],
      { session, lean: true },
    );
    await recordEvent(tx, {
      kind: REFERENCE_CHANGED,
      subject: { kind: 'reference', id: 'days' },
      actorId: actor.id,
      from: null,
      to: null,
      reasonCode: null,
      docDigest: hash,
      facts: { rows: put.length, removed: dates.length - put.length },
    });
    return _id;
  });
/** Changes the days that were checked, and moves the dates; what a process that dies leaves behind the workers' round carries on. */
export async function turnDays(actor: Actor | Visitor, change: DaysTurn, hash: string | null): Promise<number> {
  admitKeeper(actor);
  await record(actor, change, hash);
  await loadCalendar();
  return followCalendar();
}
/**
 * Changes the calendar as it was previewed. Refusals: 409 `version.stale` where the days or the cases are not as the preview showed
 * them, 422 with every wrong cell.
 */
export async function changeDays(
  actor: Actor | Visitor,
  { digest, ...change }: DaysChange & { digest: string },
): Promise<number> {
  admitKeeper(actor);
  const turn = await checked(actor, change);
  if ((await movesBy(turn)).digest !== digest) throw new Problem('version.stale');
  return turnDays(actor, turn, null);
}
/** The same for the rows of a file, which were found right one by one. */
export const daysOf = (actor: Actor, rows: readonly ReferenceRow[]): DaysTurn => ({
  put: rows.map((row) => asDay(row, actor.id)),
  remove: [],
});
/** What the rows of a file would move. */
export const movesOfFile = (actor: Actor, rows: readonly ReferenceRow[]): Promise<DatesMove> =>
  movesBy(daysOf(actor, rows));
