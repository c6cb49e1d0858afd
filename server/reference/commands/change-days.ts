import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import {
  type CalendarChange,
  CalendarChangeModel,
  CalendarDayModel,
  type CalendarDayRow,
  calendarWith,
  type DaysTurn,
  loadCalendar,
} from '#server/calendar/index.ts';
import type { CalendarTurn } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { today } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { casesMovedBy, indexText, moveDates } from '#server/register/index.ts';
import type { DatesMove, DaysChange, MovedDate } from '#shared/contract/reference.ts';
import type { ReferenceRow } from '#shared/domain/reference.ts';
import { admitKeeper, REFERENCE_CHANGED, rightRows } from './put-rows.ts';

/** How many moved cases a preview names. */
const MOST_NAMED = 1_000;

const asDay = ({ date = '', kind, uk = '', en = '', source = '' }: ReferenceRow, author: string): CalendarDayRow => ({
  _id: date,
  kind: kind as CalendarDayRow['kind'],
  name: { uk, en },
  validFrom: today(),
  source,
  author,
});
const datesOf = ({ put, remove }: DaysTurn): string[] => [...new Set([...put.map(({ _id }) => _id), ...remove])].sort();

/** The two calendars around a change of these dates, the one before with the rows that they had. */
function turnOf(
  dates: readonly string[],
  before: readonly CalendarDayRow[],
  after: readonly CalendarDayRow[],
): CalendarTurn {
  return {
    from: calendarWith({ put: before, remove: dates }),
    to: calendarWith({ put: after, remove: dates }),
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
  };
}
async function turnBy(change: DaysTurn): Promise<CalendarTurn> {
  const dates = datesOf(change);
  const before = await CalendarDayModel.find({ _id: { $in: dates } }).lean<CalendarDayRow[]>();
  return turnOf(dates, before, change.put);
}
/** The days as rows of the calendar; of a date that is put and removed, the row that is put holds. */
async function checked(actor: Actor, { put, remove }: DaysChange): Promise<DaysTurn> {
  const rows = await rightRows('days', put, (at) => `put.${at}`);
  return { put: rows.map((row) => asDay(row, actor.id)), remove };
}
/** Which open cases' dates would move by these days: how many, the first thousand, and a digest that names all of it. */
async function movesBy(change: DaysTurn): Promise<DatesMove> {
  const { put, remove } = change;
  const digest = createHash('sha256').update(
    JSON.stringify([put.map(({ _id, kind, name, source }) => [_id, kind, name.uk, name.en, source]), remove]),
  );
  const items: MovedDate[] = [];
  let count = 0;
  const turn = await turnBy(change);
  if (turn.first)
    for await (const { _id, number, registrationIndex, before, after } of casesMovedBy(turn)) {
      count += 1;
      digest.update(JSON.stringify([number, before, after]));
      const index = indexText(registrationIndex);
      if (items.length < MOST_NAMED) items.push({ caseId: String(_id), number, index, before, after });
    }
  return { count, items, digest: digest.digest('hex') };
}
/** What a change of the calendar would do to the dates of open cases. Refusals: 422 with every wrong cell, `date.outside-calendar`. */
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
      [{ _id, at: tx.at, byId: actor.id, dates, before, after: put, isDone: false }],
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
/** Moves the dates by every change of the calendar that they have not followed yet, oldest first; a second time nothing moves. Says how many moved. */
export async function followCalendar(): Promise<number> {
  let moved = 0;
  const waiting = await CalendarChangeModel.find({ isDone: false }).sort({ _id: 1 }).lean<CalendarChange[]>();
  if (waiting.length > 0) await loadCalendar();
  for (const { _id, byId, dates, before, after } of waiting) {
    moved += await moveDates(byId, turnOf(dates, before, after));
    await CalendarChangeModel.updateOne({ _id }, { $set: { isDone: true } });
  }
  return moved;
}
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
