import { setTimeout as sleep } from 'node:timers/promises';
import { Draw } from '#server/seeds/bulk/random.ts';
import { FAULTS, type Fault, type Lane, type Pace } from './faults.ts';
import type { Stage } from './stage.ts';

/** Names of the streams of chance: each lane draws from its own, so that none is moved by how fast another went. */
const STREAMS: Readonly<Record<'deck' | Lane, number>> = { deck: 1, processes: 2, databases: 3, provider: 4 };
const WATCH_MS = 50;

/** So many faults, each kind as often as any other, in an order of chance. */
function deckOf(faults: number, seed: number): Fault[] {
  const draw = new Draw(seed, STREAMS.deck);
  const deck: Fault[] = [];
  while (deck.length < faults) {
    const left = [...FAULTS];
    while (left.length > 0) deck.push(...left.splice(draw.below(left.length), 1));
  }
  return deck.slice(0, faults);
}

/** The weather that a seed brings. */
export interface Storm {
  seed: number;
  faults: number;
  pace: Pace;
  stage: Stage;
  /** How much of the messages has been fed, from 0 to 1. */
  progress(): number;
}
/**
 * Lets the faults fall while messages are fed: one of each lane in each stretch of the way, at a point of it that chance
 * chooses. Resolves with how often each kind came when all are over.
 */
export async function brew({ seed, faults, pace, stage, progress }: Storm): Promise<Map<string, number>> {
  const deck = deckOf(faults, seed);
  const tally = new Map<string, number>();
  async function walk(lane: Lane): Promise<void> {
    const draw = new Draw(seed, STREAMS[lane]);
    const mine = deck.filter((fault) => fault.lane === lane);
    for (const [n, { kind, strike }] of mine.entries()) {
      const moment = (n + draw.unit()) / mine.length;
      while (progress() < moment) await sleep(WATCH_MS);
      await strike({ stage, draw, pace });
      tally.set(kind, (tally.get(kind) ?? 0) + 1);
    }
  }
  await Promise.all((['processes', 'databases', 'provider'] as const).map(walk));
  return tally;
}
