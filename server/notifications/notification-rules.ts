import type { Facts } from '#server/platform/outbox.ts';
import type { DeliveryChannel } from '#shared/domain/delivery.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import type { MailTemplate } from '#shared/texts/uk/mail.ts';
import type { SmsTemplate } from '#shared/texts/uk/sms.ts';
import type { MessageTemplate } from './delivery.model.ts';

/**
 * What an event tells its audience: a template for each way by which it is told (a person whose way has none is not told),
 * perhaps only where the facts say so; or an explicit nothing.
 */
export type NotificationRule =
  | 'none'
  | {
      sms?: SmsTemplate;
      email?: MailTemplate;
      when?: (facts: Facts) => boolean;
      /** True where several within a minute are told as one, the last of them. */
      isGathered?: boolean;
    };
/** A rule for each event of a regime or a domain. */
export type NotificationRules = Readonly<Record<EventKind, NotificationRule>>;

/** Of what identity tells: the code goes to the phone or the address that it was asked for, and to nobody else. */
export const identityRules: NotificationRules = {
  'identity.code-requested': { sms: 'otp', email: 'email.code' },
};

const rules = new Map<EventKind, NotificationRule>();
/** Takes rules at start. Two rules for one event are refused, the same one twice is not. */
export function addRules(more: NotificationRules): void {
  for (const [kind, rule] of Object.entries(more) as [EventKind, NotificationRule][]) {
    const known = rules.get(kind);
    if (known !== undefined && known !== rule) throw new Error(`notifications: two rules for ${kind}`);
    rules.set(kind, rule);
  }
}
/** Whether an event may tell anybody anything; the outbox asks it of each event. */
export const isTold = (kind: EventKind): boolean => (rules.get(kind) ?? 'none') !== 'none';
/** Whether several events of this kind within a minute are told as one. */
export function isGathered(kind: EventKind): boolean {
  const rule = rules.get(kind) ?? 'none';
  return rule !== 'none' && rule.isGathered === true;
}
/** Templates by the way of telling. */
export type Templates = Partial<Readonly<Record<DeliveryChannel, MessageTemplate>>>;
/** The templates that an event with these facts calls for, by the way of telling; null for nothing at all. */
export function templatesFor(kind: EventKind, facts: Facts): Templates | null {
  const rule = rules.get(kind) ?? 'none';
  if (rule === 'none' || rule.when?.(facts) === false) return null;
  const { sms, email } = rule;
  return { ...(sms && { sms }), ...(email && { email }) };
}
