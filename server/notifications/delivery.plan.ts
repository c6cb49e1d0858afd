import { log } from '#server/platform/log.ts';
import type { Facts, OutboxRow } from '#server/platform/outbox.ts';
import type { Delivery, MessageTemplate, MessageValues } from './delivery.model.ts';
import { isGathered, type Templates, templatesFor } from './notification-rules.ts';
import { channelsFor, type Recipient } from './recipient.ts';
import { asWished } from './recipient.wishes.ts';
import { type Timing, timeToTell } from './time-to-tell.ts';
import { BUILT_IN } from './wordings/sms-wording.model.ts';

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
  'petition.published': ['number', 'due', 'threshold'],
  'petition.rejected': ['number'],
  'petition.suggested': ['number', 'due'],
  'petition.merged': ['number'],
  'petition.threshold': ['number', 'due', 'threshold'],
  'petition.announced': ['number', 'due'],
  'petition.forwarded': ['number', 'due'],
  'petition.answered': ['number'],
  'petition.failed': ['number'],
  'petition.root': ['number'],
  'petition.council': ['number'],
  'news.confirm': [],
  'news.letter': [],
  'executor.list': [],
  'executor.superior': [],
  'executor.sheet': [],
};
const wordOf = (fact: Facts[string] | undefined): string | null => (typeof fact === 'string' ? fact : null);

/** What a template takes of the facts, and nothing else of them. */
function valuesFor(template: MessageTemplate, facts: Facts, link: string | null): MessageValues {
  const known = {
    number: wordOf(facts.number),
    due: wordOf(facts.dueOn),
    result: wordOf(facts.result),
    threshold: wordOf(facts.threshold),
  };
  const values: MessageValues = { number: null, due: null, result: null, link };
  for (const place of NEEDS[template]) values[place] = known[place as keyof typeof known];
  return values;
}

/** What a row of the ledger is before anything was tried. */
export type Untried = Pick<
  Delivery,
  | 'state'
  | 'changes'
  | 'notBefore'
  | 'dueAt'
  | 'claimedAt'
  | 'claimId'
  | 'attempts'
  | 'asked'
  | 'providerId'
  | 'parts'
  | 'cost'
  | 'isKept'
  | 'isFateNew'
>;
const begun = (state: 'planned' | 'suppressed', when: Date, cause: string, at: Date): Untried => ({
  state,
  changes: [{ state, at, cause }],
  notBefore: when,
  dueAt: state === 'planned' ? when : null,
  claimedAt: null,
  claimId: null,
  attempts: 0,
  asked: 0,
  providerId: null,
  parts: null,
  cost: null,
  isKept: false,
  isFateNew: false,
});
/** How a row begins of which nothing is sent, and why. */
export const unsent = (cause: string, at: Date): Untried => begun('suppressed', at, cause, at);
/** For so long a message waits for others that would be told as one with it. */
const GATHER_MS = 60_000;
/** How a row begins that is sent by this timing; `cause` is why there is one, in the ledger's codes. */
export function untried(timing: Timing, cause: string, at: Date): Untried {
  if (timing.when === 'never') return unsent(timing.why, at);
  return timing.when === 'now' ? begun('planned', at, cause, at) : begun('planned', timing.at, 'quiet-hours', at);
}

/** An event that may be told: its outbox row, as far as telling needs it. */
export type Told = Pick<OutboxRow, '_id' | 'kind' | 'subject' | 'facts'>;
/** A row of the ledger that has yet to get an id. */
export type PlannedDelivery = Omit<Delivery, '_id'>;

function plannedFor(
  whoever: Recipient,
  templates: Templates,
  { told, at, wording }: { told: Told; at: Date; wording: number },
): PlannedDelivery[] {
  const recipient = asWished(whoever, Object.values(templates));
  const channel = channelsFor(recipient).find((one) => templates[one]);
  const template = channel && templates[channel];
  if (!template) return [];
  const values = valuesFor(template, told.facts, recipient.link);
  const isComplete = NEEDS[template].every((place) => values[place] !== null);
  if (!isComplete) log().error({ event: told.kind, row: String(told._id) }, 'an event lacks facts for its message');
  const timing = timeToTell(recipient, channel, at);
  const start = !isComplete
    ? unsent('facts-incomplete', at)
    : isGathered(told.kind) && timing.when === 'now'
      ? begun('planned', new Date(at.getTime() + GATHER_MS), 'gathering', at)
      : untried(timing, 'event', at);
  const { kind, id } = recipient;
  return [
    {
      eventId: told._id,
      subject: told.subject,
      recipient: { kind, id },
      template,
      wording: channel === 'sms' ? wording : null,
      channel,
      round: 1,
      values,
      ...start,
    },
  ];
}

/**
 * The ledger's rows of one event as they begin: one for everybody who is to be told, by the one way that is theirs, also where
 * they will not be, and why; none where their way of being told has no template. `wording` is the edition of the text's words
 * that is in use. Pure; seeding builds with it too.
 */
export function plannedDeliveries(
  told: Told,
  recipients: readonly Recipient[],
  at: Date,
  wording = BUILT_IN,
): PlannedDelivery[] {
  const templates = templatesFor(told.kind, told.facts);
  return templates ? recipients.flatMap((recipient) => plannedFor(recipient, templates, { told, at, wording })) : [];
}
