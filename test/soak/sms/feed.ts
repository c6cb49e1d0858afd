import { setTimeout as sleep } from 'node:timers/promises';
import { Draw, Lottery } from '#server/seeds/bulk/random.ts';
import { type Committed, waysTo } from './messages.ts';

/** Names of the streams of chance of those who feed; several at once, as people come. */
const STREAMS = [11, 12, 13, 14];
const SULK_MS = 300;
const WATCH_MS = 20;

/** What an error says, without the ports and ids that make each its own. */
const wordsOf = (cause: unknown): string =>
  String(cause instanceof Error ? cause.message : cause)
    .replace(/[0-9a-f]{24}|\d{2,}/g, '…')
    .slice(0, 100);

/** Messages as they are fed. */
export interface Feed {
  /** What was committed as far as anybody was told. */
  committed: readonly Committed[];
  /** How much of the messages has been fed, from 0 to 1. */
  progress(): number;
  /** How often the city did not take something, by what it said. */
  refusals: ReadonlyMap<string, number>;
  /** Resolves when all are fed. */
  run(): Promise<void>;
}
/** Feeds so many messages, no faster than so many a second; what cannot be committed now is let go, and something else comes. */
export async function feedOf(origin: string, seed: number, messages: number, perSecond: number): Promise<Feed> {
  const { ways, open } = await waysTo(origin);
  const lottery = new Lottery(ways);
  const committed: Committed[] = await open();
  const refusals = new Map<string, number>();
  async function somebody(draw: Draw, beganAt: number): Promise<void> {
    while (committed.length < messages) {
      while (committed.length > ((performance.now() - beganAt) / 1_000) * perSecond) await sleep(WATCH_MS);
      try {
        committed.push(...(await lottery.draw(draw)(draw)));
      } catch (cause) {
        const why = wordsOf(cause);
        refusals.set(why, (refusals.get(why) ?? 0) + 1);
        await sleep(SULK_MS);
      }
    }
  }
  return {
    committed,
    progress: () => committed.length / messages,
    refusals,
    async run() {
      const beganAt = performance.now();
      await Promise.all(STREAMS.map((name) => somebody(new Draw(seed, name), beganAt)));
    },
  };
}
