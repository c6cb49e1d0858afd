import type { LegalDate } from './legal-clock/legal-date.ts';
import type { PetitionStatus } from './petition-workflow.ts';

/** The lists of petitions at the desk: what waits for a check, for the council, for signatures, and what is over. */
export const PETITION_QUEUES = ['moderation', 'review', 'collecting', 'done'] as const;
export type PetitionQueue = (typeof PETITION_QUEUES)[number];
/** The states that each list shows; one that its author has not sent yet is in none. */
export const QUEUE_STATUSES: Readonly<Record<PetitionQueue, readonly PetitionStatus[]>> = {
  moderation: ['submitted'],
  review: ['threshold_reached', 'under_review'],
  collecting: ['collecting'],
  done: ['answered', 'failed_to_appeal', 'rejected', 'withdrawn', 'merged', 'archived'],
};

/** How near the end of the check is: `nearly_overdue` where it ends today or on the next working day. */
export const MODERATION_AGES = ['new', 'nearly_overdue', 'overdue'] as const;
export type ModerationAge = (typeof MODERATION_AGES)[number];
/** The age of a petition whose check ends on that date, as seen from today. */
export function moderationAge(
  dueOn: LegalDate,
  { today, nextWorkingDay }: { today: LegalDate; nextWorkingDay: LegalDate },
): ModerationAge {
  if (dueOn < today) return 'overdue';
  return dueOn <= nextWorkingDay ? 'nearly_overdue' : 'new';
}
