import type { TextDeliveries } from '#server/notifications/index.ts';
import { log } from '#server/platform/log.ts';
import { DeliveryJob } from '#shared/jobs/delivery.ts';
import type { Handler } from '#workers/platform/queues.ts';
import { NoList, type Question, type SmsGateway } from './sms.gateway.ts';

/** How one run of a job ended. */
export type SmsOutcome =
  | 'accepted'
  | 'refused'
  | 'busy'
  | 'silent'
  | 'found'
  | 'not listed'
  | 'unknown'
  | 'held'
  | 'over';

/**
 * Sends one text message and never twice: `claim` hands a delivery to one attempt at a time, and where an earlier one fell
 * silent (a crash, a time-out) the provider is asked, for not every one has an idempotency key. When the next attempt or
 * question is due stands in the ledger; the relay brings the delivery again, so a job itself never waits.
 */
export function smsProcessor(deliveries: TextDeliveries, gateway: Pick<SmsGateway, 'send' | 'takenSince'>) {
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
  async function send(id: string, to: string, text: string): Promise<SmsOutcome> {
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
  return async ({ data }: Parameters<Handler<DeliveryJob>>[0]): Promise<SmsOutcome> => {
    const { deliveryId } = DeliveryJob.parse(data);
    const claim = await deliveries.claim(deliveryId);
    if (claim === 'over' || claim === 'held') return claim;
    const { to, text, silentSince } = claim;
    return silentSince ? ask({ deliveryId, since: silentSince, to, text }) : send(deliveryId, to, text);
  };
}
