import type { MessageHealth } from '#shared/contract/messages.ts';
import type { DeliveryState } from '#shared/domain/delivery.ts';
import type { DeskMessagesTexts } from '#shared/texts/uk/desk-messages.ts';

/** What the city wants to know of a message: the states of the ledger in groups. */
type FateGroup = keyof DeskMessagesTexts['health']['states'];
const GROUP_OF: Readonly<Record<DeliveryState, FateGroup>> = {
  delivered: 'delivered',
  sent: 'sent',
  accepted: 'sent',
  planned: 'waiting',
  queued: 'waiting',
  sending: 'waiting',
  unknown: 'unknown',
  undelivered: 'undelivered',
  failed: 'failed',
  suppressed: 'suppressed',
};
/** In the order in which they are shown. */
const GROUPS: readonly FateGroup[] = ['delivered', 'sent', 'waiting', 'unknown', 'undelivered', 'failed', 'suppressed'];
/** How many messages of a way are in each group, groups without any left out. */
export function fateGroups({ states }: MessageHealth['channels'][number]): { group: FateGroup; count: number }[] {
  const countIn = (group: FateGroup): number =>
    states.reduce((sum, { state, count }) => sum + (GROUP_OF[state] === group ? count : 0), 0);
  return GROUPS.map((group) => ({ group, count: countIn(group) })).filter(({ count }) => count > 0);
}
