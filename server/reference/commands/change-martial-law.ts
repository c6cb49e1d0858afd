import { Types } from 'mongoose';
import {
  CalendarChangeModel,
  currentSettings,
  editionsBy,
  LegalSettingsModel,
  type LegalSettingsRow,
  loadCalendar,
} from '#server/calendar/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { today } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { MartialLaw, MartialLawChange } from '#shared/contract/martial-law.ts';
import type { DatesMove } from '#shared/contract/reference.ts';
import { followCalendar, martialLawNow, turnOfMartialLaw } from '../calendar-turns.ts';
import { movesOf } from '../moved-dates.ts';
import { admitKeeper, REFERENCE_CHANGED } from './put-rows.ts';

/** Between which dates martial law holds, and by which act the clock knows it. */
export async function martialLawAsKnown(): Promise<MartialLaw> {
  const edition = await LegalSettingsModel.findById(currentSettings().version).lean<LegalSettingsRow>();
  const intervals = martialLawNow().map(({ from, to }) => ({ from, to }));
  return { intervals, source: edition?.source ?? '', validFrom: edition?.validFrom ?? '' };
}
/** What martial law between these dates would do to due dates. Refusal: `date.outside-calendar`. */
export function datesMovedByMartialLaw(
  actor: Actor | Visitor,
  { intervals, source }: MartialLawChange,
): Promise<DatesMove> {
  admitKeeper(actor);
  return movesOf(turnOfMartialLaw(martialLawNow(), intervals), [intervals, source, currentSettings().version]);
}
/**
 * Enters between which dates martial law holds, as a new edition of the numbers of law, and moves the dates; what a process that
 * dies leaves behind the workers' round carries on. Refusal: 409 `version.stale` where the numbers or the cases are not as the
 * preview showed them, also where two enter it at once.
 */
export async function changeMartialLaw(
  actor: Actor | Visitor,
  { digest, ...change }: MartialLawChange & { digest: string },
): Promise<number> {
  admitKeeper(actor);
  await loadCalendar();
  const { intervals, source } = change;
  // numbered by what the preview is held against: where another edition is entered meanwhile, the number is taken
  const martialLaw = { before: [...martialLawNow()], after: intervals };
  const editions = editionsBy({
    validFrom: today(),
    source,
    author: actor.id,
    change: (values) => ({ ...values, calendar: { ...values.calendar, martialLaw: intervals } }),
    isForGood: true,
  });
  if ((await datesMovedByMartialLaw(actor, change)).digest !== digest) throw new Problem('version.stale');
  try {
    await transaction(async (tx) => {
      const { session } = tx;
      await LegalSettingsModel.insertMany(editions, { session, lean: true });
      const row = { _id: new Types.ObjectId(), at: tx.at, byId: actor.id, dates: [], before: [], after: [] };
      await CalendarChangeModel.insertMany([{ ...row, martialLaw, isDone: false }], { session, lean: true });
      await recordEvent(tx, {
        kind: REFERENCE_CHANGED,
        subject: { kind: 'reference', id: 'martial-law' },
        actorId: actor.id,
        from: null,
        to: null,
        reasonCode: null,
        docDigest: null,
        facts: { edition: editions[0]?._id ?? null, intervals: JSON.stringify(intervals) },
      });
    });
  } catch (error) {
    if (isDuplicate(error)) throw new Problem('version.stale');
    throw error;
  }
  await loadCalendar();
  return followCalendar();
}
