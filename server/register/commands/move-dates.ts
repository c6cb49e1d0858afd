import type { Types } from 'mongoose';
import { type CalendarTurn, governingDate, recountClocks } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { transaction } from '#server/platform/transaction.ts';
import { asideEvent } from '../case.history.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { casesMovedBy } from '../moved-dates.queries.ts';

const moveOne = (caseId: Types.ObjectId, actorId: string, turn: CalendarTurn): Promise<boolean> =>
  transaction(async (tx) => {
    const found = await CaseModel.findById(caseId).session(tx.session).lean<Case>();
    const clocks = found?.dueOn ? recountClocks(found.clocks, found.settingsVersion, turn) : null;
    if (!found || !clocks) return false;
    const changes = { clocks, dueOn: governingDate(clocks) };
    const itself = { _id: found._id, regime: found.regime };
    await CaseModel.updateOne(itself, { $set: changes }, { session: tx.session });
    await recordEvent(tx, asideEvent({ ...found, ...changes }, 'dates-moved', { actorId, docDigest: null }));
    return true;
  });

/** Moves the dates of open cases after a change of the calendar, one transaction for each; what was moved already stays. Says how many moved. */
export async function moveDates(actorId: string, turn: CalendarTurn): Promise<number> {
  let moved = 0;
  for await (const { _id } of casesMovedBy(turn)) if (await moveOne(_id, actorId, turn)) moved += 1;
  return moved;
}
