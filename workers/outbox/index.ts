/** The outbox relay: from what was committed to the queues. */

export { channelQueue } from './outbox.carry.ts';
export { type RelayPace, startOutboxRelay } from './outbox.relay.ts';
