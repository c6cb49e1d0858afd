import type { Almanac } from './almanac.ts';
import { type LifeStep, lifeOf } from './life.ts';
import { aPerson, type InventedPerson } from './people.ts';
import { Draw } from './random.ts';
import type { Arrival, Rhythm } from './rhythm.ts';

/** The bones of a case: enough to know which numbers it takes, and little to work out. */
export interface Sketch {
  arrival: Arrival;
  who: InventedPerson;
  /** Whether neighbours sign the same letter. */
  isCollective: boolean;
  steps: readonly LifeStep[];
}
/** The streams of chance of one case; what is drawn from one moves nothing in the others. */
const STREAMS = { arrival: 0, who: 1, life: 2, filing: 3, doings: 4, messages: 5, times: 8 } as const;
/** A stream of chance of the case of that index. */
export const streamOf = (seed: number, index: number, name: Exclude<keyof typeof STREAMS, 'times'>): Draw =>
  new Draw(seed, index * STREAMS.times + STREAMS[name]);

/** When the case of that index came in, and nothing more. */
export const arrivalOf = (seed: number, index: number, rhythm: Rhythm): Arrival =>
  rhythm.arrival(streamOf(seed, index, 'arrival'));

/** Sketches the case of that index. A city of fewer cases is made of the first of a larger one. */
export function sketchOf(
  seed: number,
  index: number,
  { rhythm, almanac }: { rhythm: Rhythm; almanac: Almanac },
): Sketch {
  const arrival = arrivalOf(seed, index, rhythm);
  const draw = streamOf(seed, index, 'who');
  return {
    arrival,
    who: aPerson(draw),
    isCollective: arrival.channel !== 'phone' && draw.chance(0.03),
    steps: lifeOf(streamOf(seed, index, 'life'), arrival, almanac),
  };
}
