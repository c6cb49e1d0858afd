import type { TextClaim, TextDeliveries } from '#server/notifications/index.ts';
import { log } from '#server/platform/log.ts';
import type { Pace } from '#workers/platform/pace.ts';
import { NoList, type Question, type SmsGateway } from './sms.gateway.ts';

/** How one attempt ended. */
export type SmsOutcome =
  | 'accepted'
  | 'refused'
  | 'busy'
  | 'silent'
  | 'found'
  | 'not listed'
  | 'unknown'
  | 'reported'
  | 'no report'
  | 'held'
  | 'over';

/**
 * Sends one text message and never twice: `claim` hands a delivery to one attempt at a time, and where an earlier one fell
 * silent (a crash, a time-out) the provider is asked, for not every one has an idempotency key. When the next attempt or
 * question is due stands in the ledger; the relay brings the delivery again, so a job itself waits for its turn and nothing else.
 */
export function smsProcessor(
  deliveries: TextDeliveries,
  gateway: Pick<SmsGateway, 'send' | 'takenSince' | 'stateOf'>,
  pace: Pace,
) {
  async function ask(question: Question): Promise<SmsOutcome> {
    const { deliveryId: id } = question;
    try {
      for await (const providerId of gateway.takenSince(question))
        if (await deliveries.found(id, providerId)) return 'found';
    } catch (error) {
      if (!(error instanceof NoList)) throw error;
      await deliveries.cannotBeAsked(id);
      return 'unknown';
    }
    return (await deliveries.notListed(id)) === 'unknown' ? 'unknown' : 'not listed';
  }
  async function followUp(id: string, providerId: string): Promise<SmsOutcome> {
    const fate = await gateway.stateOf(providerId);
    if (!fate) return 'no report';
    await deliveries.reported(id, providerId, fate);
    return 'reported';
  }
  async function send(id: string, { to, text }: TextClaim, isTurn: () => Promise<void>): Promise<SmsOutcome> {
    try {
      await isTurn();
    } catch {
      await deliveries.notTaken(id, 'busy', 'no-turn');
      return 'busy';
    }
    const sent = await gateway.send(id, to, text);
    if (sent.outcome === 'accepted') {
      await deliveries.accepted(id, sent.providerId);
      return 'accepted';
    }
    log().warn({ delivery: id, outcome: sent.outcome, cause: sent.cause }, 'the provider did not take a text');
    if (sent.outcome === 'unknown') {
      await deliveries.silent(id, sent.cause);
      return 'silent';
    }
    await deliveries.notTaken(id, sent.outcome, sent.cause);
    return sent.outcome;
  }
  return async (deliveryId: string): Promise<SmsOutcome> => {
    const isTurn = await pace.turn();
    const claim = await deliveries.claim(deliveryId);
    if (claim === 'over' || claim === 'held') return claim;
    if ('unreceipted' in claim) return followUp(deliveryId, claim.unreceipted);
    const { to, text, silentSince } = claim;
    return silentSince ? ask({ deliveryId, since: silentSince, to, text }) : send(deliveryId, claim, isTurn);
  };
}
