import { reckonTerm } from '#server/deadlines/index.ts';
import { staffAtWork } from '#server/identity/index.ts';
import { byLetter, type Recipient, type Wanted } from '#server/notifications/index.ts';
import { legalDateOf, today } from '#server/platform/clock.ts';
import type { DomainEvent } from '#server/platform/outbox.ts';
import { addCalendarDays, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import type { Petition } from './petition.model.ts';

/** The kind of subject that only those who answer petitions are told of, and the kind of recipient that they are. */
export const COUNCIL = 'petition-council';
/** What the council is told of a petition: that it is near its threshold, or has reached it. */
export const councilEvent = (
  { _id, number, threshold }: Petition,
  kind: 'petition.council-near' | 'petition.council-all',
): DomainEvent => ({
  kind,
  subject: { kind: COUNCIL, id: String(_id) },
  actorId: null,
  facts: { number: String(number), threshold: String(threshold) },
});
/** Staff who answer petitions and have an address: the secretary of the council, the profile commission. */
export async function councilFor(_: string, { recipientIds, after = null }: Wanted = {}): Promise<Recipient[]> {
  const staff = (await staffAtWork()).filter(({ email, permissions }) => email && permissions.has('petition.review'));
  return staff
    .map(({ _id }) => String(_id))
    .filter((id) => (recipientIds ? recipientIds.includes(id) : after === null || id > after))
    .sort()
    .map((id) => byLetter(COUNCIL, id));
}

/** Until when the council must do what, where the notice of the review comes on its last day. */
export interface ConveningDates {
  /** The notice that the review begins (Law 393/96-ВР, art. 23-1). */
  notice: LegalDate;
  /** The review, and so the session. */
  session: LegalDate;
  /** The order to convene it, ten days before it, or one day in exceptional cases (Law 280/97-ВР, art. 46(10)). */
  order: LegalDate;
  lateOrder: LegalDate;
}
/**
 * The last lawful dates for convening the council's session over a petition: of a review that has begun as it runs; else counted from
 * its receipt where an association sent it, from the day on which the threshold was reached, or from today as if it were that day.
 */
export function conveningDates({
  reachedAt,
  collectedBy,
  clocks,
}: Pick<Petition, 'reachedAt' | 'collectedBy' | 'clocks'>): ConveningDates {
  const due = (rule: DayRuleId, from: LegalDate): LegalDate =>
    reckonTerm({ rule, receivedOn: from, calendar: 'dated' }).reckoning.dueLegal;
  const begun = clocks.findLast(({ rule }) => rule === 'petition.review');
  const announced = collectedBy
    ? due('petition.reviewNoticeFromNgo', collectedBy.receivedOn)
    : due('petition.reviewNotice', reachedAt ? legalDateOf(reachedAt) : today());
  const notice = begun?.startedOn ?? announced;
  const session = begun?.dueLegal ?? due('petition.review', notice);
  return { notice, session, order: addCalendarDays(session, -10), lateOrder: addCalendarDays(session, -1) };
}
