import { COLLECTIVE } from '#server/register/case.documents.ts';
import { COUNTERS, initialOf, outgoingText } from '#server/register/case-codes.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import type { Minute } from './almanac.ts';
import type { Numbers } from './case-rows.ts';
import {
  type Column,
  type Counter,
  Counters,
  columnOf,
  numberAt,
  part,
  settle,
  Timeline,
  takeFor,
} from './numbering.ts';
import { arrivalOf, sketchOf } from './sketch.ts';
import type { World } from './world.ts';

/** A case to be made: which one, and under what numbers. */
export interface Planned {
  index: number;
  numbers: Numbers;
}
/** Letters that one case can have signed: one, and another after it was reopened. */
const LETTERS = 2;
/** Cases in the order of receipt, with the numbers that each takes: columns, which travel to other processes at little cost. */
export interface Plan {
  order: Uint32Array;
  received: Column;
  registered: Column;
  signed: Column;
  counters: readonly Counter[];
}

/**
 * Plans `count` cases from the `first` on and takes their numbers: public ones by receipt, indexes by registration, outgoing
 * ones by signature.
 */
export async function planOf(world: World, first: number, count: number): Promise<Plan> {
  const { seed, rhythm, almanac } = world;
  const yearAt = (minute: Minute): number => Number(almanac.date(minute).slice(0, 4));
  const counters = new Counters();

  const arrivals = new Timeline();
  for (let i = 0; i < count; i += 1) arrivals.add(arrivalOf(seed, first + i, rhythm).minute, i);
  const [order, received] = [new Uint32Array(count), columnOf(count)];
  let rank = 0;
  arrivals.walk((place, minute) => {
    order[rank] = first + place;
    const year = yearAt(minute);
    takeFor(rank, received, counters, { name: COUNTERS.caseNumber(year), year, series: '' });
    rank += 1;
  });

  const series: string[] = [];
  const [registrations, signatures] = [new Timeline(), new Timeline()];
  for (rank = 0; rank < count; rank += 1) {
    const { who, isCollective, steps } = sketchOf(seed, order[rank] ?? 0, world);
    series.push(isCollective ? COLLECTIVE : initialOf(who.lastName));
    let letter = rank * LETTERS;
    for (const { what, minute } of steps)
      if (what === 'register') registrations.add(minute, rank);
      else if (what === 'answer') signatures.add(minute, letter++);
  }
  const [registered, signed] = [columnOf(count), columnOf(count * LETTERS)];
  registrations.walk((place, minute) => {
    const [year, letter] = [yearAt(minute), series[place] ?? ''];
    takeFor(place, registered, counters, { name: COUNTERS.registration(year, letter), year, series: letter });
  });
  signatures.walk((place, minute) => {
    const year = yearAt(minute);
    takeFor(place, signed, counters, { name: COUNTERS.outgoing(year), year, series: '' });
  });
  const firsts = await counters.reserve();
  for (const column of [received, registered, signed]) settle(column, firsts);
  return { order, received, registered, signed, counters: counters.list };
}

/** The cases of those ranks, `from` included and `to` not. */
export const sliceOf = ({ order, received, registered, signed, counters }: Plan, from: number, to: number): Plan => ({
  order: order.slice(from, to),
  received: part(received, from, to),
  registered: part(registered, from, to),
  signed: part(signed, from * LETTERS, to * LETTERS),
  counters,
});

/** The case of that rank in a plan, or in a slice of one. */
export function plannedAt({ order, received, registered, signed, counters }: Plan, rank: number): Planned {
  const number = numberAt(received, rank, counters);
  const index = numberAt(registered, rank, counters);
  if (!number) throw new RangeError(`no case of rank ${rank}`);
  const letters = Array.from({ length: LETTERS }, (_, i) => numberAt(signed, rank * LETTERS + i, counters));
  return {
    index: order[rank] ?? 0,
    numbers: {
      number: caseNumber(number.year, number.seq),
      registrationIndex: index && { year: index.year, series: index.series, seq: index.seq },
      outgoing: letters.flatMap((letter) => (letter ? [outgoingText(letter.year, letter.seq)] : [])),
    },
  };
}
