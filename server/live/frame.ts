import type { LiveEvents } from '#shared/contract/live.ts';

/** Up to here a frame's first bytes tell its length themselves, and up to there with two bytes more (RFC 6455, section 5.2). */
const [SHORT, LONG] = [125, 65_535];
/** A whole text message, and the last of its frames; a server masks none. */
const TEXT = 0x81;
const TWO_BYTES_MORE = 126;

/**
 * An event as it goes over the wire to every page alike: a packet of Socket.IO (protocol 5) in a message of Engine.IO (protocol
 * 4) in one frame. Made once for however many pages; throws where it would be longer than 64 KB.
 */
export function eventFrame<Event extends keyof LiveEvents>(
  event: Event,
  ...told: Parameters<LiveEvents[Event]>
): Buffer {
  const words = Buffer.from(`42${JSON.stringify([event, ...told])}`);
  if (words.length > LONG) throw new Error(`${event} is too long to be told at once`);
  if (words.length <= SHORT) return Buffer.concat([Buffer.from([TEXT, words.length]), words]);
  return Buffer.concat([Buffer.from([TEXT, TWO_BYTES_MORE, words.length >> 8, words.length & 0xff]), words]);
}
