import type { AnyKeys } from 'mongoose';
import { log } from '#server/platform/log.ts';
import { type Facts, OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { SmsTemplate } from '#shared/texts/uk/sms.ts';
import { audienceOf } from '../audience.ts';
import { type Delivery, DeliveryModel, type SmsValues } from '../delivery.model.ts';
import { templateFor } from '../notification-rules.ts';
import { type Recipient, type Timing, timeToTell } from '../time-to-tell.ts';

/** The name under which notifications stand in the outbox. */
export const NOTIFICATIONS = 'notifications';

/** The places that each template cannot do without. */
const NEEDS: Readonly<Record<SmsTemplate, readonly (keyof SmsValues)[]>> = {
  otp: [],
  'appeal.registered': ['number', 'due'],
  'appeal.answered': ['number', 'result'],
};
const wordOf = (fact: Facts[string] | undefined): string | null => (typeof fact === 'string' ? fact : null);

/** What a template takes of the facts, and nothing else of them. */
function valuesFor(template: SmsTemplate, facts: Facts, link: string | null): SmsValues {
  const known = { number: wordOf(facts.number), due: wordOf(facts.dueOn), result: wordOf(facts.result) };
  const values: SmsValues = { number: null, due: null, result: null, link };
  for (const place of NEEDS[template]) values[place] = known[place as keyof typeof known];
  return values;
}

type Start = Pick<Delivery, 'state' | 'notBefore' | 'dueAt'> & { cause: string };
function startOf(timing: Timing, isComplete: boolean, at: Date): Start {
  if (!isComplete) return { state: 'suppressed', notBefore: at, dueAt: null, cause: 'facts-incomplete' };
  if (timing.when === 'never') return { state: 'suppressed', notBefore: at, dueAt: null, cause: timing.why };
  if (timing.when === 'now') return { state: 'planned', notBefore: at, dueAt: at, cause: 'event' };
  return { state: 'planned', notBefore: timing.at, dueAt: timing.at, cause: 'quiet-hours' };
}

/** The ledger's row of one recipient of one event, as it begins. */
function plannedFor(recipient: Recipient, template: SmsTemplate, row: OutboxRow, at: Date): AnyKeys<Delivery> {
  const values = valuesFor(template, row.facts, recipient.link);
  const isComplete = NEEDS[template].every((place) => values[place] !== null);
  if (!isComplete) log().error({ event: row.kind, row: String(row._id) }, 'an event lacks facts for its text');
  const { cause, ...start } = startOf(timeToTell(recipient, at), isComplete, at);
  const { kind, id } = recipient;
  return {
    eventId: row._id,
    subject: row.subject,
    recipient: { kind, id },
    template,
    channel: 'sms',
    round: 1,
    values,
    ...start,
    changes: [{ state: start.state, at, cause }],
  };
}

/**
 * Plans the messages of one outbox row: a row of the ledger for everybody who was to be told, also where they will not be,
 * and why. The consumer's name leaves the outbox in the same transaction, so a second run finds nothing to do.
 */
export async function planDeliveries(rowId: string): Promise<void> {
  await transaction(async ({ session, at }) => {
    const row = await OutboxModel.findOneAndUpdate(
      { _id: rowId, pending: NOTIFICATIONS },
      { $pull: { pending: NOTIFICATIONS } },
      { session },
    ).lean<OutboxRow>();
    const template = row && templateFor(row.kind, row.facts);
    if (!template) return;
    const recipients = await audienceOf(row.subject);
    if (recipients.length === 0) return;
    const rows = recipients.map((recipient) => plannedFor(recipient, template, row, at));
    await DeliveryModel.insertMany(rows, { session });
  });
}
