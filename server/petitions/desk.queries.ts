import type { Types } from 'mongoose';
import { calendarFor } from '#server/calendar/index.ts';
import { isOverdue } from '#server/deadlines/index.ts';
import { today } from '#server/platform/clock.ts';
import { DESK_PETITIONS_A_PAGE, type DeskPetitionRow } from '#shared/contract/petition-desk.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { addWorkingDays } from '#shared/domain/legal-clock/work-calendar.ts';
import { moderationAge, PETITION_QUEUES, type PetitionQueue, QUEUE_STATUSES } from '#shared/domain/petition-queue.ts';
import type { PetitionStatus } from '#shared/domain/petition-workflow.ts';
import { type Petition, PetitionModel } from './petition.model.ts';
import { countOf } from './petition.presenter.ts';
import { SignatureModel } from './signature.model.ts';

/** How many signatures wait for a moderator under each of these petitions; those under which none does are left out. */
export async function heldCounts(petitionIds: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, number>> {
  const counted = await SignatureModel.aggregate<{ _id: Types.ObjectId; count: number }>([
    { $match: { petitionId: { $in: [...petitionIds] }, window: 0 } },
    { $group: { _id: '$petitionId', count: { $sum: 1 } } },
  ]);
  return new Map(counted.map(({ _id, count }) => [String(_id), count]));
}

/** The days by which a list tells what is due. */
interface Days {
  today: LegalDate;
  nextWorkingDay: LegalDate;
}
const daysNow = (): Days => {
  const on = today();
  return { today: on, nextWorkingDay: addWorkingDays(on, 1, calendarFor('dated')) };
};
/** A petition as a line of the desk's lists. */
export function presentDeskRow(petition: Petition, heldCount: number, days: Days = daysNow()): DeskPetitionRow {
  const { _id, number, title, status, submittedAt, dueOn, threshold } = petition;
  return {
    id: String(_id),
    number,
    title,
    status,
    submittedAt: submittedAt?.toISOString() ?? null,
    dueOn,
    // While signatures are collected nobody owes anything.
    isOverdue: status !== 'collecting' && isOverdue(dueOn, days.today),
    age: status === 'submitted' && dueOn ? moderationAge(dueOn, days) : null,
    count: countOf(petition).signatures,
    threshold,
    heldCount,
  };
}

/** How many petitions each list has. */
async function queueCounts(): Promise<Record<PetitionQueue, number>> {
  const counted = await PetitionModel.aggregate<{ _id: PetitionStatus; count: number }>([
    { $match: { status: { $ne: 'unconfirmed' } } },
    { $group: { _id: '$status', count: { $sum: 1 } } },
  ]);
  const inState = new Map(counted.map(({ _id, count }) => [_id, count]));
  const sizes = PETITION_QUEUES.map((queue): [PetitionQueue, number] => [
    queue,
    QUEUE_STATUSES[queue].reduce((sum, status) => sum + (inState.get(status) ?? 0), 0),
  ]);
  return Object.fromEntries(sizes) as Record<PetitionQueue, number>;
}
/** One page of a list of the desk, soonest due first; of what is over the newest first. */
export async function petitionQueue(
  queue: PetitionQueue,
  page: number,
): Promise<{ items: DeskPetitionRow[]; counts: Record<PetitionQueue, number> }> {
  const [found, counts] = await Promise.all([
    PetitionModel.find({ status: { $in: [...QUEUE_STATUSES[queue]] } })
      .sort(queue === 'done' ? { submittedAt: -1, _id: -1 } : { dueOn: 1, submittedAt: 1, _id: 1 })
      .skip((page - 1) * DESK_PETITIONS_A_PAGE)
      .limit(DESK_PETITIONS_A_PAGE)
      .lean<Petition[]>(),
    queueCounts(),
  ]);
  const held = await heldCounts(found.map(({ _id }) => _id));
  const days = daysNow();
  return { items: found.map((one) => presentDeskRow(one, held.get(String(one._id)) ?? 0, days)), counts };
}
