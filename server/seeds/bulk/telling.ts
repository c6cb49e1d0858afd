import type { Types } from 'mongoose';
import type { HistoryEvent } from '#server/history/index.ts';
import type { DeliveryChange } from '#server/notifications/delivery.model.ts';
import { type PlannedDelivery, plannedDeliveries } from '#server/notifications/delivery.plan.ts';
import { isTold, type Recipient } from '#server/notifications/index.ts';
import type { Person } from '#server/people/index.ts';
import { recipientOf } from '#server/register/participants.ts';
import type { DeliveryState } from '#shared/domain/delivery.ts';
import type { CaseRows } from './case-rows.ts';
import type { Filing } from './filing.ts';
import type { Draw } from './random.ts';

/** How texts end: most arrive, some phones are off, some numbers take none. */
const [DELIVERED, UNDELIVERED] = [0.94, 0.98];

const providerIdFrom = (draw: Draw): string => {
  const word = () =>
    draw
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return `SM${word()}${word()}${word()}${word()}`;
};

/** A message that went its way, as the workers leave it behind. */
function gone(planned: PlannedDelivery, draw: Draw): PlannedDelivery {
  let at = planned.notBefore.getTime();
  const changes = [...planned.changes];
  const then = (state: DeliveryState, cause: string, mostMs: number): DeliveryChange => {
    at += Math.ceil(draw.unit() * mostMs);
    const change = { state, at: new Date(at), cause };
    changes.push(change);
    return change;
  };
  then('queued', 'relay', 900);
  const claimed = then('sending', 'attempt', 1_500);
  const isText = planned.channel === 'sms';
  const share = draw.unit();
  const isRefused = isText && share >= UNDELIVERED;
  if (!isText) then('sent', 'provider', 2_000);
  else if (isRefused) then('failed', 'twilio-21614', 900);
  else {
    then('accepted', 'provider', 900);
    then('sent', 'receipt', 4_000);
    if (share < DELIVERED) then('delivered', 'receipt', 60_000);
    else then('undelivered', 'receipt-30003', 60_000);
  }
  return {
    ...planned,
    state: changes.at(-1)?.state ?? planned.state,
    changes,
    dueAt: null,
    claimedAt: claimed.at,
    attempts: 1,
    providerId: isText && !isRefused ? providerIdFrom(draw) : null,
    parts: isText ? 1 : null,
  };
}

/** Where the people of a case are reached. */
const recipientsOf = ({ people, participants }: Pick<CaseRows, 'people' | 'participants'>): Recipient[] =>
  participants.map((part) => {
    const person = people.find(({ _id }) => _id.equals(part.personId));
    return recipientOf(part, person, Boolean(person?.email));
  });

/**
 * What was sent because of an event, in its final state. Who was told nothing has no row: a city's past need not remember a
 * silence. Nor has what the night held back beyond `end`, so that nothing of the past is left for the workers to send.
 */
export function deliveriesFor(
  { kind, subject, facts }: HistoryEvent,
  rows: Pick<CaseRows, 'people' | 'participants'>,
  { newId, at, end }: { newId: () => Types.ObjectId; at: Date; end: Date },
  draw: Draw,
): PlannedDelivery[] {
  if (!isTold(kind)) return [];
  return plannedDeliveries({ _id: newId(), kind, subject, facts }, recipientsOf(rows), at)
    .filter(({ state, notBefore }) => state === 'planned' && notBefore < end)
    .map((planned) => gone(planned, draw));
}

/** Phones and addresses that a code proved soon after the filing: most of those whose owners want to be told. */
export function proveContacts(people: readonly Person[], { draft }: Filing, at: Date, draw: Draw): void {
  const [applicant] = people;
  if (!applicant) return;
  const provedAt = new Date(at.getTime() + (1 + draw.unit() * 8) * 60_000);
  if (draft.consents.sms && !applicant.phoneVerifiedAt && draw.chance(0.75)) applicant.phoneVerifiedAt = provedAt;
  if (draft.replyBy === 'email' && draw.chance(0.75)) applicant.emailVerifiedAt = provedAt;
}
