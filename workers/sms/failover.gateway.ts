import { providerOf, type SmsProvider } from '#shared/domain/sms-providers.ts';
import { oncePerOutage } from '#workers/platform/outage.ts';
import { type BreakerPace, breaker } from './breaker.ts';
import { cannotBeAsked, NoList, type Sent, type SmsGateway } from './sms.gateway.ts';

/** Gateways by their kind, in the order in which they are asked. */
export type Gateways = ReadonlyMap<SmsProvider, SmsGateway>;

const PACE: BreakerPace = { failures: 3, restMs: 30_000, longestMs: 10 * 60_000 };
const isDown = (sent: Sent): boolean => sent.outcome === 'busy' && sent.isDown === true;

/**
 * Several gateways as one. The next is asked only where those before it certainly did not take the text and take nothing else
 * either; a text whose fate is unknown goes to no other. One that fails again and again, silence counted, gets no text for a while; where there is no other, it is always tried.
 */
export function failoverGateway(gateways: Gateways, pace: BreakerPace = PACE): SmsGateway {
  const ways = [...gateways].map(([name, gateway]) => ({
    gateway,
    breaker: breaker(pace),
    outage: oncePerOutage(`sms-${name}`),
  }));
  const gatewayOf = (providerId: string): SmsGateway => {
    const name = providerOf(providerId);
    const gateway = gateways.get(name);
    if (!gateway) throw cannotBeAsked(`${name} is not set`);
    return gateway;
  };

  return {
    async send(deliveryId, to, text) {
      let sent: Sent = { outcome: 'busy', cause: 'no-gateway', isDown: true };
      for (const way of ways) {
        if (ways.length > 1 && !way.breaker.mayTry()) continue;
        sent = await way.gateway.send(deliveryId, to, text);
        if (isDown(sent) || sent.outcome === 'unknown') {
          way.breaker.failed();
          way.outage.trouble(sent.outcome === 'accepted' ? null : sent.cause);
        } else {
          way.breaker.worked();
          way.outage.over();
        }
        if (!isDown(sent)) return sent;
      }
      return sent;
    },
    /** Any of them may have been given it. One that finds it settles it, even while another cannot be asked. */
    async *takenSince(question) {
      const troubles: unknown[] = [];
      for (const { gateway } of ways)
        try {
          yield* gateway.takenSince(question);
        } catch (error) {
          troubles.push(error);
        }
      // What may be answered later comes before what never will be.
      const first = troubles.find((error) => !(error instanceof NoList)) ?? troubles[0];
      if (first) throw first;
    },
    stateOf: async (providerId) => gatewayOf(providerId).stateOf(providerId),
    forget: async (providerId) => gateways.get(providerOf(providerId))?.forget(providerId) ?? false,
    async close() {
      await Promise.all(ways.map(({ gateway }) => gateway.close()));
    },
  };
}
