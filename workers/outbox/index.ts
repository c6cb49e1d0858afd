/** The outbox relay: from what was committed to the queues. */

export { type RelayPace, startOutboxRelay } from './outbox.relay.ts';
