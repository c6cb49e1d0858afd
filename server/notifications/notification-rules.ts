import type { Facts } from '#server/platform/outbox.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import type { SmsTemplate } from '#shared/texts/uk/sms.ts';

/** What an event tells its audience: a text, perhaps only where the facts say so, or an explicit nothing. */
export type NotificationRule = 'none' | { template: SmsTemplate; when?: (facts: Facts) => boolean };
/** A rule for each event of a regime or a domain. */
export type NotificationRules = Readonly<Record<EventKind, NotificationRule>>;

/** Of what identity tells: the code goes to the phone that asked for it, and to nobody else. */
export const identityRules: NotificationRules = { 'identity.code-requested': { template: 'otp' } };

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
/** The template that an event with these facts calls for; null for none. */
export function templateFor(kind: EventKind, facts: Facts): SmsTemplate | null {
  const rule = rules.get(kind) ?? 'none';
  return rule === 'none' || rule.when?.(facts) === false ? null : rule.template;
}
