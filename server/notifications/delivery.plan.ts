import { log } from '#server/platform/log.ts';
import type { Facts, OutboxRow } from '#server/platform/outbox.ts';
import type { Delivery, MessageTemplate, MessageValues } from './delivery.model.ts';
import { templatesFor } from './notification-rules.ts';
import { channelFor, type Recipient } from './recipient.ts';
import { asWished } from './recipient.wishes.ts';
import { type Timing, timeToTell } from './time-to-tell.ts';

/** The places that each template cannot do without. */
const NEEDS: Readonly<Record<MessageTemplate, readonly (keyof MessageValues)[]>> = {
  otp: [],
  'email.code': [],
  'appeal.filed': ['number', 'due'],
  'appeal.registered': ['number', 'due'],
  'appeal.question': ['number', 'due'],
  'appeal.interim': ['number', 'due'],
  'appeal.extended': ['number', 'due'],
  'appeal.postponed': ['number'],
  'appeal.forwarded': ['number'],
  'appeal.returned': ['number'],
  'appeal.terminated': ['number'],
  'appeal.withdrawn': ['number'],
  'appeal.transferred': ['number', 'due'],
  'appeal.answered': ['number', 'result'],
  'news.confirm': [],
  'news.letter': [],
  'executor.list': [],
  'executor.superior': [],
  'executor.sheet': [],
};
const wordOf = (fact: Facts[string] | undefined): string | null => (typeof fact === 'string' ? fact : null);

/** What a template takes of the facts, and nothing else of them. */
function valuesFor(template: MessageTemplate, facts: Facts, link: string | null): MessageValues {
  const known = { number: wordOf(facts.number), due: wordOf(facts.dueOn), result: wordOf(facts.result) };
  const values: MessageValues = { number: null, due: null, result: null, link };
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

/** An event that may be told: its outbox row, as far as telling needs it. */
export type Told = Pick<OutboxRow, '_id' | 'kind' | 'subject' | 'facts'>;
/** A row of the ledger that MongoDB has yet to give an id. */
export type PlannedDelivery = Omit<Delivery, '_id'>;

function plannedFor(
  whoever: Recipient,
  templates: NonNullable<ReturnType<typeof templatesFor>>,
  told: Told,
  at: Date,
): PlannedDelivery[] {
  const recipient = asWished(whoever, Object.values(templates));
  const channel = channelFor(recipient);
  const template = templates[channel];
  if (!template) return [];
  const values = valuesFor(template, told.facts, recipient.link);
  const isComplete = NEEDS[template].every((place) => values[place] !== null);
  if (!isComplete) log().error({ event: told.kind, row: String(told._id) }, 'an event lacks facts for its message');
  const { state, notBefore, dueAt, cause } = startOf(timeToTell(recipient, channel, at), isComplete, at);
  const { kind, id } = recipient;
  return [
    {
      eventId: told._id,
      subject: told.subject,
      recipient: { kind, id },
      template,
      channel,
      round: 1,
      values,
      state,
      changes: [{ state, at, cause }],
      notBefore,
      dueAt,
      claimedAt: null,
      attempts: 0,
      asked: 0,
      providerId: null,
      parts: null,
      isFateNew: false,
    },
  ];
}

/**
 * The ledger's rows of one event as they begin: one for everybody who is to be told, by the one way that is theirs, also where
 * they will not be, and why; none where their way of being told has no template. Pure; seeding builds with it too.
 */
export function plannedDeliveries(told: Told, recipients: readonly Recipient[], at: Date): PlannedDelivery[] {
  const templates = templatesFor(told.kind, told.facts);
  return templates ? recipients.flatMap((recipient) => plannedFor(recipient, templates, told, at)) : [];
}
