import type { LetterDeliveries } from '#server/notifications/index.ts';
import { log } from '#server/platform/log.ts';
import type { Pace } from '#workers/platform/pace.ts';
import type { MailGateway, Posted } from './mail.gateway.ts';

/** How one attempt ended. */
export type MailOutcome = Posted['outcome'] | 'held' | 'over';

/**
 * Sends one letter and never twice: `claim` hands a delivery to one attempt at a time, and one whose fate nobody knows (a crash,
 * a connection that broke while the mail server had the letter) is not sent again. When the next attempt is due stands in the
 * ledger; the relay brings the delivery again, so a job itself waits for its turn and nothing else.
 */
export function mailProcessor(deliveries: LetterDeliveries, gateway: MailGateway, pace: Pace) {
  return async (deliveryId: string): Promise<MailOutcome> => {
    const isTurn = await pace.turn();
    const claim = await deliveries.claim(deliveryId);
    if (claim === 'over' || claim === 'held') return claim;
    try {
      await isTurn();
    } catch {
      await deliveries.notTaken(deliveryId, 'busy', 'no-turn');
      return 'busy';
    }
    const posted = await gateway.send(deliveryId, claim);
    if (posted.outcome === 'accepted') {
      await deliveries.sent(deliveryId);
      return 'accepted';
    }
    const { outcome, cause } = posted;
    log().warn({ delivery: deliveryId, outcome, cause }, 'the mail server did not take a letter');
    if (outcome === 'unknown') await deliveries.lost(deliveryId, cause);
    else await deliveries.notTaken(deliveryId, outcome, cause);
    return outcome;
  };
}
